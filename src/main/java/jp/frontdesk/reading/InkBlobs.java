package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.reading.page.Ink;

/// The connected pieces of ink in a box.
final class InkBlobs {
  private InkBlobs() {}

  /// One piece.
  ///
  /// @param count its pixels
  record Blob(Box box, int count) {}

  static List<Blob> of(Ink ink, Box area) {
    int w = area.width();
    int h = area.height();
    int[] owner = new int[w * h];
    int[] stack = new int[w * h * 8 + 8];
    List<Blob> found = new ArrayList<>();
    for (int start = 0; start < owner.length; start++) {
      if (owner[start] != 0 || !isInk(ink, area, start)) {
        continue;
      }
      int number = found.size() + 1;
      int left = w;
      int right = 0;
      int top = h;
      int bottom = 0;
      int count = 0;
      int size = 0;
      owner[start] = number;
      stack[size++] = start;
      while (size > 0) {
        int p = stack[--size];
        int x = p % w;
        int y = p / w;
        count++;
        left = Math.min(left, x);
        right = Math.max(right, x);
        top = Math.min(top, y);
        bottom = Math.max(bottom, y);
        for (int v = Math.max(0, y - 1); v <= Math.min(h - 1, y + 1); v++) {
          for (int u = Math.max(0, x - 1); u <= Math.min(w - 1, x + 1); u++) {
            int q = v * w + u;
            if (owner[q] == 0 && isInk(ink, area, q)) {
              owner[q] = number;
              stack[size++] = q;
            }
          }
        }
      }
      Box inner = new Box(left, top, right - left + 1, bottom - top + 1);
      Box box = new Box(area.x() + left, area.y() + top, inner.width(), inner.height());
      found.add(new Blob(box, count));
    }
    return found;
  }

  private static boolean isInk(Ink ink, Box area, int p) {
    int x = area.x() + p % area.width();
    int y = area.y() + p / area.width();
    return x < ink.width() && y < ink.height() && ink.at(x, y);
  }
}
