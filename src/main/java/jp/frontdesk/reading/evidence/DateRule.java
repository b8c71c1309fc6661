package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;

/// Dates: two passes must give the same day of a calendar, or the same permitted wording.
final class DateRule implements FieldRule {
  private static final String ALLOWED = "0123456789年月日令和平成昭大正明治元不詳頃推定上中下旬.-/";
  private static final Pattern NOISE = Pattern.compile("^[|!｜\\[\\]_'`]+|[|!｜\\[\\]_'`]+$");

  @Override
  public Verdict read(Passes passes) {
    List<Pass> all = new ArrayList<>(List.of(passes.fast(ALLOWED), passes.first()));
    Optional<Verdict> early = agreed(all);
    if (early.isPresent()) {
      return early.orElseThrow();
    }
    all.add(passes.combined(40));
    Optional<Verdict> late = agreed(all);
    if (late.isPresent()) {
      return late.orElseThrow();
    }
    all.add(passes.combined(32));
    return agreed(all).orElseGet(() -> undecided(all));
  }

  private static Optional<Verdict> agreed(List<Pass> passes) {
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
    return votes.entrySet().stream()
        .filter(e -> e.getValue() >= 2)
        .filter(e -> votes.values().stream().filter(v -> v >= e.getValue()).count() == 1)
        .filter(e -> votes.size() == 1 || passes.size() > 2)
        .map(e -> verdict(e.getKey(), prints, votes.size()))
        .findFirst();
  }

  private static Verdict verdict(PrintedDate date, Map<PrintedDate, String> prints, int rivals) {
    String value = prints.getOrDefault(date, date.wareki());
    boolean isCalendarDay = date instanceof PrintedDate.Calendar;
    if (isCalendarDay && rivals == 1) {
      return Verdict.sure(value, 0.98);
    }
    return Verdict.doubtful(
        value,
        0.7,
        isCalendarDay ? Reasons.READINGS_DIFFER : Reasons.NOT_A_DATE,
        List.copyOf(prints.values()));
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
