package jp.frontdesk.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// One TrueType font file with `glyf` outlines, mapped into memory and read in place: nothing of a
/// 46 MB font is copied to the heap, and any number of threads read it at once.
final class FontFile {
  /// A table of the font file.
  ///
  /// @param offset from the start of the file, in bytes
  /// @param length in bytes
  record Table(int offset, int length) {}

  private final ByteBuffer font;
  private final Map<String, Table> tables = new HashMap<>();
  private final CharacterMap characters;
  private final String name;
  private final int unitsPerEm;
  private final boolean longOffsets;
  private final int glyphCount;
  private final int widthCount;
  private final int outlines;
  private final int offsets;
  private final int metrics;

  private FontFile(ByteBuffer font, String name) {
    this.font = font;
    this.name = name;
    int version = font.getInt(0);
    if (version != 0x00010000 && version != 0x74727565) {
      throw new IllegalArgumentException("not a TrueType font file with glyf outlines");
    }
    for (int i = 0; i < uint16(4); i++) {
      int record = 12 + i * 16;
      byte[] tag = new byte[4];
      font.get(record, tag);
      tables.put(
          new String(tag, StandardCharsets.ISO_8859_1),
          new Table(font.getInt(record + 8), font.getInt(record + 12)));
    }
    this.characters = new CharacterMap(font, table("cmap").offset());
    this.unitsPerEm = uint16(table("head").offset() + 18);
    this.longOffsets = uint16(table("head").offset() + 50) == 1;
    this.glyphCount = uint16(table("maxp").offset() + 4);
    this.widthCount = uint16(table("hhea").offset() + 34);
    this.outlines = table("glyf").offset();
    this.offsets = table("loca").offset();
    this.metrics = table("hmtx").offset();
  }

  /// Opens a font.
  ///
  /// @param name the PostScript name for PDF dictionaries
  /// @throws IllegalArgumentException when the file is missing or no TrueType font; the message
  ///   names the file
  static FontFile open(Path file, String name) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("font file not found: " + file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new FontFile(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()), name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the font " + file, e);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("cannot use the font " + file + ": " + e.getMessage(), e);
    }
  }

  String name() {
    return name;
  }

  int unitsPerEm() {
    return unitsPerEm;
  }

  /// See [CharacterMap#glyphOf(int)].
  OptionalInt glyphOf(int codePoint) {
    return characters.glyphOf(codePoint);
  }

  /// See [CharacterMap#glyphOf(int, int)].
  OptionalInt glyphOf(int codePoint, int selector) {
    return characters.glyphOf(codePoint, selector);
  }

  /// The advance width in thousandths of the font size.
  int widthOf(int glyph) {
    int at = metrics + 4 * Math.min(glyph, widthCount - 1);
    return Math.round(uint16(at) * 1000f / unitsPerEm);
  }

  /// The glyph's four bytes of `hmtx`: advance width and left side bearing, in font units.
  byte[] horizontalMetrics(int glyph) {
    int start = metrics;
    ByteBuffer both = ByteBuffer.allocate(4);
    both.putShort(font.getShort(start + 4 * Math.min(glyph, widthCount - 1)));
    int bearing =
        glyph < widthCount
            ? start + 4 * glyph + 2
            : start + 4 * widthCount + 2 * (glyph - widthCount);
    return both.putShort(font.getShort(bearing)).array();
  }

  /// The glyph's outline, empty for a space.
  byte[] outlineOf(int glyph) {
    if (glyph < 0 || glyph >= glyphCount) {
      throw new IllegalArgumentException("no such glyph");
    }
    int start = outlineOffset(glyph);
    byte[] outline = new byte[outlineOffset(glyph + 1) - start];
    font.get(outlines + start, outline);
    return outline;
  }

  /// A copy of a whole table; empty when the font has none of that tag.
  byte[] tableBytes(String tag) {
    Table table = tables.getOrDefault(tag, new Table(0, 0));
    byte[] bytes = new byte[table.length()];
    font.get(table.offset(), bytes);
    return bytes;
  }

  private int outlineOffset(int glyph) {
    return longOffsets ? font.getInt(offsets + 4 * glyph) : 2 * uint16(offsets + 2 * glyph);
  }

  private Table table(String tag) {
    Table table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("the font has no table " + tag);
    }
    return table;
  }

  private int uint16(int at) {
    return font.getShort(at) & 0xFFFF;
  }
}
