package jp.frontdesk.reading.cells;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.reading.Box;
import jp.frontdesk.reading.page.Ink;

/// Tables that stand close below each other: rules are lengthened where they are sought, so that
/// the strip between two tables looks enclosed. It is told from a row by its sides, which nobody
/// printed.
final class GapsOfTables {
  private static final int HIGHEST_OF_SIDE = 60;
  private static final int BAND_PX = 6;
  private static final double PRINTED = 0.4;

  private final Ink ink;
  private final TextLines lines;
  private final int highest;

  GapsOfTables(Ink ink, TextLines lines) {
    this.ink = ink;
    this.lines = lines;
    highest = Math.max(ink.width(), ink.height()) / HIGHEST_OF_SIDE;
  }

  /// The areas without the strips between tables.
  List<Box> removed(List<Box> enclosed) {
    List<Box> strips = enclosed.stream().filter(this::isStrip).toList();
    List<Box> kept = new ArrayList<>(enclosed);
    for (Box strip : strips) {
      boolean isAcross =
          enclosed.stream()
              .filter(b -> b.y() <= strip.centerY() && strip.centerY() < b.bottom())
              .allMatch(strips::contains);
      if (isAcross) {
        kept.remove(strip);
      }
    }
    return kept;
  }

  private boolean isStrip(Box box) {
    return box.height() <= highest
        && box.width() > box.height()
        && !hasRule(box, box.x() - BAND_PX)
        && !hasRule(box, box.right())
        && lines.in(box).isEmpty();
  }

  /// Whether most rows have ink in the band at one side.
  private boolean hasRule(Box box, int left) {
    int rows = 0;
    for (int y = box.y(); y < box.bottom(); y++) {
      boolean hasInk = false;
      for (int x = Math.max(0, left); x < Math.min(ink.width(), left + BAND_PX); x++) {
        hasInk |= ink.at(x, y);
      }
      rows += hasInk ? 1 : 0;
    }
    return rows > PRINTED * box.height();
  }
}
