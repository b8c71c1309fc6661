import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.forms.CharacterPictures;
import jp.frontdesk.forms.FormContext;
import jp.frontdesk.forms.FormFiller;
import jp.frontdesk.forms.FormLibrary;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.SampleHousehold;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// Measures the filling of forms. Started by `scripts/bench forms` on one core, with a scratch folder
/// and the seconds a test may take.
final class BenchForms {
  private static final Path HOUSEHOLD = Path.of("templates/households/family-of-four.yaml");
  private static final int FIELDS = 70;
  private static final int PDFTK_RUNS = 10;

  private final Path folder;
  private final long testNs;
  private final FormFiller filler = new FormFiller(PaperFonts.open(FontPaths.debian()));
  private final FormContext context = new FormContext("架空町", "架空町長", MoveKind.MOVING_IN, LocalDate.of(2026, 4, 6), false, CharacterPictures.none(), java.util.Optional.empty());
  private final Confirmed<MovingInRecord> household;
  private final List<FormTemplate> forms;

  public static void main(String[] args) throws Exception {
    new BenchForms(Path.of(args[0]), Integer.parseInt(args[1])).measure();
  }

  private BenchForms(Path folder, int seconds) {
    this.folder = folder;
    testNs = TimeUnit.SECONDS.toNanos(seconds);
    household =
        switch (SampleHousehold.read(HOUSEHOLD)) {
          case SampleHousehold.Outcome.Read(var _, Confirmed<MovingInRecord> read) -> read;
          case SampleHousehold.Outcome.Faulty(List<String> faults) ->
              throw new IllegalStateException(String.join("; ", faults));
        };
    FormLibrary library = FormLibrary.load(Path.of("templates"), Path.of("no-overrides"));
    forms = library.forms().stream().filter(f -> filler.isNeeded(f, MoveKind.MOVING_IN, household)).toList();
  }

  private void measure() throws Exception {
    System.out.println("| what | measured | goal |");
    System.out.println("|---|---|---|");
    long start = System.nanoTime();
    int bytes = fillAll();
    row("first household after the start", ms(System.nanoTime() - start), "");
    List<Long> times = new ArrayList<>();
    for (long end = System.nanoTime() + testNs; System.nanoTime() < end; ) {
      long before = System.nanoTime();
      bytes = fillAll();
      times.add(System.nanoTime() - before);
    }
    times.sort(null);
    row(
        "all " + forms.size() + " forms of a household of four (median of " + times.size() + ", p95)",
        ms(times.get(times.size() / 2)) + ", " + ms(times.get(times.size() * 95 / 100)),
        "400 ms for 8 forms or more");
    row("their bytes together", bytes / 1024 + " kB", "");
    sustained();
    pdftk();
  }

  private int fillAll() {
    int bytes = 0;
    for (FormTemplate form : forms) {
      bytes += filler.fill(form, household, context).pdf().length;
    }
    return bytes;
  }

  private void sustained() {
    long start = System.nanoTime();
    long usedAtFirst = 0;
    int filled = 0;
    while (System.nanoTime() - start < testNs) {
      FormTemplate form = forms.get(filled++ % forms.size());
      if (filler.fill(form, household, context).pages() < 1) {
        throw new IllegalStateException("an empty form");
      }
      if (usedAtFirst == 0 && System.nanoTime() - start > testNs / 4) {
        usedAtFirst = usedMb();
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    row("single forms a second on one core", Math.round(filled / seconds) + "", "30");
    row("live heap after a quarter and at the end", usedAtFirst + " / " + usedMb() + " MB", "the same");
  }

  private static long usedMb() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
  }

  /// The same number of fields filled by pdftk, which sets no Japanese text of its own.
  private void pdftk() throws IOException, InterruptedException {
    Path form = folder.resolve("form.pdf");
    Path data = folder.resolve("data.fdf");
    writeAcroForm(form);
    StringBuilder fdf = new StringBuilder("%FDF-1.2\n1 0 obj << /FDF << /Fields [\n");
    for (int i = 0; i < FIELDS; i++) {
      fdf.append("<< /T (field").append(i).append(") /V (Mihon ").append(i).append(") >>\n");
    }
    Files.writeString(data, fdf + "] >> >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < PDFTK_RUNS; i++) {
      long before = System.nanoTime();
      Process run;
      try {
        run =
            new ProcessBuilder(
                    "pdftk", form.toString(), "fill_form", data.toString(), "output",
                    folder.resolve("filled.pdf").toString(), "flatten")
                .inheritIO()
                .start();
      } catch (IOException absent) {
        row("pdftk fill_form", "not installed", "");
        return;
      }
      if (run.waitFor() != 0) {
        throw new IllegalStateException("pdftk failed");
      }
      times.add(System.nanoTime() - before);
    }
    times.sort(null);
    row(
        "pdftk fill_form, " + FIELDS + " fields, a process a form (median of " + PDFTK_RUNS + ")",
        ms(times.get(PDFTK_RUNS / 2)),
        "");
  }

  private static void writeAcroForm(Path file) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDAcroForm form = new PDAcroForm(document);
      PDResources resources = new PDResources();
      resources.put(
          COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
      form.setDefaultResources(resources);
      form.setDefaultAppearance("/Helv 9 Tf 0 g");
      document.getDocumentCatalog().setAcroForm(form);
      for (int i = 0; i < FIELDS; i++) {
        PDTextField field = new PDTextField(form);
        field.setPartialName("field" + i);
        form.getFields().add(field);
        var widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(40 + i % 5 * 100, 780 - i / 5 * 50, 90, 14));
        widget.setPage(page);
        page.getAnnotations().add(widget);
      }
      document.save(file.toFile());
    }
  }

  private static String ms(long ns) {
    return Math.round(ns / 1e6) + " ms";
  }

  private static void row(String what, String measured, String goal) {
    System.out.println("| " + what + " | " + measured + " | " + goal + " |");
  }
}
