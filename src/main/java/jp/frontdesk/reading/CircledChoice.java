package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.FieldRules;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.page.Ink;
import jp.frontdesk.reading.page.Oval;

/// Forms printed beforehand, on which a ring stands around the right one of several words: 男・女,
/// 有・無, 明・大・昭・平・令 before a date. The words are read without the ring; a choice is certain where all
/// its words were read and one ring stands around one of them. Without a ring nothing is chosen.
final class CircledChoice {
  private static final List<String> ERAS = List.of("明", "大", "昭", "平", "令");
  private static final List<String> FULL_ERAS = List.of("明治", "大正", "昭和", "平成", "令和");
  private static final List<String> PENSIONS = List.of("無", "第1号", "第2号", "第3号");
  private static final String WHOLE_ERA = "(令和|平成|昭和|大正|明治).*";
  private static final double SEPARATED = 1.45;
  private static final double EM_OF_HEIGHT = 1.06;
  private static final double NEAR_EMS = 0.6;

  private final List<Oval> rings;
  private final Ink ink;
  private final Function<Slot, Passes> passesOf;

  /// @param rings all rings of the page
  /// @param ink the print of the page without them
  /// @param passesOf reads a part of a slot
  CircledChoice(List<Oval> rings, Ink ink, Function<Slot, Passes> passesOf) {
    this.rings = rings;
    this.ink = ink;
    this.passesOf = passesOf;
  }

  /// The words a form may offer for a field, none where it offers none.
  static List<String> wordsOf(CertificateField field) {
    return switch (field) {
      case SEX -> List.of("男", "女");
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE -> List.of("有", "無");
      case PENSION -> PENSIONS;
      case BIRTH_DATE, MOVE_DATE, MOVE_NOTIFIED_DATE, RESIDENCE_UNTIL -> ERAS;
      default -> List.of();
    };
  }

  /// What is chosen, where the print is a choice; empty where it is a plain value.
  Optional<Verdict> read(Slot slot, Passes passes) {
    if (slot.lines().size() != 1 || slot.fields().size() != 1 || passes.isOneCharacter()) {
      return Optional.empty();
    }
    String text = Texts.folded(passes.first().text());
    List<String> words = wordsOf(slot.fields().getFirst());
    return words.isEmpty()
        ? Optional.empty()
        : words.equals(ERAS) ? ofEras(slot, text) : ofWords(slot, text, words);
  }

  private Optional<Verdict> ofWords(Slot slot, String text, List<String> words) {
    Box line = slot.lines().getFirst().box();
    boolean isPair = words.size() == 2;
    Optional<OfferedChoice> offer = OfferedChoice.of(text, words, words.size());
    boolean mayOffer =
        offer.isPresent()
            || words.stream().filter(text::contains).count() > 1
            || (isPair && !rings.isEmpty() && line.width() >= SEPARATED * line.height());
    if (!mayOffer) {
      return Optional.empty();
    }
    List<Oval> here = ringsIn(line);
    if (here.size() != 1) {
      return Optional.of(Verdict.nothing());
    }
    List<String> offered = offer.map(OfferedChoice::words).orElse(words);
    List<Double> centres = centres(line, offered);
    int at = nearest(centres, here.getFirst());
    boolean isSure =
        offer.filter(o -> o.agreesWith(at)).isPresent()
            && isUnder(line, centres.get(at), here.getFirst());
    return Optional.of(
        isSure
            ? Verdict.sure(offered.get(at), 0.97)
            : Verdict.doubtful(offered.get(at), 0.5, Reasons.UNCLEAR, words));
  }

  /// 明・大・昭・平・令 before a date: the eras and the rest of the date stand apart.
  private Optional<Verdict> ofEras(Slot slot, String text) {
    boolean mayOffer = ERAS.stream().filter(text::contains).count() > 1 || !rings.isEmpty();
    if (!mayOffer || text.matches(WHOLE_ERA)) {
      return Optional.empty();
    }
    if (OfferedChoice.of(text, ERAS, 2).filter(o -> o.unread() < 0).isPresent()) {
      return Optional.of(Verdict.nothing());
    }
    Box line = slot.lines().getFirst().box();
    List<Box> apart = atWidestGap(line);
    Box eras = apart.getFirst();
    String offer = Texts.folded(textOf(slot, eras));
    List<String> read = ERAS.stream().filter(offer::contains).toList();
    Optional<OfferedChoice> clear = OfferedChoice.of(offer, ERAS, 2);
    if (clear.isEmpty() && read.size() < 2) {
      return Optional.empty();
    }
    if (apart.size() == 1) {
      return Optional.of(Verdict.nothing());
    }
    List<Oval> here = ringsIn(line);
    Passes rest = passesOf.apply(slot.part(slot.fields(), List.of(new TextLine(apart.getLast()))));
    if (here.size() != 1) {
      Verdict plain = FieldRules.of(slot.fields().getFirst()).read(rest);
      boolean isWhole = here.isEmpty() && plain.value().matches("(1[89]|20)[0-9]{2}年.*");
      return Optional.of(isWhole ? plain : Verdict.nothing());
    }
    List<String> offered =
        clear
            .map(OfferedChoice::words)
            .orElseGet(() ->
                ERAS.subList(ERAS.indexOf(read.getFirst()), ERAS.indexOf(read.getLast()) + 1));
    List<Double> centres = centres(eras, offered);
    int at = nearest(centres, here.getFirst());
    boolean isSure =
        clear.filter(o -> o.agreesWith(at)).isPresent()
            && isUnder(eras, centres.get(at), here.getFirst());
    Verdict date =
        FieldRules.of(slot.fields().getFirst())
            .read(new AfterEra(FULL_ERAS.get(ERAS.indexOf(offered.get(at))), rest));
    return Optional.of(
        isSure || date.needsReview()
            ? date
            : Verdict.doubtful(date.value(), 0.5, Reasons.UNCLEAR, date.candidates()));
  }

  private String textOf(Slot slot, Box part) {
    return passesOf.apply(slot.part(slot.fields(), List.of(new TextLine(part)))).first().text();
  }

  private List<Oval> ringsIn(Box line) {
    int reach = line.height() / 2;
    return rings.stream()
        .filter(r -> r.y() > line.y() && r.y() < line.bottom())
        .filter(r -> r.x() > line.x() - reach && r.x() < line.right() + reach)
        .toList();
  }

  /// The middle column of each word of a line: words of one character are as wide as high, room for
  /// one stands between two; longer words share what is left.
  private static List<Double> centres(Box line, List<String> words) {
    double em = EM_OF_HEIGHT * line.height();
    long longer = words.stream().filter(w -> w.length() > 1).count();
    int gaps = words.size() - 1;
    double whole = line.width() / em;
    double longWord =
        longer == 0 ? 0 : Math.clamp((whole - gaps - words.size() + longer) / longer, 2, 3.2);
    double gap = (whole - (words.size() - longer) - longer * longWord) / gaps;
    List<Double> centres = new ArrayList<>();
    double start = 0;
    for (String word : words) {
      double width = word.length() > 1 ? longWord : 1;
      centres.add(line.x() + em * (start + width / 2));
      start += width + gap;
    }
    return centres;
  }

  private static int nearest(List<Double> centres, Oval ring) {
    return IntStream.range(0, centres.size())
        .boxed()
        .min(Comparator.comparingDouble(i -> Math.abs(centres.get(i) - ring.x())))
        .orElseThrow();
  }

  private static boolean isUnder(Box line, double centre, Oval ring) {
    return Math.abs(centre - ring.x()) < NEAR_EMS * line.height();
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
}
