package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.FieldRules;

/// Forms with one place for two kinds of members, e.g. 本籍（国籍・在留資格）: a member whose place holds a
/// country or a card number is a foreign one, and then all such places of that member are read so.
final class ForeignSlots {
  private static final Pattern CARD = Pattern.compile("[A-Z0-9]{2}[0-9OISBZ]{8}[A-Z0-9]{2}.*");
  private static final Pattern NUMBER = Pattern.compile("[0-9OISBZ]{6}|[0-9]{4}年");
  private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
  private static final Pattern DATE = Pattern.compile("[0-9]{1,2}[年月日.]|^[令平]");
  private static final Pattern STROKE = Pattern.compile("[/\\\\|・ノプソンー-]");
  private static final double SMALLEST_GAP = 0.7;
  private static final double LEAST_GAP = 0.2;
  private static final double SLASH_GAP = 0.45;

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

  /// A head of a family register 筆頭者 has no number and no day.
  private boolean isForeign(Slot slot) {
    String print = Texts.folded(text.apply(slot)).toUpperCase(Locale.ROOT);
    if (slot.fields().equals(List.of(CertificateField.DOMICILE_HEAD))) {
      return NUMBER.matcher(print).find();
    }
    return slot.foreign().getFirst() == CertificateField.NATIONALITY
        && FieldRules.startsWithNationality(print);
  }

  /// Values of free wording that share lines are divided at their gaps; of a foreign member each
  /// piece tells by itself what it is.
  private List<Slot> parts(Slot slot) {
    if (slot.lines().size() == 1 && isPairOfNames(slot)) {
      return besideSlash(slot);
    }
    if (slot.fields().stream().noneMatch(ForeignSlots::isFree)) {
      return List.of(slot);
    }
    Map<CertificateField, List<TextLine>> places = new EnumMap<>(CertificateField.class);
    for (TextLine line : slot.lines()) {
      Map<CertificateField, Box> inLine = new EnumMap<>(CertificateField.class);
      for (TextLine piece : splitter.parts(line, SMALLEST_GAP)) {
        inLine.merge(kindOf(slot, piece), piece.box(), Box::union);
      }
      inLine.forEach((field, box) ->
          places.computeIfAbsent(field, f -> new ArrayList<>()).add(new TextLine(box)));
    }
    if (places.size() < 2 && isCountryWithStatus(slot)) {
      List<Slot> both = atWidestGap(slot);
      if (!both.isEmpty()) {
        return both;
      }
    }
    if (places.size() < 2) {
      return slot.fields().size() == 1 || places.isEmpty()
          ? List.of(slot)
          : List.of(slot.part(List.copyOf(places.keySet()), slot.lines()));
    }
    List<Slot> parts = new ArrayList<>();
    places.forEach((field, lines) -> parts.add(slot.part(List.of(field), lines)));
    return parts;
  }

  private static boolean isCountryWithStatus(Slot slot) {
    return slot.lines().size() == 1
        && slot.fields()
            .equals(List.of(CertificateField.NATIONALITY, CertificateField.RESIDENCE_STATUS));
  }

  /// A country and a status with less room between them than usual; none where it is only one.
  private List<Slot> atWidestGap(Slot slot) {
    List<TextLine> pieces = splitter.parts(slot.lines().getFirst(), LEAST_GAP);
    int widest =
        IntStream.range(0, pieces.size() - 1)
            .boxed()
            .max(
                Comparator.comparingInt(
                    i -> pieces.get(i + 1).box().x() - pieces.get(i).box().right()))
            .orElse(-1);
    if (widest < 0) {
      return List.of();
    }
    Slot country =
        slot.part(
            slot.fields().subList(0, 1),
            List.of(new TextLine(union(pieces.subList(0, widest + 1)))));
    Slot status =
        slot.part(
            slot.fields().subList(1, 2),
            List.of(new TextLine(union(pieces.subList(widest + 1, pieces.size())))));
    boolean areBoth =
        FieldRules.startsWithNationality(Texts.folded(text.apply(country)))
            || FieldRules.isStatusOfResidence(Texts.folded(text.apply(status)));
    return areBoth ? List.of(country, status) : List.of();
  }

  private static boolean isPairOfNames(Slot slot) {
    return slot.fields().size() == 2
        && slot.fields().stream().allMatch(f -> f.kind() == FieldKind.NAME);
  }

  /// Two names with a stroke between them, e.g. 見本　太郎　／　見本　花子, each by itself.
  private List<Slot> besideSlash(Slot slot) {
    List<TextLine> pieces = splitter.parts(slot.lines().getFirst(), SLASH_GAP);
    List<Integer> strokes =
        IntStream.range(1, Math.max(1, pieces.size() - 1))
            .filter(i -> isStroke(slot, pieces.get(i)))
            .boxed()
            .toList();
    if (strokes.size() != 1) {
      return List.of(slot);
    }
    int at = strokes.getFirst();
    return List.of(
        slot.part(slot.fields().subList(0, 1), List.of(new TextLine(union(pieces.subList(0, at))))),
        slot.part(
            slot.fields().subList(1, 2),
            List.of(new TextLine(union(pieces.subList(at + 1, pieces.size()))))));
  }

  private boolean isStroke(Slot slot, TextLine piece) {
    return piece.box().width() < 1.1 * piece.box().height()
        && STROKE
            .matcher(Texts.folded(text.apply(slot.part(slot.fields(), List.of(piece)))))
            .matches();
  }

  private static Box union(List<TextLine> pieces) {
    return pieces.stream().map(TextLine::box).reduce(Box::union).orElseThrow();
  }

  private CertificateField kindOf(Slot slot, TextLine piece) {
    String print = Texts.folded(text.apply(slot.part(slot.fields(), List.of(piece))));
    if (CARD.matcher(print.toUpperCase(Locale.ROOT)).matches()
        || (!slot.fields().contains(CertificateField.RESIDENCE_STATUS)
            && DIGITS.matcher(print).find())) {
      return CertificateField.RESIDENCE_CARD;
    }
    if (DATE.matcher(print).find()) {
      return CertificateField.RESIDENCE_UNTIL;
    }
    boolean isCountry =
        slot.fields().contains(CertificateField.NATIONALITY)
            && FieldRules.startsWithNationality(print);
    return isCountry ? CertificateField.NATIONALITY : CertificateField.RESIDENCE_STATUS;
  }

  private static boolean isFree(CertificateField field) {
    return switch (field) {
      case RESIDENCE_STATUS, RESIDENCE_CARD -> true;
      default -> false;
    };
  }
}
