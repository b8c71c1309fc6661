package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.review.Confirmed;

/// Fills forms. Holds only the fonts: no two calls share anything of a record, and any number of
/// threads may call at once.
public final class FormFiller {
  private final PaperFonts fonts;

  /// A filler that sets its forms in these fonts.
  public FormFiller(PaperFonts fonts) {
    this.fonts = fonts;
  }

  /// Whether the form is for such a move and about anybody in the record; an optional one may be
  /// asked for then.
  public boolean isNeeded(FormTemplate form, MoveKind kind, Confirmed<MovingInRecord> confirmed) {
    return form.kinds().contains(kind) && !form.membersOf(confirmed.value()).isEmpty();
  }

  /// Fills a form: as many sheets as its members take, then a sheet 別紙 where a value was too long
  /// for its box. The same record gives the same bytes.
  ///
  /// @throws IllegalArgumentException when the form is not for such a move, about nobody in the
  ///   record, or takes more members than it has rows for
  public FilledForm fill(
      FormTemplate form, Confirmed<MovingInRecord> confirmed, FormContext context) {
    if (!form.kinds().contains(context.kind())) {
      throw new IllegalArgumentException("the form is not for such a move");
    }
    List<Member> members = form.membersOf(confirmed.value());
    if (members.isEmpty()) {
      throw new IllegalArgumentException("the form is about nobody in this record");
    }
    int sheets = sheetCount(form, members.size());
    Attempt plain = new Attempt(form, confirmed, context, members, sheets, 0);
    plain.paint();
    if (plain.annexed.isEmpty()) {
      return plain.finish();
    }
    int annexes = AnnexSheet.countFor(plain.annexed);
    Attempt withAnnex = new Attempt(form, confirmed, context, members, sheets, annexes);
    withAnnex.paint();
    return withAnnex.finish();
  }

  /// Told where somebody stands on the form only because the birth date does not tell the age.
  public Optional<FilledForm.Warning> ageWarning(
      FormTemplate form, Confirmed<MovingInRecord> confirmed) {
    long uncertain = form.who().uncertainIn(confirmed.value());
    return uncertain == 0
        ? Optional.empty()
        : Optional.of(
            new FilledForm.Warning(
                "age_unknown",
                1,
                "生年月日からは年齢が決まらない人が" + uncertain + "人います。該当するか確かめ、該当しない人は線で消してください。"));
  }

  private static int sheetCount(FormTemplate form, int members) {
    if (form.isPerMember()) {
      return members * (form.next().isPresent() ? 2 : 1);
    }
    int left = members - form.first().rowCount();
    if (left <= 0 || form.first().rowCount() == 0) {
      return 1;
    }
    int each =
        form.next()
            .map(FormTemplate.FormPage::rowCount)
            .orElseThrow(() -> new IllegalArgumentException("the form has too few rows"));
    return 1 + (left + each - 1) / each;
  }

  /// One way of setting the document, with a given number of pages.
  private final class Attempt {
    private final FormTemplate form;
    private final Confirmed<MovingInRecord> confirmed;
    private final FormContext context;
    private final List<Member> members;
    private final int sheets;
    private final int annexes;
    private final PdfPaper paper = new PdfPaper(fonts);
    private final List<FilledForm.Placed> placed = new ArrayList<>();
    private final List<FilledForm.Warning> warnings = new ArrayList<>();
    private final List<FormPainter.Annexed> annexed = new ArrayList<>();
    private final List<BoxNote> notes = new ArrayList<>();
    private final List<FilledForm.Rule> rules = new ArrayList<>();

    Attempt(
        FormTemplate form,
        Confirmed<MovingInRecord> confirmed,
        FormContext context,
        List<Member> members,
        int sheets,
        int annexes) {
      this.form = form;
      this.confirmed = confirmed;
      this.context = context;
      this.members = members;
      this.sheets = sheets;
      this.annexes = annexes;
    }

    void paint() {
      int firstMember = 0;
      int each = form.isPerMember() ? sheets / members.size() : sheets;
      for (int page = 1; page <= sheets; page++) {
        boolean isFirst = (page - 1) % each == 0;
        FormTemplate.FormPage layout = isFirst ? form.first() : form.next().orElseThrow();
        int person = (page - 1) / each;
        FormScope scope =
            form.isPerMember()
                ? scopeOf((page - 1) % each + 1, each).ofMember(members.get(person), person + 1)
                : scopeOf(page, sheets + annexes);
        paintSheet(layout, page, scope, firstMember);
        firstMember += layout.rowCount();
      }
      for (int annex = 1; annex <= annexes; annex++) {
        int page = sheets + annex;
        PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
        FormPainter painter = new FormPainter(fonts, sheet, page, context.pictures());
        AnnexSheet.paint(
            painter, sheet, form, scopeOf(page, sheets + annexes), AnnexSheet.part(annexed, annex));
        placed.addAll(painter.placed());
      }
    }

    /// @param page as printed: of the document, or of one member's sheets, which are handed in
    ///   apart
    private FormScope scopeOf(int page, int pages) {
      return new FormScope(confirmed.value(), context, Optional.empty(), 0, page, pages);
    }

    private void paintSheet(
        FormTemplate.FormPage layout, int page, FormScope scope, int firstMember) {
      PdfSheet sheet = paper.addSheet(layout.widthMm(), layout.heightMm());
      layout.background().ifPresent(below -> paper.paintBackground(sheet, below));
      FormPainter painter = new FormPainter(fonts, sheet, page, context.pictures());
      layout.items().forEach(item -> painter.paint(item, scope));
      layout.rows().ifPresent(rows -> paintRows(painter, rows, scope, firstMember));
      keep(painter);
    }

    private void paintRows(
        FormPainter painter, FormTemplate.Rows rows, FormScope scope, int firstMember) {
      for (int row = 0; row < rows.count(); row++) {
        int member = firstMember + row;
        double down = rows.topMm() + row * rows.heightMm();
        FormScope own =
            member < members.size()
                ? scope.ofMember(members.get(member), member + 1)
                : scope.ofEmptyRow();
        rows.items().forEach(item -> painter.paint(item.moved(rows.leftMm(), down), own));
        if (member == members.size()) {
          rows.endMark().ifPresent(mark -> painter.paint(mark.moved(rows.leftMm(), down), own));
        }
      }
    }

    private void keep(FormPainter painter) {
      placed.addAll(painter.placed());
      warnings.addAll(painter.warnings());
      annexed.addAll(painter.annexed());
      notes.addAll(painter.notes());
      rules.addAll(painter.rules());
    }

    FilledForm finish() {
      List<String> missing = paper.missingGlyphs();
      if (!missing.isEmpty()) {
        warnings.add(
            new FilledForm.Warning(
                "missing_glyph", 1, "印字できない文字が" + missing.size() + "か所あり、「〓」で示しました。手書きで補ってください。"));
      }
      if (paper.picturedGlyphs() > 0) {
        warnings.add(
            new FilledForm.Warning(
                "pictured_glyph",
                1,
                "どの字体にもない文字が" + paper.picturedGlyphs() + "か所あり、転出証明書の画像から印字しました。形を確かめてください。"));
      }
      ageWarning(form, confirmed).ifPresent(warnings::add);
      byte[] pdf = paper.toBytes(form.title(), confirmed.confirmedAt());
      return new FilledForm(
          confirmed.value().caseId(),
          form.id(),
          pdf,
          sheets + annexes,
          warnings,
          missing,
          placed,
          notes,
          rules);
    }
  }
}
