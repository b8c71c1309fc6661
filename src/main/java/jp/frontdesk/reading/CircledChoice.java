package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.page.Ink;

/// Forms printed beforehand, on which a ring stands around the right one of several words: 男・女,
/// 有・無, 明・大・昭・平・令 before a date. Two things must agree: where the ring is, and which word no engine
/// reads because of it.
final class CircledChoice {
  private static final List<String> ERAS = List.of("明", "大", "昭", "平", "令");
  private static final List<String> FULL_ERAS = List.of("明治", "大正", "昭和", "平成", "令和");
  private static final double SEPARATED = 1.45;
  private static final double MOST_INK = 0.35;

  private final Ink ink;

  CircledChoice(Ink ink) {
    this.ink = ink;
  }

  /// What is chosen, where the print is a choice; empty where it is a plain value.
  Optional<Verdict> read(Slot slot, Passes passes) {
    if (slot.lines().size() != 1 || slot.fields().size() != 1 || passes.isOneCharacter()) {
      return Optional.empty();
    }
    Box line = slot.lines().getFirst().box();
    String text = Texts.folded(passes.first().text());
    return switch (slot.fields().getFirst()) {
      case SEX -> ofTwo(line, text, List.of("男", "女"));
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE ->
          ofTwo(line, text, List.of("有", "無"));
      case BIRTH_DATE, MOVE_DATE, MOVE_NOTIFIED_DATE, RESIDENCE_UNTIL -> ofEras(line, text, passes);
      default -> Optional.empty();
    };
  }

  private Optional<Verdict> ofTwo(Box line, String text, List<String> words) {
    boolean isWide = line.width() >= SEPARATED * line.height();
    boolean hasBoth = words.stream().allMatch(text::contains);
    if (!isWide && !hasBoth) {
      return Optional.empty();
    }
    Optional<Box> ring = ring(line);
    if (ring.isEmpty()) {
      String read = words.stream().filter(text::contains).findFirst().orElse("");
      return read.isEmpty()
          ? Optional.empty()
          : Optional.of(Verdict.doubtful(read, 0.2, Reasons.UNCLEAR, words));
    }
    int at = ring.orElseThrow().centerX() < line.centerX() ? 0 : 1;
    boolean otherIsRead = text.contains(words.get(1 - at)) && !text.contains(words.get(at));
    return Optional.of(verdict(words.get(at), otherIsRead, words));
  }

  private Optional<Verdict> ofEras(Box line, String text, Passes passes) {
    int start = 0;
    List<String> read = new ArrayList<>();
    while (start < text.length() && !Character.isDigit(text.charAt(start))) {
      String letter = text.substring(start, start + 1);
      if (ERAS.contains(letter)) {
        read.add(letter);
      }
      start++;
    }
    if (read.isEmpty() || (start < 3 && read.size() < 2) || text.matches("(令和|平成|昭和|大正|明治).*")) {
      return Optional.empty();
    }
    String rest = text.substring(start);
    String printed = passes.combined(40).text();
    List<String> offered =
        ERAS.subList(ERAS.indexOf(read.getFirst()), ERAS.size()).stream().toList();
    List<String> missing = ERAS.stream().filter(e -> !read.contains(e)).toList();
    Optional<Box> ring = ring(line);
    if (ring.isEmpty()) {
      return PrintedDate.parse(rest).isPresent()
          ? Optional.of(Verdict.doubtful(rest, 0.5, Reasons.UNCLEAR, List.of(printed)))
          : Optional.empty();
    }
    String era =
        missing.size() == 1
            ? missing.getFirst()
            : read.size() == 1
                ? besideOnly(read.getFirst(), ring.orElseThrow(), line)
                : nearest(ring.orElseThrow(), line, rest);
    boolean isOffered = offered.contains(era) || missing.contains(era);
    String value = FULL_ERAS.get(Math.max(0, ERAS.indexOf(era))) + rest;
    boolean isSure =
        missing.size() == 1
            && isOffered
            && nearest(ring.orElseThrow(), line, rest).equals(era)
            && PrintedDate.parse(value).isPresent()
            && Texts.folded(printed).endsWith(rest);
    return Optional.of(verdict(value, isSure, List.of()));
  }

  /// Of two eras offered the one that is not read: before or after the other.
  private static String besideOnly(String read, Box ring, Box line) {
    int at = ERAS.indexOf(read) + (ring.x() > line.x() + ring.width() / 2 ? 1 : -1);
    return ERAS.get(Math.clamp(at, 0, ERAS.size() - 1));
  }

  /// The era under the ring when all five stand before the date, a dot between each two.
  private static String nearest(Box ring, Box line, String rest) {
    double width = 2 * ERAS.size() - 1 + 0.5;
    for (int i = 0; i < rest.length(); i++) {
      width += rest.charAt(i) < 0x7F ? 0.55 : 1;
    }
    double em = line.width() / width;
    double at = ((ring.centerX() - line.x()) / em - 0.5) / 2;
    return ERAS.get(Math.clamp(Math.round(at), 0, ERAS.size() - 1));
  }

  private static Verdict verdict(String value, boolean isSure, List<String> others) {
    return isSure
        ? Verdict.sure(value, 0.93)
        : Verdict.doubtful(value, 0.5, Reasons.UNCLEAR, others);
  }

  /// The largest connected ink of about the line's height that is mostly empty inside.
  private Optional<Box> ring(Box line) {
    return InkBlobs.of(ink, line).stream()
        .filter(b -> b.box().height() > 0.75 * line.height())
        .filter(b -> b.box().width() > 0.7 * b.box().height())
        .filter(b -> b.box().width() < 2.2 * b.box().height())
        .filter(b -> b.count() < MOST_INK * b.box().width() * b.box().height())
        .filter(InkBlobs.Blob::surrounds)
        .max(java.util.Comparator.comparingInt(b -> b.box().width() * b.box().height()))
        .map(InkBlobs.Blob::box);
  }
}
