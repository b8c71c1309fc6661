package jp.frontdesk.samples.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.samples.paper.CellText.Piece;
import jp.frontdesk.samples.paper.CellText.Scope;
import jp.frontdesk.samples.paper.FormTemplate.Align;
import jp.frontdesk.samples.paper.FormTemplate.Line;
import jp.frontdesk.samples.paper.FormTemplate.Table;

/// Prints one form on as many sheets as its people need.
public final class FormPrinter {
  private static final double LINE_HEIGHT_EM = 1.5;
  private static final double SEAL_ROOM_MM = PaperDecoration.SEAL_MM + 5;

  private final FormTemplate template;
  private final FontStack fonts;
  private final FontStack sealFonts;
  private final SheetLook look;

  public FormPrinter(FormTemplate template, FontStack fonts, FontStack sealFonts, SheetLook look) {
    this.template = template;
    this.fonts = fonts;
    this.sealFonts = sealFonts;
    this.look = look;
  }

  /// What a sheet says of one member.
  ///
  /// @param detail the cells in the second table of the people; none in most layouts
  private record Entry(PlacedTable block, PlacedTable detail) {
    double heightMm() {
      return FormPrinter.heightMm(block) + FormPrinter.heightMm(detail);
    }
  }

  /// Prints the values.
  ///
  /// @param foreign for each member whether the cells of a foreign resident are printed; its size
  ///   is the number of members
  /// @return the sheets in order, at least one
  public List<PrintedPage> print(Map<FieldPath, String> values, List<Boolean> foreign) {
    Scope scope = new Scope(values, -1, 1, 1, look.title());
    List<Entry> members = new ArrayList<>();
    for (int i = 0; i < foreign.size(); i++) {
      members.add(entry(scope.ofMember(i), foreign.get(i)));
    }
    List<List<Entry>> sheets = paginate(members, scope);
    List<PrintedPage> pages = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      Scope sheet = new Scope(values, -1, i + 1, sheets.size(), look.title());
      pages.add(printSheet(sheet, sheets.get(i)));
    }
    return pages;
  }

  private Entry entry(Scope member, boolean isForeign) {
    return new Entry(
        place(isForeign ? template.foreignMember() : template.member(), member),
        place(isForeign ? template.foreignDetail() : template.detail(), member));
  }

  private PlacedTable place(Table table, Scope scope) {
    return PlacedTable.place(table, scope, fonts, look.wording());
  }

  private static double heightMm(PlacedTable table) {
    return table.heightMm() + table.table().beforeMm();
  }

  private List<List<Entry>> paginate(List<Entry> members, Scope scope) {
    double top = linesHeight(template.top());
    double bottom = linesHeight(template.bottom());
    double room = template.heightMm() - template.marginMm() * 1.5 - top - bottom;
    double titlesMm =
        (template.membersAcross() == 1 ? place(template.memberHeader(), scope).heightMm() : 0)
            + heightMm(place(template.detailHeader(), scope));
    double used = heightMm(place(template.header(), scope)) + titlesMm;
    List<List<Entry>> sheets = new ArrayList<>();
    List<Entry> sheet = new ArrayList<>();
    for (Entry member : members) {
      double height = member.heightMm();
      boolean startsRow = sheet.size() % template.membersAcross() == 0;
      boolean full =
          sheet.size() >= template.membersPerPage() || (startsRow && used + height > room);
      if (full && !sheet.isEmpty()) {
        sheets.add(List.copyOf(sheet));
        sheet.clear();
        used = titlesMm;
      }
      used += startsRow || full ? height : 0;
      sheet.add(member);
    }
    if (template.fillsSheet()) {
      Scope nobody = new Scope(Map.of(), -1, 1, 1, look.title());
      for (int i = members.size(); sheet.size() < template.membersPerPage(); i++) {
        sheet.add(entry(nobody.ofMember(i), false));
      }
    }
    sheets.add(List.copyOf(sheet));
    return sheets;
  }

  private double linesHeight(List<Line> lines) {
    return lines.stream().mapToDouble(FormPrinter::lineHeightMm).sum();
  }

  private static double lineHeightMm(Line line) {
    return line.beforeMm() + line.sizePt() * PageCanvas.MM_PER_POINT * LINE_HEIGHT_EM;
  }

  private PrintedPage printSheet(Scope scope, List<Entry> members) {
    boolean last = scope.page() == scope.pages();
    try (PageCanvas canvas =
        new PageCanvas(
            template.widthMm(), template.heightMm(), look.dpi(), look.skewOf(scope.page() - 1))) {
      if (!look.guardWord().isEmpty()) {
        PaperDecoration.drawGuard(
            canvas,
            sealFonts,
            look.guardWord(),
            look.guardInk(),
            template.widthMm(),
            template.heightMm());
      }
      SheetWriter writer = new SheetWriter(canvas, fonts, look);
      writeMarks(canvas);
      double y = writeLines(template.top(), scope, writer, canvas, template.marginMm() * 0.75);
      y = writeTables(writer, scope, members, y);
      Line continued = new Line(template.continued(), 9, Align.RIGHT, 3, 2, false);
      List<Line> foot = last ? template.bottom() : List.of(continued);
      double _ = writeLines(foot, scope, writer, canvas, y);
      return writer.page();
    }
  }

  private void writeMarks(PageCanvas canvas) {
    double x = template.marginMm();
    for (String mark : look.marks()) {
      PaperDecoration.drawMark(canvas, fonts, mark, x, template.marginMm() * 0.7);
      x += fonts.widthEm(mark) * 12 * PageCanvas.MM_PER_POINT + 8;
    }
  }

  private double writeTables(SheetWriter writer, Scope scope, List<Entry> members, double top) {
    double y = top;
    if (scope.page() == 1) {
      y = writeRow(writer, List.of(place(template.header(), scope)), y);
    }
    if (members.isEmpty()) {
      return y;
    }
    PlacedTable titles = place(template.memberHeader(), scope);
    int across = template.membersAcross();
    if (across == 1) {
      y = writeRow(writer, List.of(titles), y);
    }
    for (int i = 0; i < members.size(); i += across) {
      List<PlacedTable> row = new ArrayList<>();
      if (across > 1) {
        row.add(titles);
      }
      members.subList(i, Math.min(i + across, members.size())).forEach(m -> row.add(m.block()));
      y = writeRow(writer, row, y);
    }
    return template.detail().rows().isEmpty() ? y : writeDetails(writer, scope, members, y);
  }

  private double writeDetails(SheetWriter writer, Scope scope, List<Entry> members, double top) {
    double y = writeRow(writer, List.of(place(template.detailHeader(), scope)), top);
    for (Entry member : members) {
      y = writeRow(writer, List.of(member.detail()), y);
    }
    return y;
  }

  /// Writes tables side by side; returns where they end.
  private double writeRow(SheetWriter writer, List<PlacedTable> tables, double top) {
    double x = template.marginMm();
    double y = top + tables.getLast().table().beforeMm();
    for (PlacedTable table : tables) {
      writer.writeTable(table, x, y);
      x += table.table().widthMm();
    }
    return y + tables.getLast().heightMm();
  }

  private double writeLines(
      List<Line> lines, Scope scope, SheetWriter writer, PageCanvas canvas, double top) {
    double y = top;
    double right = template.widthMm() - template.marginMm();
    for (Line line : lines) {
      List<Piece> pieces = CellText.fill(Wordings.pick(line.text(), look.wording()), scope);
      double width = writer.widthMm(pieces, line.sizePt());
      double height = lineHeightMm(line);
      double centre = y + line.beforeMm() + (height - line.beforeMm()) / 2;
      double left =
          switch (line.align()) {
            case LEFT -> template.marginMm() + line.insetMm();
            case CENTER -> (template.widthMm() - width) / 2;
            case RIGHT -> right - line.insetMm() - width - (line.hasSeal() ? SEAL_ROOM_MM : 0);
          };
      double end = writer.writePieces(pieces, left, centre, line.sizePt());
      writer.endLine();
      if (line.hasSeal() && !look.sealText().isEmpty()) {
        PaperDecoration.drawSeal(
            canvas,
            sealFonts,
            look.sealText(),
            Math.min(end + 3, right - PaperDecoration.SEAL_MM) - look.sealShiftMm(),
            centre - PaperDecoration.SEAL_MM * 0.6,
            look.sealInk());
      }
      y += height;
    }
    return y;
  }
}
