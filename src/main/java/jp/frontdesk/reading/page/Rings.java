package jp.frontdesk.reading.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Finds the rings that were drawn around words of a form printed beforehand, e.g. 有・無: closed
/// strokes somewhat larger than a character, free of print just inside and outside.
public final class Rings {
  private static final double SMALLEST_OF_SIDE = 0.0056;
  private static final double LARGEST_OF_SIDE = 0.0118;
  private static final double NARROW = 1.4;
  private static final double WIDE = 2.7;
  private static final double SURE = 1.5;
  private static final double LIKELY = 1.36;
  private static final double SMALLER = 0.9;
  private static final double SMALLEST = 0.78;
  private static final int[] FIRST_DEGREES = {45, 225, 135, 315, 90, 270, 0, 180};
  private static final int MISSES = 1;
  private static final int STEPS = 48;
  private static final double CLOSED = 0.9;
  private static final double SHARP = 0.8;
  private static final double CLEARER = 0.3;
  private static final double HEART = 0.6;
  private static final double PRINTED = 0.05;

  private static final double[] COS = new double[STEPS];
  private static final double[] SIN = new double[STEPS];

  static {
    for (int i = 0; i < STEPS; i++) {
      COS[i] = Math.cos(2 * Math.PI * i / STEPS);
      SIN[i] = Math.sin(2 * Math.PI * i / STEPS);
    }
  }

  private final Ink ink;
  private final byte[] near;
  private final int smallest;
  private final int largest;

  private record Scored(Oval oval, double score) {}

  private Rings(Ink ink) {
    this.ink = ink;
    near = widened(ink);
    int longer = Math.max(ink.width(), ink.height());
    smallest = Math.max(6, (int) (SMALLEST_OF_SIDE * longer));
    largest = Math.max(smallest, (int) Math.ceil(LARGEST_OF_SIDE * longer));
  }

  /// All rings of a page: round ones, and where there are such also wide ones.
  ///
  /// @param together who does it
  public static List<Oval> of(Ink ink, Together together) {
    Rings rings = new Rings(ink);
    List<Scored> round = rings.search(rings.smallest, rings.largest, 1, 1, together);
    double[] heights =
        round.stream()
            .filter(s -> s.score() >= SURE)
            .filter(s -> rings.isAroundPrint(s.oval()))
            .mapToDouble(s -> s.oval().halfHeight())
            .sorted()
            .toArray();
    if (heights.length == 0) {
      return List.of();
    }
    double usual = heights[heights.length / 2];
    List<Scored> all = new ArrayList<>(round);
    all.addAll(
        rings.search(
            (int) (SMALLER * usual), (int) Math.ceil(usual / SMALLER), NARROW, WIDE, together));
    return best(
        all.stream()
            .filter(s -> s.score() >= LIKELY)
            .filter(s -> s.oval().halfHeight() >= SMALLEST * usual)
            .filter(s -> s.oval().halfHeight() <= usual / SMALLEST)
            .filter(s -> rings.isAroundPrint(s.oval()))
            .toList());
  }

  private List<Scored> search(int from, int to, double narrow, double wide, Together together) {
    ConcurrentLinkedQueue<Scored> found = new ConcurrentLinkedQueue<>();
    together.rows(
        ink.height() / 2,
        (first, end) -> {
          for (int y = 2 * first; y < 2 * end; y += 2) {
            for (int ry = from; ry <= to; ry++) {
              for (int rx = (int) Math.round(narrow * ry); rx <= wide * ry; rx++) {
                searchRow(y, rx, ry, found);
              }
            }
          }
        });
    return List.copyOf(found);
  }

  private void searchRow(int y, int rx, int ry, ConcurrentLinkedQueue<Scored> found) {
    int width = ink.width();
    if (y - ry < 1 || y + ry >= ink.height() - 1) {
      return;
    }
    int[] first = new int[FIRST_DEGREES.length];
    for (int i = 0; i < first.length; i++) {
      double angle = Math.toRadians(FIRST_DEGREES[i]);
      int dy = (int) Math.round(ry * Math.sin(angle));
      first[i] = (y + dy) * width + (int) Math.round(rx * Math.cos(angle));
    }
    for (int x = rx + 1; x < width - rx - 1; x += 2) {
      int misses = 0;
      for (int i = 0; i < first.length && misses <= MISSES; i++) {
        misses += 1 - near[first[i] + x];
      }
      if (misses <= MISSES) {
        refined(x, y, rx, ry, found);
      }
    }
  }

  private void refined(int x, int y, int rx, int ry, ConcurrentLinkedQueue<Scored> found) {
    for (int v = y; v <= y + 1; v++) {
      for (int u = x; u <= x + 1; u++) {
        double on = share(near, u, v, rx, ry);
        if (on >= CLOSED) {
          double gap = 0.26 * ry;
          double inside = share(ink.dark(), u, v, rx - gap, ry - gap);
          double outside = share(ink.dark(), u, v, rx + gap, ry + gap);
          double sharp = share(ink.dark(), u, v, rx, ry);
          if (sharp >= SHARP && on - Math.max(inside, outside) >= CLEARER) {
            found.add(new Scored(new Oval(u, v, rx, ry), on + sharp - inside - outside));
          }
        }
      }
    }
  }

  /// Whether something stands in it: rings are drawn around words, and 口 in heavy print is none.
  private boolean isAroundPrint(Oval oval) {
    int dark = 0;
    int all = 0;
    double halfWidth = HEART * oval.halfWidth();
    double halfHeight = HEART * oval.halfHeight();
    for (int y = (int) -halfHeight; y <= halfHeight; y++) {
      for (int x = (int) -halfWidth; x <= halfWidth; x++) {
        dark += ink.dark()[((int) oval.y() + y) * ink.width() + (int) oval.x() + x];
        all++;
      }
    }
    return dark > PRINTED * all;
  }

  private double share(byte[] of, int x, int y, double rx, double ry) {
    int count = 0;
    for (int i = 0; i < STEPS; i++) {
      int u = (int) Math.round(x + rx * COS[i]);
      int v = (int) Math.round(y + ry * SIN[i]);
      boolean isInside = u >= 0 && v >= 0 && u < ink.width() && v < ink.height();
      count += isInside ? of[v * ink.width() + u] : 0;
    }
    return (double) count / STEPS;
  }

  /// The best of those that overlap.
  private static List<Oval> best(List<Scored> found) {
    List<Scored> sorted = new ArrayList<>(found);
    sorted.sort(
        Comparator.comparingDouble((Scored s) -> -s.score())
            .thenComparingDouble(s -> s.oval().y())
            .thenComparingDouble(s -> s.oval().x()));
    List<Oval> kept = new ArrayList<>();
    for (Scored s : sorted) {
      boolean isFree = kept.stream().noneMatch(k -> overlaps(k, s.oval()));
      if (isFree) {
        kept.add(s.oval());
      }
    }
    return kept;
  }

  private static boolean overlaps(Oval a, Oval b) {
    return Math.abs(a.x() - b.x()) < Math.max(a.halfWidth(), b.halfWidth())
        && Math.abs(a.y() - b.y()) < Math.max(a.halfHeight(), b.halfHeight());
  }

  /// The print, each pixel of it as wide as its neighbours.
  private static byte[] widened(Ink ink) {
    int w = ink.width();
    byte[] out = new byte[ink.dark().length];
    for (int y = 1; y < ink.height() - 1; y++) {
      for (int x = 1; x < w - 1; x++) {
        if (ink.dark()[y * w + x] != 0) {
          int p = y * w + x;
          out[p] = 1;
          out[p - 1] = 1;
          out[p + 1] = 1;
          out[p - w] = 1;
          out[p + w] = 1;
        }
      }
    }
    return out;
  }
}
