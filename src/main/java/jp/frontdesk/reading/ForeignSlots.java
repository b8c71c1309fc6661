package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.FieldRules;

/// Forms with one place for two kinds of members, e.g. 本籍（国籍・在留資格）: a member whose place holds a
/// country or a card number is a foreign one, and then all such places of that member are read so.
final class ForeignSlots {
  private static final Pattern CARD = Pattern.compile("[A-Z0-9]{2}[0-9OISBZ]{8}[A-Z0-9]{2}.*");
  private static final double SMALLEST_GAP = 0.4;

  private final TextLines splitter;
  private final Function<Slot, String> text;

  /// @param text the first reading of a slot
  ForeignSlots(TextLines splitter, Function<Slot, String> text) {
    this.splitter = splitter;
    this.text = text;
  }

  List<Slot> resolved(List<Slot> slots) {
    Set<Integer> foreign = new HashSet<>();
    for (Slot slot : slots) {
      if (!slot.foreign().isEmpty() && isForeign(slot)) {
        foreign.add(slot.member());
      }
    }
    List<Slot> out = new ArrayList<>();
    for (Slot slot : slots) {
      boolean isOther = !slot.foreign().isEmpty() && foreign.contains(slot.member());
      out.addAll(parts(isOther ? slot.withFields(slot.foreign()) : slot));
    }
    return out;
  }

  private boolean isForeign(Slot slot) {
    String print = Texts.folded(text.apply(slot)).toUpperCase(Locale.ROOT);
    return switch (slot.foreign().getFirst()) {
      case NATIONALITY -> FieldRules.startsWithNationality(print);
      case RESIDENCE_CARD -> CARD.matcher(print).matches();
      default -> false;
    };
  }

  /// Values of free wording that share a line are divided at its widest gaps.
  private List<Slot> parts(Slot slot) {
    int fields = slot.fields().size();
    if (fields < 2
        || slot.lines().size() != 1
        || slot.fields().stream().noneMatch(ForeignSlots::isFree)) {
      return List.of(slot);
    }
    List<TextLine> pieces = splitter.parts(slot.lines().getFirst(), SMALLEST_GAP);
    if (pieces.size() < fields) {
      return List.of(slot);
    }
    while (pieces.size() > fields) {
      pieces = withoutNarrowestGap(pieces);
    }
    List<Slot> parts = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      parts.add(slot.part(List.of(slot.fields().get(i)), pieces.get(i)));
    }
    return parts;
  }

  private static boolean isFree(CertificateField field) {
    return switch (field) {
      case NATIONALITY, RESIDENCE_STATUS, RESIDENCE_CARD -> true;
      default -> false;
    };
  }

  private static List<TextLine> withoutNarrowestGap(List<TextLine> pieces) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      places.add(i);
    }
    int at =
        places.stream()
            .min(
                Comparator.comparingInt(
                    i -> pieces.get(i + 1).box().x() - pieces.get(i).box().right()))
            .orElseThrow();
    List<TextLine> joined = new ArrayList<>(pieces);
    TextLine right = joined.remove(at + 1);
    joined.set(at, new TextLine(joined.get(at).box().union(right.box())));
    return joined;
  }
}
