package jp.frontdesk.train;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A face of the X Window System in its portable compiled format: full-width characters by JIS X
/// 0208, half-width ones by JIS X 0201. Only what such files of Debian's packages hold is read.
final class BitmapFont {
  private static final int METRICS = 1 << 2;
  private static final int BITMAPS = 1 << 3;
  private static final int ENCODINGS = 1 << 5;
  private static final int BIG_ENDIAN = 1 << 2;
  private static final int HIGH_BIT_FIRST = 1 << 3;
  private static final int SHORT_METRICS = 0x100;
  private static final int NONE = 0xFFFF;
  private static final Charset TWO_BYTES = Charset.forName("x-JIS0208");
  private static final Charset ONE_BYTE = Charset.forName("JIS_X0201");

  private record Metric(int left, int right, int advance, int ascent, int descent) {}

  private final Map<Integer, Dots> glyphs = new HashMap<>();
  private int dots;

  private BitmapFont() {}

  /// @param files of one face, the full-width characters first
  static BitmapFont open(List<Path> files) throws IOException {
    BitmapFont font = new BitmapFont();
    for (Path file : files) {
      try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
        font.read(ByteBuffer.wrap(in.readAllBytes()));
      }
    }
    return font;
  }

  /// Dots of a full-width character, across and down.
  int dots() {
    return dots;
  }

  Optional<Dots> glyph(int codePoint) {
    return Optional.ofNullable(glyphs.get(codePoint));
  }

  private void read(ByteBuffer file) {
    file.order(ByteOrder.LITTLE_ENDIAN);
    Map<Integer, Integer> tables = new HashMap<>();
    for (int i = 0; i < file.getInt(4); i++) {
      tables.put(file.getInt(8 + 16 * i), file.getInt(20 + 16 * i));
    }
    List<Metric> metrics = metrics(table(file, tables, METRICS));
    ByteBuffer bitmaps = table(file, tables, BITMAPS);
    ByteBuffer codes = table(file, tables, ENCODINGS);
    int[] limits = new int[4];
    var _ = ordered(codes);
    for (int i = 0; i < limits.length; i++) {
      limits[i] = codes.getShort(4 + 2 * i);
    }
    int at = 14;
    for (int row = limits[2]; row <= limits[3]; row++) {
      for (int cell = limits[0]; cell <= limits[1]; cell++, at += 2) {
        int number = codes.getShort(at) & 0xFFFF;
        int codePoint = codePoint(row, cell);
        if (number != NONE && codePoint > ' ') {
          Metric metric = metrics.get(number);
          dots = Math.max(dots, metric.advance);
          List<Dots.Dot> inked = inked(bitmaps, number, metric);
          if (!inked.isEmpty()) {
            glyphs.put(codePoint, new Dots(inked, metric.advance));
          }
        }
      }
    }
  }

  private static int codePoint(int row, int cell) {
    String text =
        row == 0
            ? new String(new byte[] {(byte) cell}, ONE_BYTE)
            : new String(new byte[] {(byte) row, (byte) cell}, TWO_BYTES);
    return text.indexOf('�') >= 0 || text.isEmpty() ? 0 : text.codePointAt(0);
  }

  private static ByteBuffer table(ByteBuffer file, Map<Integer, Integer> tables, int kind) {
    int from = tables.getOrDefault(kind, 0);
    return file.slice(from, file.limit() - from);
  }

  /// The table's format, which stands in front of it and says how its numbers are written.
  private static int ordered(ByteBuffer table) {
    int format = table.order(ByteOrder.LITTLE_ENDIAN).getInt(0);
    table.order((format & BIG_ENDIAN) == 0 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    return format;
  }

  private static List<Metric> metrics(ByteBuffer table) {
    int format = ordered(table);
    boolean isShort = (format & SHORT_METRICS) != 0;
    int count = isShort ? table.getShort(4) & 0xFFFF : table.getInt(4);
    List<Metric> metrics = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] values = new int[5];
      for (int k = 0; k < values.length; k++) {
        values[k] =
            isShort ? (table.get(6 + 5 * i + k) & 0xFF) - 0x80 : table.getShort(8 + 12 * i + 2 * k);
      }
      metrics.add(new Metric(values[0], values[1], values[2], values[3], values[4]));
    }
    return metrics;
  }

  private static List<Dots.Dot> inked(ByteBuffer table, int number, Metric metric) {
    int format = ordered(table);
    int count = table.getInt(4);
    int at = 8 + 4 * count + 16 + table.getInt(8 + 4 * number);
    int pad = 1 << (format & 3);
    int unit = 1 << (format >> 4 & 3);
    boolean isHighFirst = (format & HIGH_BIT_FIRST) != 0;
    int turned = isHighFirst == ((format & BIG_ENDIAN) != 0) ? 0 : unit - 1;
    int width = metric.right - metric.left;
    int step = ((width + 7) / 8 + pad - 1) / pad * pad;
    List<Dots.Dot> dots = new ArrayList<>();
    for (int y = 0; y < metric.ascent + metric.descent; y++) {
      for (int x = 0; x < width; x++) {
        int octet = table.get(at + y * step + (x / 8 ^ turned));
        if ((octet >> (isHighFirst ? 7 - x % 8 : x % 8) & 1) != 0) {
          dots.add(new Dots.Dot(metric.left + x, y - metric.ascent));
        }
      }
    }
    return dots;
  }
}
