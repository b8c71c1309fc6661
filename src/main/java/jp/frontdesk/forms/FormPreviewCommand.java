package jp.frontdesk.forms;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.SampleHousehold;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `frontdesk form-preview FORM`: fills a form with invented households, writes PDF and pictures,
/// and names every box whose text had to shrink, wrap or change its font. Status 1 with every fault
/// when the form or a household cannot be used.
@Command(
    name = "form-preview",
    description = "Fills a form with invented households and writes PDF and PNG, without a desk.",
    mixinStandardHelpOptions = true)
public final class FormPreviewCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FORM", description = "the folder's name, or all")
  String form = "";

  @Option(
      names = "--household",
      description = "a household's file; more than one may be given (default: every sample)")
  List<Path> households = new ArrayList<>();

  @Option(names = "--town", description = "takes the forms of this town's folder in kiosk-config")
  Optional<String> town = Optional.empty();

  @Option(names = "--signed", description = "signs with an invented scribble")
  boolean isSigned;

  @Option(names = "--out", description = "the folder to write to (default: ${DEFAULT-VALUE})")
  Path out = Path.of("preview");

  @Option(names = "--dpi", description = "of the pictures (default: ${DEFAULT-VALUE})")
  int dpi = 100;

  @Option(names = "--templates", description = "default: ${DEFAULT-VALUE}")
  Path templates = Path.of("templates");

  @Option(names = "--config", description = "default: ${DEFAULT-VALUE}")
  Path config = Path.of("kiosk-config");

  private final FormContext context =
      new FormContext(
          "架空町",
          "架空町長",
          MoveKind.MOVING_IN,
          LocalDate.of(2026, 4, 6),
          false,
          CharacterPictures.none(),
          Optional.empty());

  @Override
  public Integer call() throws IOException {
    FormLibrary library =
        FormLibrary.load(templates, config.resolve(town.orElse("no town of its own")));
    List<FormTemplate> wanted =
        library.forms().stream().filter(f -> form.equals("all") || f.id().equals(form)).toList();
    List<String> faults =
        new ArrayList<>(
            library.problems().stream()
                .filter(problem -> form.equals("all") || isAbout(problem))
                .map(FormProblem::toString)
                .toList());
    if (wanted.isEmpty() && faults.isEmpty()) {
      faults.add(
          "no form '"
              + form
              + "'; there are "
              + library.forms().stream().map(FormTemplate::id).toList());
    }
    FormFiller filler = new FormFiller(PaperFonts.open(FontPaths.debian()));
    for (Path file : households.isEmpty() ? samples() : households) {
      switch (SampleHousehold.read(file)) {
        case SampleHousehold.Outcome.Faulty(List<String> more) -> faults.addAll(more);
        case SampleHousehold.Outcome.Read(MoveKind kind, Confirmed<MovingInRecord> household) ->
            fill(filler, wanted, file, kind, household);
      }
    }
    faults.forEach(System.err::println);
    return faults.isEmpty() ? 0 : 1;
  }

  private void fill(
      FormFiller filler,
      List<FormTemplate> wanted,
      Path file,
      MoveKind kind,
      Confirmed<MovingInRecord> household)
      throws IOException {
    for (FormTemplate one : wanted) {
      String name = one.id() + "-" + nameOf(file);
      if (filler.isNeeded(one, kind, household)) {
        write(name, filler.fill(one, household, signed().withKind(kind)));
      } else {
        String why = one.kinds().contains(kind) ? "about nobody in it" : "not for " + kind.word();
        System.out.println(name + ": " + why);
      }
    }
  }

  private FormContext signed() {
    return context.withSignature(isSigned ? Optional.of(scribble()) : Optional.empty());
  }

  /// Lines like writing, of nobody.
  static Signature scribble() {
    List<Signature.Stroke> strokes = new ArrayList<>();
    for (int letter = 0; letter < 4; letter++) {
      List<Signature.Point> points = new ArrayList<>();
      for (int step = 0; step <= 60; step++) {
        double turn = step * Math.PI / 20;
        points.add(
            new Signature.Point(
                0.15 + letter * 0.2 + 0.05 * Math.sin(turn) + step * 0.001,
                0.5 + 0.3 * Math.cos(turn * (1 + letter * 0.25))));
      }
      strokes.add(new Signature.Stroke(points));
    }
    return new Signature(3, strokes);
  }

  private boolean isAbout(FormProblem problem) {
    return problem.file().toString().contains("/" + form + "/");
  }

  private List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(templates.resolve("households"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static String nameOf(Path file) {
    return String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
  }

  private void write(String name, FilledForm filled) throws IOException {
    Files.createDirectories(out);
    Files.write(out.resolve(name + ".pdf"), filled.pdf());
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      PDFRenderer renderer = new PDFRenderer(document);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        BufferedImage picture = renderer.renderImageWithDPI(page - 1, dpi);
        Path file = out.resolve(name + "-" + page + ".png");
        if (!ImageIO.write(picture, "png", file.toFile())) {
          throw new IOException("no writer for PNG");
        }
        System.out.println(file);
      }
    }
    for (BoxNote note : filled.notes()) {
      System.out.printf(
          "  page %d, %s: %s (%.1f pt)%n",
          note.page(),
          note.box(),
          note.kinds().stream().map(BoxNote.Kind::words).collect(Collectors.joining(", ")),
          note.sizePt());
    }
    filled.warnings().stream()
        .filter(warning -> warning.code().equals("label_too_long"))
        .forEach(
            warning -> System.out.println("  page " + warning.page() + ": " + warning.message()));
  }
}
