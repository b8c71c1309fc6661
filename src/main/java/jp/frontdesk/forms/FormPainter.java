package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.WarekiParts;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.FittedText;
import jp.frontdesk.paper.GlyphRun;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.QrCode;
import jp.frontdesk.paper.TextFitter;
import jp.frontdesk.paper.TextStyle;

/// Draws the items of one sheet with the values of one scope, and keeps account of every text:
/// where it stands, and what had to go to the sheet 別紙.
final class FormPainter {
  /// A value that fits its box in no way.
  record Annexed(String title, String text, int page) {}

  private static final String SEE_ANNEX = "別紙のとおり";
  private static final double CIRCLE_MM = 0.35;
  private static final String[] ERAS = {"明", "大", "昭", "平", "令", "西暦"};

  private final PaperFonts fonts;
  private final PdfSheet sheet;
  private final int page;
  private final CharacterPictures pictures;
  private int memberNumber;
  private final List<FilledForm.Placed> placed = new ArrayList<>();
  private final List<FilledForm.Warning> warnings = new ArrayList<>();
  private final List<Annexed> annexed = new ArrayList<>();
  private final List<BoxNote> notes = new ArrayList<>();
  private Optional<FittedText> last = Optional.empty();
  private final List<FilledForm.Rule> rules = new ArrayList<>();

  FormPainter(PaperFonts fonts, PdfSheet sheet, int page, CharacterPictures pictures) {
    this.fonts = fonts;
    this.sheet = sheet;
    this.page = page;
    this.pictures = pictures;
  }

  List<FilledForm.Placed> placed() {
    return placed;
  }

  List<FilledForm.Rule> rules() {
    return rules;
  }

  List<FilledForm.Warning> warnings() {
    return warnings;
  }

  List<Annexed> annexed() {
    return annexed;
  }

  List<BoxNote> notes() {
    return notes;
  }

  void paint(FormItem item, FormScope scope) {
    memberNumber = scope.memberNumber();
    switch (item) {
      case FormItem.Frame frame -> paint(frame);
      case FormItem.Line line ->
          rule(line.at(), line.lineMm() > 0 ? line.lineMm() : PdfSheet.LINE_MM);
      case FormItem.Label label -> paint(label);
      case FormItem.Written written -> paint(written, scope);
      case FormItem.Comb comb -> paint(comb, scope);
      case FormItem.Choice choice -> paint(choice, scope);
      case FormItem.Tick tick -> paint(tick, scope);
      case FormItem.DateParts date -> paint(date, scope);
      case FormItem.DateBoxes date -> paint(date, scope);
      case FormItem.Vertical vertical -> paint(vertical, scope);
      case FormItem.Digits digits -> paint(digits, scope);
      case FormItem.Ring ring -> paint(ring, scope);
      case FormItem.Qr qr ->
          sheet.fillAll(QrCode.boxesOf(textOf(qr.path().lookup().apply(scope)), qr.at()));
      case FormItem.Signature signature -> paint(signature, scope);
      case FormItem.When when -> paint(when, scope);
    }
  }

  private void paint(FormItem.When when, FormScope scope) {
    if (when.path().lookup().apply(scope) instanceof FormValue.Chosen(String code)
        && when.codes().contains(code)) {
      paint(when.item(), scope);
    }
  }

  private void paint(FormItem.Frame frame) {
    if (frame.shadePercent() > 0) {
      sheet.fill(frame.at(), frame.shadePercent());
    }
    if (frame.lineMm() > 0) {
      outline(frame.at(), frame.lineMm());
    }
  }

  private void outline(MmBox box, double lineMm) {
    sheet.rect(box, lineMm);
    note(new MmBox(box.xMm(), box.yMm(), box.widthMm(), 0));
    note(new MmBox(box.xMm(), box.bottomMm(), box.widthMm(), 0));
    note(new MmBox(box.xMm(), box.yMm(), 0, box.heightMm()));
    note(new MmBox(box.rightMm(), box.yMm(), 0, box.heightMm()));
  }

  private void rule(MmBox at, double lineMm) {
    sheet.line(at.xMm(), at.yMm(), at.rightMm(), at.bottomMm(), lineMm);
    note(at);
  }

  private void note(MmBox rule) {
    rules.add(new FilledForm.Rule(page, rule));
  }

  private void paint(FormItem.Signature item, FormScope scope) {
    if (scope.context().signature().isPresent()) {
      SignatureInk.in(item.at(), scope.context().signature().get())
          .forEach(stroke -> sheet.penLine(stroke, SignatureInk.PEN_MM));
      return;
    }
    double y = item.at().bottomMm() - item.at().heightMm() * 0.24;
    rule(new MmBox(item.at().xMm() + 4, y, Math.max(0, item.at().widthMm() - 8), 0), 0.15);
  }

  private void paint(FormItem.Ring ring, FormScope scope) {
    if (ring.path().lookup().apply(scope) instanceof FormValue.Chosen(String code)
        && code.equals(ring.code())) {
      sheet.ellipse(ring.at(), CIRCLE_MM);
    }
  }

  private void paint(FormItem.Vertical item, FormScope scope) {
    String text = textOf(item.path().lookup().apply(scope));
    if (text.isEmpty()) {
      return;
    }
    Optional<VerticalText> fitted =
        VerticalText.fit(
            pictures.glyphsOf(fonts, item.style().face(), text), item.at(), item.style());
    if (fitted.isEmpty()) {
      value(item.at(), item.style(), text, item.path());
      return;
    }
    fitted.get().paint(sheet, item.style().face());
    for (VerticalText.Cell cell : fitted.get().cells()) {
      placed.add(new FilledForm.Placed(page, item.at(), cell.place(), cell.text()));
    }
  }

  private void paint(FormItem.Digits item, FormScope scope) {
    String text = textOf(item.path().lookup().apply(scope));
    Optional<DigitCells> found = DigitCells.of(text, item);
    if (found.isEmpty()) {
      outline(item.at(), PdfSheet.LINE_MM);
      value(item.at().inset(0.8, 0), TextStyle.left(Face.MINCHO, item.sizePt()), text, item.path());
      return;
    }
    DigitCells cells = found.get();
    cells.groups().forEach(group -> outline(group, PdfSheet.LINE_MM));
    cells.dividers().forEach(divider -> rule(divider, 0.1));
    cells.hyphens().forEach(gap -> preprinted(gap, TextStyle.center(Face.GOTHIC, 7), "-"));
    TextStyle style = TextStyle.center(Face.MINCHO, item.sizePt());
    sheet.asOneText(
        () -> cells.written().forEach(one -> value(one.place(), style, one.text(), item.path())));
  }

  private void paint(FormItem.DateBoxes item, FormScope scope) {
    if (!(item.path().lookup().apply(scope) instanceof FormValue.Day day) || day.date().isEmpty()) {
      return;
    }
    TextStyle style = TextStyle.center(Face.MINCHO, item.sizePt());
    Optional<WarekiParts> parts = day.date().flatMap(date -> date.parts());
    if (parts.isEmpty()) {
      value(item.at(), style, day.written(), item.path());
      return;
    }
    WarekiParts known = parts.get();
    value(item.era(), style, day.isWestern() ? "西暦" : known.era().kanji(), item.path());
    value(item.year(), style, yearOf(known, day.isWestern()), item.path());
    value(item.month(), style, Integer.toString(known.month()), item.path());
    value(item.day(), style, Integer.toString(known.day()), item.path());
  }

  private void paint(FormItem.Label label) {
    if (!label.isStacked()) {
      preprinted(label.at(), label.style(), label.text());
      return;
    }
    int[] points = label.text().codePoints().toArray();
    double step = Math.min(label.at().heightMm() / points.length, label.style().maxPt() * 0.5);
    double top = label.at().yMm() + (label.at().heightMm() - step * points.length) / 2;
    for (int i = 0; i < points.length; i++) {
      MmBox cell = new MmBox(label.at().xMm(), top + i * step, label.at().widthMm(), step);
      preprinted(cell, label.style(), Character.toString(points[i]));
    }
  }

  private void paint(FormItem.Written item, FormScope scope) {
    String text = textOf(item.path().lookup().apply(scope));
    if (!text.isEmpty()) {
      value(item.at(), item.style(), item.before() + text + item.after(), item.path());
    }
  }

  private void paint(FormItem.Comb comb, FormScope scope) {
    String text = textOf(comb.path().lookup().apply(scope));
    List<GlyphRun.Glyph> glyphs = fonts.glyphsOf(Face.MINCHO, text).glyphs();
    TextStyle style = TextStyle.center(Face.MINCHO, comb.sizePt());
    if (glyphs.size() > comb.cells()) {
      value(comb.at(), style, text, comb.path());
      return;
    }
    double width = comb.at().widthMm() / comb.cells();
    for (int i = 1; i < comb.cells(); i++) {
      double x = comb.at().xMm() + i * width;
      rule(new MmBox(x, comb.at().yMm(), 0, comb.at().heightMm()), i % 4 == 0 ? 0.2 : 0.1);
    }
    sheet.asOneText(() -> {
      for (int i = 0; i < glyphs.size(); i++) {
        MmBox cell =
            new MmBox(comb.at().xMm() + i * width, comb.at().yMm(), width, comb.at().heightMm());
        value(cell, style, glyphs.get(i).text(), comb.path());
      }
    });
  }

  private void paint(FormItem.Choice choice, FormScope scope) {
    FormValue value = choice.path().lookup().apply(scope);
    String code = value instanceof FormValue.Chosen(String chosen) ? chosen : "";
    List<FormItem.Choice.Option> options = choice.options();
    for (int i = 0; i < options.size(); i++) {
      option(
          cellOf(choice.at(), i, options.size()),
          options.get(i).label(),
          choice.sizePt(),
          !code.isEmpty() && options.get(i).code().equals(code));
    }
  }

  private void paint(FormItem.Tick tick, FormScope scope) {
    double side = Math.min(3, tick.at().heightMm());
    MmBox box =
        new MmBox(tick.at().xMm(), tick.at().yMm() + (tick.at().heightMm() - side) / 2, side, side);
    sheet.rect(box, 0.15);
    FormValue value = tick.path().lookup().apply(scope);
    if (value instanceof FormValue.Chosen(String code) && code.equals(tick.code())) {
      sheet.tick(box.inset(0.4, 0.4), CIRCLE_MM);
    }
  }

  private void paint(FormItem.DateParts item, FormScope scope) {
    if (!(item.path().lookup().apply(scope) instanceof FormValue.Day day)) {
      return;
    }
    Optional<WarekiParts> parts = day.date().flatMap(date -> date.parts());
    double upper = item.at().heightMm() * 0.45;
    MmBox eras = new MmBox(item.at().xMm(), item.at().yMm(), item.at().widthMm(), upper);
    for (int i = 0; i < ERAS.length; i++) {
      int era = i;
      boolean isWestern = i == ERAS.length - 1;
      boolean isChosen =
          parts.isPresent() && (day.isWestern() ? isWestern : parts.get().era().code() == era + 1);
      option(cellOf(eras.inset(0.5, 0), i, ERAS.length), ERAS[i], 7, isChosen);
    }
    MmBox lower =
        new MmBox(
            item.at().xMm(),
            item.at().yMm() + upper,
            item.at().widthMm(),
            item.at().heightMm() - upper);
    if (day.date().isPresent() && parts.isEmpty()) {
      TextStyle style = TextStyle.center(Face.MINCHO, item.sizePt());
      value(lower.inset(0.5, 0), style, day.written(), item.path());
      return;
    }
    yearMonthDay(lower, item, parts, day.isWestern());
  }

  private void yearMonthDay(
      MmBox box, FormItem.DateParts item, Optional<WarekiParts> parts, boolean isWestern) {
    double cell = box.widthMm() / 10;
    double[] starts = {0.3, 4.2, 7.1};
    double[] widths = {2.7, 1.7, 1.7};
    List<String> numbers =
        parts
            .map(p -> List.of(yearOf(p, isWestern), "" + p.month(), "" + p.day()))
            .orElse(List.of("", "", ""));
    TextStyle style =
        new TextStyle(
            Face.MINCHO, item.sizePt(), 7, TextStyle.Align.RIGHT, TextStyle.VAlign.MIDDLE);
    TextStyle unit = TextStyle.center(Face.GOTHIC, 7);
    for (int i = 0; i < 3; i++) {
      double x = box.xMm() + starts[i] * cell;
      double end = x + widths[i] * cell;
      MmBox number = new MmBox(x, box.yMm(), widths[i] * cell, box.heightMm());
      if (!numbers.get(i).isEmpty()) {
        value(number, style, numbers.get(i), item.path());
      }
      preprinted(
          new MmBox(end, box.yMm(), cell * 1.1, box.heightMm()), unit, "年月日".substring(i, i + 1));
    }
  }

  private void option(MmBox cell, String label, double sizePt, boolean isChosen) {
    TextStyle style =
        new TextStyle(Face.GOTHIC, sizePt, 6, TextStyle.Align.CENTER, TextStyle.VAlign.MIDDLE);
    preprinted(cell, style, label);
    if (isChosen) {
      double em = sizePt * 25.4 / 72;
      double width = sheet.textWidthMm(Face.GOTHIC, sizePt, label);
      double across = Math.min(cell.widthMm(), width + em * 0.75);
      double high = Math.min(cell.heightMm() - 0.2, em * 1.55);
      sheet.ellipse(
          cell.inset((cell.widthMm() - across) / 2, (cell.heightMm() - high) / 2), CIRCLE_MM);
    }
  }

  /// Text of the form itself.
  void preprinted(MmBox box, TextStyle style, String text) {
    if (!set(box, style, text)) {
      warnings.add(
          new FilledForm.Warning("label_too_long", page, "様式に印刷する文字が枠に入りません。様式の設定を直してください。"));
    }
  }

  private void value(MmBox box, TextStyle style, String text, ValuePath path) {
    String title = path.isOfMember() ? memberNumber + "人目の" + path.title() : path.title();
    if (set(box, style, text)) {
      last.flatMap(fitted -> BoxNote.of(page, title, style, fitted)).ifPresent(notes::add);
      return;
    }
    notes.add(new BoxNote(page, title, List.of(BoxNote.Kind.ANNEXED), style.minPt()));
    annexed.add(new Annexed(title, text, page));
    warnings.add(new FilledForm.Warning("annexed", page, "「" + title + "」は長いため別紙に印字しました。"));
    if (!set(box, style, SEE_ANNEX) && !set(box, style, "別紙")) {
      throw new IllegalStateException(
          "the box of " + path.name() + " holds not even two characters");
    }
  }

  /// Sets a text, false when it does not fit and nothing was drawn.
  boolean set(MmBox box, TextStyle style, String text) {
    last = Optional.empty();
    if (style.align() == TextStyle.Align.SPREAD) {
      placed.add(new FilledForm.Placed(page, box, box, text));
      return sheet.textIn(box, style, text);
    }
    GlyphRun run = pictures.glyphsOf(fonts, style.face(), text);
    Optional<FittedText> fitted = TextFitter.fit(run, box, style);
    if (fitted.isEmpty()) {
      return false;
    }
    FittedText lines = fitted.get();
    last = fitted;
    sheet.draw(lines, box, style);
    for (int i = 0; i < lines.lines().size(); i++) {
      MmBox ink = lines.placeOf(i, box, style);
      placed.add(new FilledForm.Placed(page, box, ink, lines.lines().get(i).text()));
    }
    return true;
  }

  private static MmBox cellOf(MmBox box, int place, int count) {
    double width = box.widthMm() / count;
    return new MmBox(box.xMm() + place * width, box.yMm(), width, box.heightMm());
  }

  private static String yearOf(WarekiParts parts, boolean isWestern) {
    return isWestern ? "" + parts.era().westernYear(parts.year()) : parts.yearText();
  }

  private static String textOf(FormValue value) {
    return switch (value) {
      case FormValue.Text(String text) -> text;
      case FormValue.Day day -> day.written();
      case FormValue.Chosen(String code) -> code;
    };
  }
}
