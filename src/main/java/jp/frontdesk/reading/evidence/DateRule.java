package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;

/// Dates: three readings, our own among them where there is one, and none against them must give
/// the same day of a calendar, or the same permitted wording.
final class DateRule implements FieldRule {
  private static final String ALLOWED = "0123456789年月日令和平成昭大正明治元不詳頃推定上中下旬.-/";
  private static final Alphabet OWN = Alphabet.of(ALLOWED);
  private static final Pattern NOISE = Pattern.compile("^[|!｜\\[\\]_'`]+|[|!｜\\[\\]_'`]+$");

  @Override
  public Verdict read(Passes passes) {
    Pass own = passes.own(OWN);
    List<Pass> all = new ArrayList<>(List.of(passes.fast(ALLOWED), passes.first(), own));
    Optional<Verdict> early = own.text().isEmpty() ? Optional.empty() : agreed(all, 3);
    if (early.isPresent()) {
      return early.orElseThrow();
    }
    all.add(passes.combined(40));
    Optional<Verdict> late = agreed(all, 3);
    if (late.isPresent()) {
      return late.orElseThrow();
    }
    all.add(passes.combined(32));
    return agreed(all, 3).or(() -> agreed(all, 2)).orElseGet(() -> undecided(all));
  }

  /// The day that so many readings gave; sure only if no reading gave another.
  private static Optional<Verdict> agreed(List<Pass> passes, int needed) {
    Map<PrintedDate, Integer> votes = new LinkedHashMap<>();
    Map<PrintedDate, String> prints = new LinkedHashMap<>();
    for (Pass pass : passes) {
      String print = cleaned(pass.text());
      PrintedDate.parse(print)
          .ifPresent(date -> {
            votes.merge(date, 1, Integer::sum);
            prints.putIfAbsent(date, print);
          });
    }
    boolean isUndisputed = votes.size() == 1 && needed >= 3;
    return votes.entrySet().stream()
        .filter(e -> e.getValue() >= needed)
        .filter(e -> votes.values().stream().filter(v -> v >= e.getValue()).count() == 1)
        .map(e -> verdict(e.getKey(), prints, isUndisputed))
        .findFirst();
  }

  private static Verdict verdict(
      PrintedDate date, Map<PrintedDate, String> prints, boolean isUndisputed) {
    String value = prints.getOrDefault(date, date.wareki());
    return isUndisputed
        ? Verdict.sure(value, 0.98)
        : Verdict.doubtful(value, 0.7, Reasons.READINGS_DIFFER, List.copyOf(prints.values()));
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
