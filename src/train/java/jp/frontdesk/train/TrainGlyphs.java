package jp.frontdesk.train;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPOutputStream;
import jp.frontdesk.reading.glyphs.GlyphFeatures;
import jp.frontdesk.reading.glyphs.GlyphModel;

/// Trains the recogniser of single characters: `TrainGlyphs OUT SPREAD POINTS`. First the
/// directions in which characters differ more than scans of the same one do (linear discriminant
/// analysis), then a few points a character, for faces that draw it differently.
public final class TrainGlyphs {
  private static final int DIMENSIONS = 144;
  private static final int LINE_PX = 620;
  private static final int CHECKED_LINES = 500;
  private static final double DOTTED = 0.08;

  /// One printed, scanned and described character.
  @SuppressWarnings("ArrayRecordComponent") // millions of them, within the training
  record Sample(int number, float[] values) {}

  private final GlyphSet set;
  private final Path fonts;

  /// @param fonts the list of faces
  TrainGlyphs(GlyphSet set, Path fonts) {
    this.set = set;
    this.fonts = fonts;
  }

  /// Trains, writes the model and prints how well it does.
  ///
  /// @param args file to write, samples a character for the axes, and for the points
  public static void main(String[] args) throws Exception {
    TrainGlyphs train = new TrainGlyphs(GlyphSet.whole(), Path.of("src/train/fonts.txt"));
    GlyphModel model = train.fit(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    try (OutputStream out =
        new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[0]))))) {
      model.write(out);
    }
    train.check("faces it never saw", model, "check", 0);
    train.check("the same dot by dot", model, "check", 1);
    train.check("a face of dots it never saw", model, "dots", 0);
  }

  private void check(String what, GlyphModel model, String use, double dotted) {
    System.out.println(what);
    CheckGlyphs.of(model, set, FontShelf.open(fonts, use), dotted, CHECKED_LINES).print();
  }

  /// Trains.
  ///
  /// @param spreadSamples samples a character for the axes
  /// @param pointSamples samples a character for its points
  GlyphModel fit(int spreadSamples, int pointSamples)
      throws InterruptedException, ExecutionException {
    long from = System.nanoTime();
    Spread spread = new Spread(set.size());
    long wanted = (long) spreadSamples * set.size();
    for (Spread part : both(seed -> collect(seed, wanted / 2))) {
      spread.add(part);
    }
    say("spread of " + spread.count() + " samples", from);
    Spread.Axes axes = spread.axes(DIMENSIONS);
    say("axes", from);
    GlyphModel bare =
        new GlyphModel(
            DIMENSIONS, axes.centre(), axes.rows(), new int[0], new byte[0], 1, new byte[0]);
    Points points = new Points(set.size(), DIMENSIONS);
    long more = (long) pointSamples * set.size();
    for (Points part : both(seed -> projected(seed + 100, more / 2, bare))) {
      points.add(part);
    }
    say("points of " + more + " samples", from);
    GlyphModel model = points.model(set, axes);
    say("model", from);
    return model;
  }

  private interface Work<T> {
    T from(long seed);
  }

  /// The same work twice, side by side, with different luck.
  private static <T> List<T> both(Work<T> work) throws InterruptedException, ExecutionException {
    try (ExecutorService workers = Executors.newFixedThreadPool(2)) {
      Future<T> first = workers.submit(() -> work.from(1));
      Future<T> second = workers.submit(() -> work.from(2));
      return List.of(first.get(), second.get());
    }
  }

  private Spread collect(long seed, long count) {
    Spread spread = new Spread(set.size());
    LinePress press = new LinePress(set, FontShelf.open(fonts, "train"), DOTTED, new Random(seed));
    while (spread.count() < count) {
      samples(press.line(LINE_PX)).forEach(spread::add);
    }
    return spread;
  }

  private Points projected(long seed, long count, GlyphModel bare) {
    Points points = new Points(set.size(), DIMENSIONS);
    LinePress press = new LinePress(set, FontShelf.open(fonts, "train"), DOTTED, new Random(seed));
    long made = 0;
    while (made < count) {
      for (Sample sample : samples(press.line(LINE_PX))) {
        points.add(sample.number(), bare.project(sample.values()));
        made++;
      }
    }
    return points;
  }

  static List<Sample> samples(LinePress.Line line) {
    List<Sample> samples = new ArrayList<>();
    for (LinePress.Mark mark : line.marks()) {
      Optional<GlyphFeatures.Described> described =
          GlyphFeatures.of(line.strip(), mark.from(), mark.to());
      described.ifPresent(d -> samples.add(new Sample(mark.number(), d.values())));
    }
    return samples;
  }

  private static void say(String what, long from) {
    System.out.printf("%5.0f s  %s%n", (System.nanoTime() - from) / 1e9, what);
  }
}
