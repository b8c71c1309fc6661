package jp.frontdesk.reading;

import java.util.Comparator;
import java.util.List;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.CellFinder;
import jp.frontdesk.reading.cells.LooseLines;
import jp.frontdesk.reading.cells.Rules;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Ink;
import jp.frontdesk.reading.page.Oval;
import jp.frontdesk.reading.page.Rings;
import jp.frontdesk.reading.page.Together;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.LinePicture;
import jp.frontdesk.reading.text.LineText;
import jp.frontdesk.reading.text.Model;

/// Finds which way up a page lies: the way under which its cells and lines hold known labels. The
/// usual ways are tried first, so an upright page costs next to nothing.
final class Orientation {
  private static final int SAMPLES = 10;
  private static final int ENOUGH_LABELS = 3;

  private final Together together;
  private final Engines engines;
  private final LabelBook labels;

  /// A page one way up, with what was found on it.
  ///
  /// @param page upright if the guess was right, without its rings
  /// @param shown the same as it is
  /// @param rings drawn around words
  /// @param cells its cells
  /// @param loose its lines outside cells
  /// @param score how well labels and words could be read
  record Way(
      UprightPage page,
      UprightPage shown,
      List<Oval> rings,
      Ink rules,
      List<Cell> cells,
      List<TextLine> loose,
      double score) {}

  Orientation(Together together, Engines engines, LabelBook labels) {
    this.together = together;
    this.engines = engines;
    this.labels = labels;
  }

  Way best(Gray source) {
    Gray small = UprightPage.small(source, together);
    Way asGiven = way(source, small, 0);
    boolean isSideways = isSideways(asGiven);
    int[] order = isSideways ? new int[] {1, 3, 2} : new int[] {2, 1, 3};
    Way best = asGiven;
    if (best.score() >= ENOUGH_LABELS) {
      return best;
    }
    for (int quarters : order) {
      Way way = way(source, small, quarters);
      best = way.score() > best.score() ? way : best;
      if (best.score() >= ENOUGH_LABELS) {
        return best;
      }
    }
    return best;
  }

  /// Cells and lines stand taller than wide.
  private static boolean isSideways(Way way) {
    List<Cell> cells = way.cells();
    long tall = cells.stream().filter(c -> c.box().height() > 1.3 * c.box().width()).count();
    long wide = cells.stream().filter(c -> c.box().width() > 1.3 * c.box().height()).count();
    return tall > wide;
  }

  private Way way(Gray source, Gray small, int quarters) {
    UprightPage shown = UprightPage.of(source, small, quarters, together);
    List<Oval> rings = Rings.of(shown.ink(), together);
    UprightPage page = shown.without(rings);
    Ink rules = Rules.of(page.ink(), page.darkness(), together);
    List<Cell> cells = new CellFinder(page.ink(), rules).cells();
    List<TextLine> loose =
        new LooseLines(page.ink()).outside(cells.stream().map(Cell::box).toList());
    return new Way(page, shown, rings, rules, cells, loose, score(page, cells, loose));
  }

  private double score(UprightPage page, List<Cell> cells, List<TextLine> loose) {
    Box whole = new Box(0, 0, page.picture().width(), page.picture().height());
    double score = 0;
    List<Cell> samples =
        cells.stream()
            .filter(c -> !c.isEmpty() && c.lines().size() <= 2)
            .filter(c -> looksLikeLabel(c.lines().getFirst().box()))
            .sorted(
                Comparator.comparingInt((Cell c) -> c.box().x()).thenComparingInt(c -> c.box().y()))
            .limit(SAMPLES)
            .toList();
    for (Cell cell : samples) {
      StringBuilder text = new StringBuilder();
      cell.lines().forEach(l -> text.append(read(page, l, cell.box()).text()));
      score += labels.find(text.toString()).isPresent() ? 1 : 0;
      if (score >= ENOUGH_LABELS) {
        return score;
      }
    }
    List<TextLine> lines =
        loose.stream()
            .filter(l -> l.box().width() > 3 * l.box().height())
            .sorted(Comparator.comparingInt((TextLine l) -> -l.box().height()))
            .limit(cells.size() > 8 ? 2 : 6)
            .toList();
    for (TextLine line : lines) {
      LineText text = read(page, line, whole);
      boolean isKnown =
          labels.findNote(text.text()).isPresent() || labels.findPrefix(text.text()).isPresent();
      score += isKnown ? 2 : text.text().length() >= 4 ? text.confidence() * 0.4 : 0;
    }
    return score;
  }

  private static boolean looksLikeLabel(Box line) {
    return line.width() > 1.6 * line.height() && line.width() < 10 * line.height();
  }

  private LineText read(UprightPage page, TextLine line, Box limits) {
    return engines.read(Model.FAST, LinePicture.of(page, line.box(), limits, 36), "");
  }
}
