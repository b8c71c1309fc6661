package jp.frontdesk.server;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import jp.frontdesk.guide.GuideBook;
import picocli.CommandLine.Command;

/// `frontdesk check-config`: checks the towns' files as a start does, tries the examples of every
/// rule, and lists what is not translated. Status 1 when a start would refuse.
@Command(
    name = "check-config",
    description = "Checks the files of all towns as a start does, without starting.",
    mixinStandardHelpOptions = true)
public final class CheckConfigCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return switch (Settings.fromEnvironment()) {
      case Settings.Outcome.Faulty(List<String> faults) -> refuse(faults);
      case Settings.Outcome.Usable(Settings settings) -> check(TownSettings.load(settings));
    };
  }

  private static int check(TownSettings towns) {
    Set<String> gaps = new LinkedHashSet<>();
    towns.guides().values().stream().map(GuideBook::gaps).forEach(gaps::addAll);
    gaps.forEach(gap -> System.out.println("not translated, shown in やさしい日本語: " + gap));
    if (!towns.faults().isEmpty()) {
      return refuse(towns.faults());
    }
    System.out.println(towns.towns().all().size() + " towns: nothing wrong");
    return 0;
  }

  private static int refuse(List<String> faults) {
    faults.forEach(System.err::println);
    return 1;
  }
}
