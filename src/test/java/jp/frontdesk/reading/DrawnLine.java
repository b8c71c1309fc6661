package jp.frontdesk.reading;

import jp.frontdesk.reading.page.Ink;

/// A line of print 20 pixels high, drawn as solid blocks and signs.
final class DrawnLine {
  private static final int HEIGHT = 20;

  private final Ink ink;

  DrawnLine(int width) {
    ink = new Ink(width, 2 * HEIGHT, new byte[width * 2 * HEIGHT]);
  }

  Ink ink() {
    return ink;
  }

  void block(int x, int width) {
    for (int y = 0; y < HEIGHT; y++) {
      for (int i = x; i < x + width; i++) {
        dot(i, y);
      }
    }
  }

  void slash(int x) {
    for (int y = 0; y < HEIGHT; y++) {
      dot(x + (HEIGHT - 1 - y) * 3 / 4, y);
      dot(x + (HEIGHT - 1 - y) * 3 / 4 + 1, y);
    }
  }

  /// @param bend -1 for an opening bracket, 1 for a closing one
  void bracket(int x, int bend) {
    for (int y = 0; y < HEIGHT; y++) {
      int away = (int) Math.round(4 * Math.sin(Math.PI * y / (HEIGHT - 1)));
      dot(x + 4 + bend * away, y);
      dot(x + 5 + bend * away, y);
    }
  }

  private void dot(int x, int y) {
    ink.dark()[y * ink.width() + x] = 1;
  }
}
