package jp.frontdesk.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `frontdesk samples DIR`: writes invented papers with their truth into a folder.
@Command(
    name = "samples",
    description = "Writes invented certificates ID-pN.png|jpg with ID.truth.json into a folder.")
public final class SamplesCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "DIR", description = "the folder, made if it is missing")
  Path folder = Path.of(".");

  @Option(names = "--count", description = "how many (default: ${DEFAULT-VALUE})")
  int count = 20;

  @Option(names = "--seed", description = "the same seed gives the same files")
  long seed = 1;

  @Option(
      names = "--level",
      description = "clean, office, poor, photo, or mixed for all four in turn")
  String level = "mixed";

  @Option(names = "--layout", description = "one layout instead of all")
  Optional<String> layout = Optional.empty();

  @Option(
      names = "--split",
      description = "train, tune or test: only that set's layouts, fonts and people")
  Optional<String> split = Optional.empty();

  @Option(names = "--members", description = "people in each household, 1 to 8 (default: any)")
  Optional<Integer> members = Optional.empty();

  @Option(
      names = "--papers",
      description = "certificate (default), or all for other papers among them")
  String papers = "certificate";

  @Option(names = "--shelf", description = "writes the kiosk's shelf and shelf.json instead")
  boolean writesShelf = false;

  @Option(
      names = "--date",
      description = "the day from which the shelf's dates count back (default: today)")
  LocalDate date = LocalDate.now(Clock.system(ZoneId.of("Asia/Tokyo")));

  @Override
  public Integer call() throws IOException {
    if (writesShelf) {
      List<Shelf.Item> _ = Shelf.write(folder, date);
      return 0;
    }
    Files.createDirectories(folder);
    List<ScanLevel> levels = levels();
    List<String> layouts =
        split.map(s -> Split.ofWord(s).layouts()).orElse(CertificateGenerator.LAYOUTS);
    CertificateGenerator generator = new CertificateGenerator();
    for (int i = 0; i < count; i++) {
      SampleSpec spec = SampleSpec.of(levels.get(i % levels.size())).withKind(kind(i));
      if (split.isPresent()) {
        spec = spec.withSplit(Split.ofWord(split.get()));
      }
      if (spec.kind().bearsFields()) {
        spec = spec.withLayout(layout.orElse(layouts.get((i + i / 4) % layouts.size())));
      }
      if (members.isPresent()) {
        spec = spec.withMembers(members.get());
      }
      long itemSeed = seed * 1_000_003 + i;
      String id = "%s-%04d".formatted(spec.level().word(), i + 1);
      var _ = generator.generate(itemSeed, spec).write(folder, id);
    }
    return 0;
  }

  private List<ScanLevel> levels() {
    return level.equals("mixed") ? List.of(ScanLevel.values()) : List.of(ScanLevel.ofWord(level));
  }

  /// Among all papers, two of three are ordinary certificates.
  private PaperKind kind(int index) {
    if (!papers.equals("all") || index % 3 != 2) {
      return PaperKind.CERTIFICATE;
    }
    List<PaperKind> others = new ArrayList<>(List.of(PaperKind.values()));
    others.remove(PaperKind.CERTIFICATE);
    return others.get(index / 3 % others.size());
  }
}
