package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Ink;

/// Words to choose from that share a place with other values, e.g. 無・第1号・第2号・第3号　1234-567890: they
/// are divided at the wide gaps between them.
final class OfferedWords {
  private static final double WIDE_GAP = 0.8;

  private final boolean hasRings;
  private final Ink ink;
  private final Function<Slot, String> text;

  /// @param hasRings whether rings choose on this page; elsewhere 有／無 are two values
  /// @param ink the print of the page without its rings
  /// @param text the first reading of a slot
  OfferedWords(boolean hasRings, Ink ink, Function<Slot, String> text) {
    this.hasRings = hasRings;
    this.ink = ink;
    this.text = text;
  }

  /// The places with those divided that hold words to choose from and more.
  List<Slot> divided(List<Slot> slots) {
    return slots.stream().flatMap(s -> divided(s).stream()).toList();
  }

  private List<Slot> divided(Slot slot) {
    boolean mayOffer =
        hasRings
            && slot.fields().size() > 1
            && slot.lines().size() == 1
            && offeredFor(slot.fields(), Texts.folded(text.apply(slot))).isPresent();
    if (!mayOffer) {
      return List.of(slot);
    }
    List<CertificateField> left = new ArrayList<>(slot.fields());
    List<Slot> parts = new ArrayList<>();
    for (Box box : InkRuns.apart(ink, slot.lines().getFirst().box(), WIDE_GAP)) {
      TextLine piece = new TextLine(box);
      String print = Texts.folded(text.apply(slot.part(slot.fields(), List.of(piece))));
      Optional<CertificateField> offered = offeredFor(left, print);
      if (offered.isPresent()) {
        left.remove(offered.orElseThrow());
        parts.add(slot.part(List.of(offered.orElseThrow()), List.of(piece)));
      } else if (!left.isEmpty()) {
        parts.add(slot.part(List.of(left.removeFirst()), List.of(piece)));
      }
    }
    return parts;
  }

  /// The field of which a print holds two words or more.
  private static Optional<CertificateField> offeredFor(
      List<CertificateField> fields, String print) {
    return fields.stream()
        .filter(f -> CircledChoice.wordsOf(f).stream().filter(print::contains).count() > 1)
        .findFirst();
  }
}
