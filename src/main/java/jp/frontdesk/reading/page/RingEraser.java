package jp.frontdesk.reading.page;

import java.util.Arrays;
import java.util.List;

/// Takes rings off a page, so that the words inside and the rules they touch are found and read as
/// if nothing had been drawn. Rules stay whole.
final class RingEraser {
  private static final int FRINGE_PX = 1;
  private static final double SLACK = 0.14;
  private static final double RULE_REACH = 2.2;
  private static final double RULE_SHARE = 0.85;

  private final UprightPage page;
  private final byte[] erased;
  private final int width;
  private final int height;

  private RingEraser(UprightPage page) {
    this.page = page;
    width = page.ink().width();
    height = page.ink().height();
    erased = new byte[width * height];
  }

  /// The same page without the rings.
  static UprightPage erased(UprightPage page, List<Oval> rings) {
    if (rings.isEmpty()) {
      return page;
    }
    RingEraser eraser = new RingEraser(page);
    Gray picture = copy(page.picture());
    Gray source = copy(page.source());
    byte[] percent = page.darkness().percent().clone();
    byte[] dark = page.ink().dark().clone();
    for (Oval ring : rings) {
      Arrays.fill(eraser.erased, (byte) 0);
      eraser.mark(ring);
      eraser.paint(ring, picture, source, percent, dark);
    }
    return new UprightPage(
        source,
        page.map(),
        picture,
        new Darkness(page.darkness().width(), page.darkness().height(), percent),
        new Ink(page.ink().width(), page.ink().height(), dark),
        page.rotationDegrees(),
        page.skewDegrees());
  }

  private static Gray copy(Gray gray) {
    return new Gray(gray.width(), gray.height(), gray.pixels().clone());
  }

  /// Walks along the ring and marks the stroke that crosses each ray from its middle.
  private void mark(Oval ring) {
    int rays = (int) (8 * Math.max(ring.halfWidth(), ring.halfHeight()));
    double slack = Math.max(2, SLACK * ring.halfHeight());
    int stroke = stroke(ring, rays, slack);
    for (int i = 0; i < rays; i++) {
      Ray ray = new Ray(ring, 2 * Math.PI * i / rays, slack);
      for (int step = ray.first; step <= Math.min(ray.last, ray.first + stroke); step++) {
        markAround((int) Math.round(ray.x(step)), (int) Math.round(ray.y(step)), ring);
      }
    }
  }

  /// How many half pixels thick the stroke is, at most rays.
  private int stroke(Oval ring, int rays, double slack) {
    int[] lengths = new int[rays];
    for (int i = 0; i < rays; i++) {
      Ray ray = new Ray(ring, 2 * Math.PI * i / rays, slack);
      lengths[i] = Math.max(0, ray.last - ray.first);
    }
    Arrays.sort(lengths);
    return lengths[rays / 2] + 2;
  }

  private void markAround(int x, int y, Oval ring) {
    for (int v = y - FRINGE_PX; v <= y + FRINGE_PX; v++) {
      for (int u = x - FRINGE_PX; u <= x + FRINGE_PX; u++) {
        if (u >= 0 && v >= 0 && u < width && v < height && !isRule(u, v, ring)) {
          erased[v * width + u] = 1;
        }
      }
    }
  }

  /// Ink that goes on to both sides, or upwards and downwards, farther than a ring.
  private boolean isRule(int x, int y, Oval ring) {
    int reach = (int) (RULE_REACH * ring.halfHeight());
    return share(x, y, reach, 1, 0) >= RULE_SHARE || share(x, y, reach, 0, 1) >= RULE_SHARE;
  }

  private double share(int x, int y, int reach, int dx, int dy) {
    int inked = 0;
    int seen = 0;
    for (int i = -reach; i <= reach; i++) {
      int u = x + i * dx;
      int v = y + i * dy;
      if (u >= 0 && v >= 0 && u < width && v < height) {
        seen++;
        inked += page.ink().dark()[v * width + u];
      }
    }
    return (double) inked / Math.max(1, seen);
  }

  private void paint(Oval ring, Gray picture, Gray source, byte[] percent, byte[] dark) {
    byte paper = paperAround(ring);
    int reach = (int) Math.ceil(page.map().scale()) + 1;
    int left = Math.max(0, (int) (ring.x() - ring.halfWidth()) - 8);
    int right = Math.min(width, (int) (ring.x() + ring.halfWidth()) + 9);
    int top = Math.max(0, (int) (ring.y() - ring.halfHeight()) - 8);
    int bottom = Math.min(height, (int) (ring.y() + ring.halfHeight()) + 9);
    for (int y = top; y < bottom; y++) {
      for (int x = left; x < right; x++) {
        int p = y * width + x;
        if (erased[p] != 0) {
          dark[p] = 0;
          percent[p] = 0;
          picture.pixels()[p] = paper;
          paintSource(source, x, y, reach, paper);
        }
      }
    }
  }

  private void paintSource(Gray source, int x, int y, int reach, byte paper) {
    for (int i = 0; i < reach; i++) {
      for (int j = 0; j < reach; j++) {
        double px = x - 0.5 + (j + 0.5) / reach;
        double py = y - 0.5 + (i + 0.5) / reach;
        int u = (int) Math.round(page.map().u(px, py));
        int v = (int) Math.round(page.map().v(px, py));
        if (u >= 0 && v >= 0 && u < source.width() && v < source.height()) {
          source.pixels()[v * source.width() + u] = paper;
        }
      }
    }
  }

  /// How bright the paper is there: the middle of what is not print.
  private byte paperAround(Oval ring) {
    int[] counts = new int[256];
    int total = 0;
    for (int y = (int) (ring.y() - ring.halfHeight()); y <= ring.y() + ring.halfHeight(); y++) {
      for (int x = (int) (ring.x() - ring.halfWidth()); x <= ring.x() + ring.halfWidth(); x++) {
        boolean isInside = x >= 0 && y >= 0 && x < width && y < height;
        if (isInside && !page.ink().at(x, y)) {
          counts[page.picture().at(x, y)]++;
          total++;
        }
      }
    }
    int value = 0;
    for (int below = counts[0]; value < 255 && below <= total * 0.6; below += counts[value]) {
      value++;
    }
    return (byte) value;
  }

  /// The inked stretch nearest to the ring on a ray from its middle, in half pixels.
  private final class Ray {
    private final Oval ring;
    private final double cos;
    private final double sin;
    private final int first;
    private final int last;

    Ray(Oval ring, double angle, double slack) {
      this.ring = ring;
      cos = Math.cos(angle);
      sin = Math.sin(angle);
      int reach = (int) Math.round(2 * slack);
      int hit = 0;
      for (int i = 0; i <= reach && !isInk(hit); i++) {
        hit = hit <= 0 ? 1 - hit : -hit;
      }
      int from = hit;
      int to = hit;
      if (isInk(hit)) {
        while (from > hit - 2 * reach && isInk(from - 1)) {
          from--;
        }
        while (to < hit + 2 * reach && isInk(to + 1)) {
          to++;
        }
      } else {
        from = 0;
        to = -1;
      }
      first = from;
      last = to;
    }

    double x(int step) {
      return ring.x() + (ring.halfWidth() + step / 2.0) * cos;
    }

    double y(int step) {
      return ring.y() + (ring.halfHeight() + step / 2.0) * sin;
    }

    private boolean isInk(int step) {
      int u = (int) Math.round(x(step));
      int v = (int) Math.round(y(step));
      return u >= 0 && v >= 0 && u < width && v < height && page.ink().at(u, v);
    }
  }
}
