package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;

/// A place on the page where the values of one label stand.
///
/// @param member from 0 on this page, -1 for fields of the whole paper
/// @param fields what stands there, in order; more than one where they share a cell
/// @param foreign what stands there for a foreign member instead; empty for the same
/// @param lines the lines of print from top to bottom; at least one
/// @param limits where the surroundings of the lines end
/// @param drop words printed with the value that are no part of it
public record Slot(
    int member,
    List<CertificateField> fields,
    List<CertificateField> foreign,
    List<TextLine> lines,
    Box limits,
    List<String> drop) {
  public Slot {
    fields = List.copyOf(fields);
    foreign = List.copyOf(foreign);
    lines = List.copyOf(lines);
    drop = List.copyOf(drop);
  }

  /// The same place for other fields.
  Slot withFields(List<CertificateField> others) {
    return new Slot(member, others, List.of(), lines, limits, drop);
  }

  /// Parts of its lines for some of its fields.
  Slot part(List<CertificateField> some, List<TextLine> pieces) {
    return new Slot(member, some, List.of(), pieces, limits, drop);
  }

  /// One piece of its line for one of its fields.
  ///
  /// @param left where the piece before ends
  /// @param right where the piece behind begins
  Slot piece(CertificateField field, Box ink, int left, int right) {
    int from = Math.max(limits.x(), left);
    Box own = new Box(from, limits.y(), Math.min(limits.right(), right) - from, limits.height());
    return new Slot(member, List.of(field), List.of(), List.of(new TextLine(ink)), own, drop);
  }

  /// The smallest box around all lines.
  public Box inkBox() {
    return lines.stream().map(TextLine::box).reduce(Box::union).orElse(limits);
  }
}
