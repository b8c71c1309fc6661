package jp.frontdesk.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.Pass;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.LinePicture;
import jp.frontdesk.reading.text.LineText;
import jp.frontdesk.reading.text.Model;
import jp.frontdesk.reading.text.Symbol;

/// The engine's passes over the lines of one slot; pictures are drawn once a size, a pass that was
/// made is not made again.
final class SlotPasses implements Passes {
  private static final int USUAL_PX = 36;
  private static final double ONE_CHARACTER = 1.45;
  private static final double WIDE_GAP = 0.4;

  private final UprightPage page;
  private final Engines engines;
  private final List<TextLine> lines;
  private final Box limits;
  private final List<String> drop;
  private final Map<Integer, List<Gray>> pictures = new HashMap<>();
  private final Map<String, Pass> made = new HashMap<>();
  private LineText firstLine = LineText.NOTHING;

  SlotPasses(
      UprightPage page, Engines engines, List<TextLine> lines, Box limits, List<String> drop) {
    this.page = page;
    this.engines = engines;
    this.lines = lines;
    this.limits = limits;
    this.drop = drop;
  }

  @Override
  public Pass first() {
    return pass(Model.FAST, USUAL_PX, "");
  }

  @Override
  public Pass fast(String allowed) {
    return pass(Model.FAST, USUAL_PX, allowed);
  }

  @Override
  public Pass combined(int heightPx) {
    return pass(Model.COMBINED, heightPx, "");
  }

  @Override
  public Pass combinedOnly(int heightPx, String allowed) {
    return pass(Model.COMBINED, heightPx, allowed);
  }

  @Override
  public Pass english(String allowed) {
    return pass(Model.ENGLISH, USUAL_PX, allowed);
  }

  @Override
  public boolean isOneCharacter() {
    Box box = lines.getFirst().box();
    return lines.size() == 1 && box.width() < ONE_CHARACTER * box.height();
  }

  @Override
  public OptionalDouble widthInHeights() {
    TextLine line = lines.getFirst();
    double gap = WIDE_GAP * line.box().height();
    double width = 0;
    int last = Integer.MIN_VALUE;
    for (Box run : InkRuns.of(page.ink(), line.box())) {
      width += last == Integer.MIN_VALUE ? 0 : Math.min(run.x() - last, gap);
      width += run.width();
      last = run.right();
    }
    return lines.size() == 1
        ? OptionalDouble.of(width / line.box().height())
        : OptionalDouble.empty();
  }

  /// The column of the page where the first so many characters of the first pass end, in its first
  /// line.
  int endOf(int characters) {
    Pass _ = first();
    int count = 0;
    int column = 0;
    for (Symbol symbol : firstLine.symbols()) {
      if (count >= characters) {
        break;
      }
      count += symbol.text().length();
      column = symbol.right();
    }
    return LinePicture.pageColumn(lines.getFirst().box(), limits, USUAL_PX, column);
  }

  private Pass pass(Model model, int heightPx, String allowed) {
    return made.computeIfAbsent(
        model + " " + heightPx + " " + allowed, _ -> read(model, heightPx, allowed));
  }

  private Pass read(Model model, int heightPx, String allowed) {
    Function<Gray, LineText> reader =
        isOneCharacter()
            ? g -> engines.readCharacter(model, g, allowed)
            : g -> engines.read(model, g, allowed);
    StringBuilder text = new StringBuilder();
    double lowest = 1;
    boolean isFirst = model == Model.FAST && allowed.isEmpty();
    for (Gray picture : picturesAt(heightPx)) {
      LineText line = reader.apply(picture);
      firstLine = isFirst && firstLine.symbols().isEmpty() ? line : firstLine;
      text.append(line.text());
      lowest = Math.min(lowest, line.lowest());
    }
    return new Pass(dropped(text.toString()), text.isEmpty() ? 0 : lowest);
  }

  private List<Gray> picturesAt(int heightPx) {
    return pictures.computeIfAbsent(
        heightPx,
        px -> lines.stream().map(l -> LinePicture.of(page, l.box(), limits, px)).toList());
  }

  private String dropped(String text) {
    String bare = Texts.folded(text);
    for (String word : drop) {
      if (bare.startsWith(word) && bare.length() > word.length()) {
        return bare.substring(word.length()).replaceFirst("^[:・]", "");
      }
    }
    return text;
  }
}
