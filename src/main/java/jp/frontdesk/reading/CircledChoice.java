package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.FieldRules;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.page.Ink;

/// Forms printed beforehand, on which a ring stands around the right one of several words: 男・女,
/// 有・無, 明・大・昭・平・令 before a date. Two things must agree: where the ring is, and which word no engine
/// reads because of it.
final class CircledChoice {
  private static final List<String> ERAS = List.of("明", "大", "昭", "平", "令");
  private static final List<String> FULL_ERAS = List.of("明治", "大正", "昭和", "平成", "令和");
  private static final double SEPARATED = 1.45;
  private static final double MOST_INK = 0.35;

  private static final List<String> PENSIONS = List.of("無", "第1号", "第2号", "第3号");
  private static final String WHOLE_ERA = "(令和|平成|昭和|大正|明治).*";
  private static final String ONLY_ERAS = "[明大昭平令・.,-]{5,}";
  private static final String IN_DATES = "0123456789年月日元";

  private final Ink ink;
  private final Function<Slot, Passes> passesOf;

  /// @param ink the print of the page
  /// @param passesOf reads a part of a slot
  CircledChoice(Ink ink, Function<Slot, Passes> passesOf) {
    this.ink = ink;
    this.passesOf = passesOf;
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
      case BIRTH_DATE, MOVE_DATE, MOVE_NOTIFIED_DATE, RESIDENCE_UNTIL -> ofEras(slot, text);
      case PENSION -> ofPensions(line, text);
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

  /// 明・大・昭・平・令 before a date: the eras and the rest of the date stand apart.
  private Optional<Verdict> ofEras(Slot slot, String text) {
    List<Box> apart = atWidestGap(slot.lines().getFirst().box());
    boolean mayOffer = ERAS.stream().anyMatch(text::contains) && !text.matches(WHOLE_ERA);
    if (apart.size() != 2 || !mayOffer) {
      return text.matches(ONLY_ERAS) ? Optional.of(Verdict.nothing()) : Optional.empty();
    }
    Box eras = apart.getFirst();
    String offer =
        passesOf.apply(slot.part(slot.fields(), List.of(new TextLine(eras)))).first().text();
    List<String> read = ERAS.stream().filter(offer::contains).toList();
    if (read.size() < 2) {
      return Optional.empty();
    }
    Passes rest = passesOf.apply(slot.part(slot.fields(), List.of(new TextLine(apart.getLast()))));
    Optional<Box> ring = ring(slot.lines().getFirst().box());
    if (ring.isEmpty()) {
      Verdict plain = FieldRules.of(slot.fields().getFirst()).read(rest);
      return plain.value().matches("(1[89]|20)[0-9]{2}年.*")
          ? Optional.of(plain)
          : Optional.of(Verdict.nothing());
    }
    List<String> offered = offered(read, ring.orElseThrow(), eras);
    int at = at(ring.orElseThrow(), eras, offered.size());
    String era = FULL_ERAS.get(ERAS.indexOf(offered.get(at)));
    List<String> dates =
        Stream.of(rest.fast(IN_DATES), rest.combined(40), rest.own(Alphabet.of(IN_DATES)))
            .map(p -> era + Texts.folded(p.text()))
            .toList();
    String date =
        dates.stream()
            .filter(d -> PrintedDate.parse(d).isPresent())
            .max(Comparator.comparingLong(d -> dates.stream().filter(d::equals).count()))
            .orElse(dates.getFirst());
    boolean isSure =
        !read.contains(offered.get(at))
            && read.size() == offered.size() - 1
            && PrintedDate.parse(date).isPresent()
            && dates.stream().filter(date::equals).count() == dates.size();
    return Optional.of(verdict(date, isSure, dates));
  }

  /// The eras printed, one of which no engine reads because of its ring.
  private static List<String> offered(List<String> read, Box ring, Box eras) {
    int first = ERAS.indexOf(read.getFirst());
    int last = ERAS.indexOf(read.getLast());
    boolean hasHole = last - first >= read.size();
    if (!hasHole && ring.centerX() < eras.x() + ring.width() * 3 / 4) {
      first--;
    } else if (!hasHole && ring.centerX() > eras.right() - ring.width() * 3 / 4) {
      last++;
    }
    return ERAS.subList(Math.max(0, first), Math.min(ERAS.size(), last + 1));
  }

  /// The word under a ring, when so many of one width stand in a line.
  private static int at(Box ring, Box words, int count) {
    int share = (ring.centerX() - words.x()) * count / Math.max(1, words.width());
    return Math.clamp(share, 0, count - 1);
  }

  /// A line cut in two at its widest gap.
  private List<Box> atWidestGap(Box line) {
    List<Box> runs = InkRuns.of(ink, line);
    int widest = -1;
    int gap = line.height() / 2;
    for (int i = 0; i + 1 < runs.size(); i++) {
      int here = runs.get(i + 1).x() - runs.get(i).right();
      if (here > gap) {
        gap = here;
        widest = i;
      }
    }
    return widest < 0
        ? List.of(line)
        : Stream.of(runs.subList(0, widest + 1), runs.subList(widest + 1, runs.size()))
            .map(part -> part.stream().reduce(Box::union).orElseThrow())
            .toList();
  }

  /// 無・第1号・第2号・第3号 with a ring around one.
  private Optional<Verdict> ofPensions(Box line, String text) {
    List<String> read = PENSIONS.stream().filter(text::contains).toList();
    if (read.size() < 2) {
      return Optional.empty();
    }
    Optional<Box> ring = ring(line);
    if (ring.isEmpty()) {
      return Optional.of(Verdict.nothing());
    }
    List<String> missing = PENSIONS.stream().filter(p -> !read.contains(p)).toList();
    boolean isNoneLast = text.indexOf("無") > text.indexOf("号");
    List<String> order = new ArrayList<>(PENSIONS);
    Collections.rotate(order, isNoneLast ? -1 : 0);
    double whole = order.stream().mapToDouble(CircledChoice::ems).sum() + order.size() - 1;
    double at = (ring.orElseThrow().centerX() - line.x()) * whole / line.width();
    String nearest = order.getFirst();
    double start = -0.5;
    for (String word : order) {
      nearest = at >= start ? word : nearest;
      start += ems(word) + 1;
    }
    boolean isSure = missing.equals(List.of(nearest));
    return Optional.of(verdict(nearest, isSure, PENSIONS));
  }

  private static double ems(String word) {
    return word.length() == 1 ? 1 : 2.6;
  }

  private static Verdict verdict(String value, boolean isSure, List<String> others) {
    return isSure
        ? Verdict.sure(value, 0.93)
        : Verdict.doubtful(value, 0.5, Reasons.UNCLEAR, others);
  }

  /// The ring by its height, else the largest connected ink of about the line's height that is
  /// mostly empty inside.
  private Optional<Box> ring(Box line) {
    return Ring.in(ink, line)
        .or(() ->
            InkBlobs.of(ink, line).stream()
                .filter(b -> b.box().height() > 0.75 * line.height())
                .filter(b -> b.box().width() > 0.7 * b.box().height())
                .filter(b -> b.box().width() < 2.2 * b.box().height())
                .filter(b -> b.count() < MOST_INK * b.box().width() * b.box().height())
                .filter(InkBlobs.Blob::surrounds)
                .max(Comparator.comparingInt(b -> b.box().width() * b.box().height()))
                .map(InkBlobs.Blob::box));
  }
}
