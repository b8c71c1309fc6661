package jp.frontdesk.forms;

import java.util.List;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.paper.MmBox;

/// A filled form, ready to show, save or print. It knows whose case it is: whoever sends it checks
/// [#caseId()] against the session's case before a byte leaves.
public final class FilledForm {
  /// Something on the form a clerk has to look at. Holds no value of the record.
  ///
  /// @param code `missing_glyph`, `pictured_glyph`, `annexed` (the value stands on the sheet 別紙),
  ///   `age_unknown` (a member is on the form because the birth date does not tell) or
  ///   `label_too_long`
  /// @param page from 1
  /// @param message one sentence in Japanese
  public record Warning(String code, int page, String message) {}

  /// A text as it stands on a page, for tests.
  ///
  /// @param box what it has to keep to
  /// @param ink the em boxes of its lines
  record Placed(int page, MmBox box, MmBox ink, String text) {}

  /// A ruled line as it stands on a page, for tests: a box without width or height.
  record Rule(int page, MmBox line) {}

  private final CaseId caseId;
  private final String formId;
  private final byte[] pdf;
  private final int pages;
  private final List<Warning> warnings;
  private final List<String> missingGlyphs;
  private final List<Placed> placed;
  private final List<BoxNote> notes;
  private final List<Rule> rules;

  FilledForm(
      CaseId caseId,
      String formId,
      byte[] pdf,
      int pages,
      List<Warning> warnings,
      List<String> missingGlyphs,
      List<Placed> placed,
      List<BoxNote> notes,
      List<Rule> rules) {
    this.caseId = caseId;
    this.formId = formId;
    this.pdf = pdf;
    this.pages = pages;
    this.warnings = List.copyOf(warnings);
    this.missingGlyphs = List.copyOf(missingGlyphs);
    this.placed = List.copyOf(placed);
    this.notes = List.copyOf(notes);
    this.rules = List.copyOf(rules);
  }

  /// Whose it is.
  public CaseId caseId() {
    return caseId;
  }

  /// Which form it is, e.g. `moving_in_notification`.
  public String formId() {
    return formId;
  }

  /// The document, a copy of its own for each caller.
  public byte[] pdf() {
    return pdf.clone();
  }

  /// How many pages it has.
  public int pages() {
    return pages;
  }

  /// What a clerk has to look at; mostly empty.
  public List<Warning> warnings() {
    return warnings;
  }

  /// The characters no font has, where 〓 stands; mostly empty. Personal: for the screen, never for
  /// a log.
  public List<String> missingGlyphs() {
    return missingGlyphs;
  }

  /// Which boxes were tight, for whoever draws the form.
  public List<BoxNote> notes() {
    return notes;
  }

  List<Placed> placed() {
    return placed;
  }

  List<Rule> rules() {
    return rules;
  }

  @Override
  public String toString() {
    return "FilledForm(" + formId + ", " + caseId + ", " + pages + " pages)";
  }
}
