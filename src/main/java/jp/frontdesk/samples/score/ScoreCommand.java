package jp.frontdesk.samples.score;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `frontdesk score`: compares the lines of `frontdesk read` with the truth.
@Command(
    name = "score",
    description = "Compares what was read with the truth, by type, field, level and layout.")
public final class ScoreCommand implements Callable<Integer> {
  @Option(names = "--truth", required = true, description = "folder with ID.truth.json")
  Path truth = Path.of(".");

  @Option(names = "--pred", required = true, description = "file of JSON lines from frontdesk read")
  Path predictions = Path.of(".");

  @Option(
      names = "--texts",
      description = "folder with ID-pN.txt of a plain recognition, the baseline")
  Optional<Path> texts = Optional.empty();

  @Option(names = "--errors", description = "how many errors to list (default: none)")
  int shownErrors = 0;

  @Option(
      names = "--counts",
      description = "file for how often each kind of evidence was right, of lines read --stated")
  Optional<Path> counts = Optional.empty();

  @Option(
      names = "--report",
      description = "folder for index.html, which shows every wrong field with its picture")
  Optional<Path> report = Optional.empty();

  @Override
  public Integer call() throws IOException {
    Map<String, Prediction> read = Prediction.readAll(predictions);
    Scoring scoring = new Scoring(texts.isPresent());
    for (TruthFile paper : TruthFile.readAll(truth)) {
      scoring.add(paper, read.getOrDefault(paper.id(), Prediction.none()), plainText(paper.id()));
    }
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.print(scoring.render(shownErrors));
    out.flush();
    if (counts.isPresent()) {
      Files.writeString(counts.get(), scoring.reliability().counts());
    }
    if (report.isPresent()) {
      new MistakeReport(report.get(), truth).write(scoring.render(0), scoring.mistakes());
    }
    return 0;
  }

  private String plainText(String id) throws IOException {
    if (texts.isEmpty()) {
      return "";
    }
    List<Path> pages;
    try (Stream<Path> all = Files.list(texts.get())) {
      pages =
          all.filter(f -> String.valueOf(f.getFileName()).startsWith(id + "-p")).sorted().toList();
    }
    StringBuilder text = new StringBuilder();
    for (Path page : pages) {
      text.append(FieldComparison.folded(Files.readString(page)));
    }
    return text.toString();
  }
}
