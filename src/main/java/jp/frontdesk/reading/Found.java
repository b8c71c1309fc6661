package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.Verdict;

/// A field with its verdict and place, before rules that look at the whole page.
///
/// @param field which field
/// @param member from 0 on this page, -1 for fields of the whole paper
/// @param verdict what the evidence of the field itself says
/// @param box the ink of the value
/// @param lines the lines of print that hold the value and nothing else but words to drop; empty
///   where they hold more
/// @param drop words printed with the value
record Found(
    CertificateField field,
    int member,
    Verdict verdict,
    Box box,
    List<TextLine> lines,
    List<String> drop) {
  Found {
    lines = List.copyOf(lines);
    drop = List.copyOf(drop);
  }

  /// A value that shares its print with something else.
  Found(CertificateField field, int member, Verdict verdict, Box box) {
    this(field, member, verdict, box, List.of(), List.of());
  }

  /// What stands in a slot of its own.
  static Found at(Slot slot, Verdict verdict) {
    return new Found(
        slot.fields().getFirst(), slot.member(), verdict, slot.inkBox(), slot.lines(), slot.drop());
  }

  Found with(Verdict other) {
    return new Found(field, member, other, box, lines, drop);
  }
}
