package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.evidence.Pass;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.LinePicture;
import jp.frontdesk.reading.text.LineText;
import jp.frontdesk.reading.text.Model;

/// The engine's passes over the lines of one slot; pictures are drawn once a size, a pass that was
/// made is not made again.
final class SlotPasses implements Passes {
  private static final int USUAL_PX = 36;
  private static final double ONE_CHARACTER = 1.45;

  private final UprightPage page;
  private final Engines engines;
  private final List<TextLine> lines;
  private final Box limits;
  private final List<String> drop;
  private final Map<Integer, List<Gray>> pictures = new HashMap<>();
  private final Map<String, Pass> made = new HashMap<>();
  private final Map<Alphabet, List<ReadGlyph>> glyphs = new HashMap<>();

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
  public synchronized Pass widened(String allowed) {
    return made.computeIfAbsent(
        "widened " + allowed,
        _ ->
            read(
                picturesAt(USUAL_PX).stream()
                    .map(g -> g.resized(2 * g.width(), g.height()))
                    .toList(),
                g -> engines.read(Model.FAST, g, allowed)));
  }

  @Override
  public synchronized List<ReadGlyph> glyphs(Alphabet alphabet) {
    return glyphs.computeIfAbsent(
        alphabet,
        a -> {
          List<ReadGlyph> read = new ArrayList<>();
          lines.forEach(line -> read.addAll(GlyphReader.read(page, line.box(), limits, a)));
          return withoutDropped(read);
        });
  }

  private List<ReadGlyph> withoutDropped(List<ReadGlyph> read) {
    StringBuilder text = new StringBuilder();
    read.forEach(g -> text.appendCodePoint(g.codePoint()));
    int rest = dropped(text.toString()).codePointCount(0, dropped(text.toString()).length());
    return List.copyOf(read.subList(Math.max(0, read.size() - rest), read.size()));
  }

  @Override
  public boolean isOneCharacter() {
    Box box = lines.getFirst().box();
    return lines.size() == 1 && box.width() < ONE_CHARACTER * box.height();
  }

  private synchronized Pass pass(Model model, int heightPx, String allowed) {
    return made.computeIfAbsent(
        model + " " + heightPx + " " + allowed, _ -> read(model, heightPx, allowed));
  }

  private Pass read(Model model, int heightPx, String allowed) {
    Function<Gray, LineText> reader =
        isOneCharacter()
            ? g -> engines.readCharacter(model, g, allowed)
            : g -> engines.read(model, g, allowed);
    return read(picturesAt(heightPx), reader);
  }

  private Pass read(List<Gray> pictures, Function<Gray, LineText> reader) {
    StringBuilder text = new StringBuilder();
    double lowest = 1;
    for (Gray picture : pictures) {
      LineText line = reader.apply(picture);
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
