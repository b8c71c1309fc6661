package jp.frontdesk.paper;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes a TrueType font program that holds only the glyphs a document uses, as PDF asks for
/// embedded CID fonts (ISO 32000-1, 9.9: `glyf head hhea hmtx loca maxp`, and `cvt fpgm prep` where
/// the font has them). The result depends on the glyph list alone: same input, same bytes.
final class TrueTypeSubset {
  private static final int WORDS = 0x0001;
  private static final int SCALE = 0x0008;
  private static final int MORE = 0x0020;
  private static final int SCALE_XY = 0x0040;
  private static final int MATRIX = 0x0080;

  private final FontFile font;
  private final List<Integer> glyphs;
  private final Map<Integer, Integer> parts = new HashMap<>();

  private TrueTypeSubset(FontFile font, List<Integer> glyphs) {
    this.font = font;
    this.glyphs = new ArrayList<>(glyphs);
  }

  /// The font program.
  ///
  /// @param glyphs glyph numbers of the font; the place in the list is the number in the subset.
  ///   The first is 0 (.notdef); a glyph may stand twice
  static byte[] of(FontFile font, List<Integer> glyphs) {
    return new TrueTypeSubset(font, glyphs).write();
  }

  private byte[] write() {
    ByteArrayOutputStream outlines = new ByteArrayOutputStream();
    ByteArrayOutputStream offsets = new ByteArrayOutputStream();
    ByteArrayOutputStream metrics = new ByteArrayOutputStream();
    for (int i = 0; i < glyphs.size(); i++) {
      offsets.writeBytes(int32(outlines.size()));
      byte[] outline = renumbered(font.outlineOf(glyphs.get(i)));
      outlines.writeBytes(outline);
      outlines.writeBytes(new byte[-outline.length & 3]);
      metrics.writeBytes(font.horizontalMetrics(glyphs.get(i)));
    }
    offsets.writeBytes(int32(outlines.size()));

    ByteBuffer head = ByteBuffer.wrap(font.tableBytes("head"));
    head.putInt(8, 0).putShort(50, (short) 1);
    ByteBuffer hhea = ByteBuffer.wrap(font.tableBytes("hhea"));
    hhea.putShort(34, (short) glyphs.size());
    ByteBuffer maxp = ByteBuffer.wrap(font.tableBytes("maxp"));
    maxp.putShort(4, (short) glyphs.size());

    Map<String, byte[]> tables = new TreeMap<>();
    tables.put("glyf", outlines.toByteArray());
    tables.put("head", head.array());
    tables.put("hhea", hhea.array());
    tables.put("hmtx", metrics.toByteArray());
    tables.put("loca", offsets.toByteArray());
    tables.put("maxp", maxp.array());
    for (String program : List.of("cvt ", "fpgm", "prep")) {
      if (font.tableBytes(program).length > 0) {
        tables.put(program, font.tableBytes(program));
      }
    }
    return assembled(tables);
  }

  /// Gives the parts of a composite outline their numbers in the subset, adding those it lacks.
  private byte[] renumbered(byte[] outline) {
    ByteBuffer bytes = ByteBuffer.wrap(outline);
    if (outline.length < 10 || bytes.getShort(0) >= 0) {
      return outline;
    }
    int at = 10;
    int flags;
    do {
      flags = bytes.getShort(at);
      int part = bytes.getShort(at + 2) & 0xFFFF;
      bytes.putShort(at + 2, (short) numberOf(part));
      at += 4 + ((flags & WORDS) != 0 ? 4 : 2);
      at += (flags & SCALE) != 0 ? 2 : (flags & SCALE_XY) != 0 ? 4 : (flags & MATRIX) != 0 ? 8 : 0;
    } while ((flags & MORE) != 0);
    return outline;
  }

  private int numberOf(int glyph) {
    return parts.computeIfAbsent(
        glyph,
        added -> {
          glyphs.add(added);
          return glyphs.size() - 1;
        });
  }

  private static byte[] assembled(Map<String, byte[]> tables) {
    int count = tables.size();
    int power = Integer.highestOneBit(count);
    ByteArrayOutputStream directory = new ByteArrayOutputStream();
    directory.writeBytes(int32(0x00010000));
    directory.writeBytes(int32(count << 16 | power * 16));
    directory.writeBytes(
        int32(Integer.numberOfTrailingZeros(power) << 16 | (count * 16 - power * 16)));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int start = 12 + 16 * count;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      directory.writeBytes(table.getKey().getBytes(StandardCharsets.ISO_8859_1));
      directory.writeBytes(int32(checksum(table.getValue())));
      directory.writeBytes(int32(start + body.size()));
      directory.writeBytes(int32(table.getValue().length));
      body.writeBytes(table.getValue());
      body.writeBytes(new byte[-table.getValue().length & 3]);
    }
    directory.writeBytes(body.toByteArray());
    return directory.toByteArray();
  }

  private static int checksum(byte[] table) {
    ByteBuffer padded = ByteBuffer.allocate((table.length + 3) & ~3).put(table).rewind();
    int sum = 0;
    while (padded.hasRemaining()) {
      sum += padded.getInt();
    }
    return sum;
  }

  private static byte[] int32(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
