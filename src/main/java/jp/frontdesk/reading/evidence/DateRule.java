package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;

/// Dates: three readings, our own among them where there is one, or the engine's first and a clear
/// one of ours, and none against them must give the same day of a calendar, or the same permitted
/// wording.
final class DateRule implements FieldRule {
  private static final String ALLOWED = "0123456789年月日令和平成昭大正明治元不詳頃推定上中下旬.-/";
  private static final Alphabet OWN = Alphabet.of(ALLOWED);
  private static final double CLEAR = 0.85;
  private static final Pattern NOISE = Pattern.compile("^[|!｜\\[\\]_'`]+|[|!｜\\[\\]_'`]+$");

  @Override
  public Verdict read(Passes passes) {
    Pass own = passes.own(OWN);
    List<Pass> all = new ArrayList<>(List.of(passes.first(), own));
    Optional<Verdict> clear = own.lowest() >= CLEAR ? undisputed(all, 2) : Optional.empty();
    if (clear.isPresent()) {
      return clear.orElseThrow();
    }
    all.addFirst(passes.fast(ALLOWED));
    Optional<Verdict> early = own.text().isEmpty() ? Optional.empty() : undisputed(all, 3);
    if (early.isPresent()) {
      return early.orElseThrow();
    }
    all.add(passes.combined(40));
    Optional<Verdict> late = undisputed(all, 3);
    if (late.isPresent()) {
      return late.orElseThrow();
    }
    all.add(passes.combined(32));
    return undisputed(all, 3).or(() -> most(all)).orElseGet(() -> undecided(all));
  }

  /// The one day any reading gave, if so many gave it.
  private static Optional<Verdict> undisputed(List<Pass> passes, int needed) {
    Map<PrintedDate, List<String>> prints = prints(passes);
    return prints.values().stream()
        .filter(same -> prints.size() == 1 && same.size() >= needed)
        .map(same -> Verdict.sure(same.getFirst(), 0.98))
        .findFirst();
  }

  /// The day that more readings gave than any other, at least two.
  private static Optional<Verdict> most(List<Pass> passes) {
    Collection<List<String>> prints = prints(passes).values();
    List<String> firsts = prints.stream().map(List::getFirst).toList();
    return prints.stream()
        .filter(same -> same.size() >= 2)
        .filter(same -> prints.stream().filter(o -> o.size() >= same.size()).count() == 1)
        .map(same -> Verdict.doubtful(same.getFirst(), 0.7, Reasons.READINGS_DIFFER, firsts))
        .findFirst();
  }

  /// How each day was read, in the order of the readings.
  private static Map<PrintedDate, List<String>> prints(List<Pass> passes) {
    Map<PrintedDate, List<String>> prints = new LinkedHashMap<>();
    for (Pass pass : passes) {
      String print = cleaned(pass.text());
      PrintedDate.parse(print)
          .ifPresent(date -> prints.computeIfAbsent(date, _ -> new ArrayList<>()).add(print));
    }
    return prints;
  }

  private static Verdict undecided(List<Pass> passes) {
    List<String> prints = passes.stream().map(p -> cleaned(p.text())).toList();
    return prints.stream()
        .filter(p -> PrintedDate.parse(p).isPresent())
        .findFirst()
        .map(p -> Verdict.doubtful(p, 0.5, Reasons.READINGS_DIFFER, prints))
        .orElseGet(() ->
            prints.getFirst().isEmpty()
                ? Verdict.nothing()
                : Verdict.doubtful(prints.getFirst(), 0.2, Reasons.NOT_A_DATE, prints));
  }

  /// Half width, and what engines make of the edge of a cell taken away.
  private static String cleaned(String text) {
    return NOISE.matcher(Texts.folded(text)).replaceAll("");
  }
}
