package jp.frontdesk.paper;

import java.nio.ByteBuffer;
import java.util.OptionalInt;

/// The `cmap` table of a TrueType font (OpenType specification, "cmap"): from characters to glyphs,
/// with format 14 for ideographic variation sequences 異体字 (IVS), which PDFBox does not read.
///
/// Reads the mapped file in place by absolute positions, so one instance serves every thread.
final class CharacterMap {
  private static final int NONE = -1;

  private final ByteBuffer font;
  private final int characters;
  private final int characterFormat;
  private final int variations;

  CharacterMap(ByteBuffer font, int table) {
    this.font = font;
    int best = NONE;
    int bestFormat = NONE;
    int sequences = NONE;
    for (int i = 0; i < uint16(table + 2); i++) {
      int record = table + 4 + i * 8;
      int subtable = table + font.getInt(record + 4);
      int format = uint16(subtable);
      boolean unicode = uint16(record) == 0 || uint16(record) == 3;
      if (format == 14) {
        sequences = subtable;
      } else if (unicode && (format == 12 || format == 4) && format > bestFormat) {
        best = subtable;
        bestFormat = format;
      }
    }
    if (best == NONE) {
      throw new IllegalArgumentException("the font has no Unicode character map of format 4 or 12");
    }
    this.characters = best;
    this.characterFormat = bestFormat;
    this.variations = sequences;
  }

  /// The glyph of a character, empty when the font has none.
  OptionalInt glyphOf(int codePoint) {
    int glyph = characterFormat == 12 ? inGroups(codePoint) : inSegments(codePoint);
    return glyph == 0 ? OptionalInt.empty() : OptionalInt.of(glyph);
  }

  /// The glyph of a character with its variation selector. A sequence the font lists as default is
  /// the plain glyph; one the font does not list is empty, never quietly the plain glyph.
  OptionalInt glyphOf(int codePoint, int selector) {
    int record = variations == NONE ? NONE : selectorRecord(selector);
    if (record == NONE) {
      return OptionalInt.empty();
    }
    int defaults = font.getInt(record + 3);
    if (defaults != 0 && isDefault(variations + defaults, codePoint)) {
      return glyphOf(codePoint);
    }
    int others = font.getInt(record + 7);
    return others == 0 ? OptionalInt.empty() : inMappings(variations + others, codePoint);
  }

  private int inGroups(int codePoint) {
    int low = 0;
    int high = font.getInt(characters + 12) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int group = characters + 16 + middle * 12;
      if (codePoint < font.getInt(group)) {
        high = middle - 1;
      } else if (codePoint > font.getInt(group + 4)) {
        low = middle + 1;
      } else {
        return font.getInt(group + 8) + codePoint - font.getInt(group);
      }
    }
    return 0;
  }

  private int inSegments(int codePoint) {
    int twice = uint16(characters + 6);
    int ends = characters + 14;
    int starts = ends + twice + 2;
    for (int i = 0; i < twice && codePoint <= 0xFFFF; i += 2) {
      if (codePoint <= uint16(ends + i)) {
        int start = uint16(starts + i);
        if (codePoint < start) {
          return 0;
        }
        int delta = uint16(starts + twice + i);
        int offset = uint16(starts + 2 * twice + i);
        if (offset == 0) {
          return (codePoint + delta) & 0xFFFF;
        }
        int glyph = uint16(starts + 2 * twice + i + offset + 2 * (codePoint - start));
        return glyph == 0 ? 0 : (glyph + delta) & 0xFFFF;
      }
    }
    return 0;
  }

  private int selectorRecord(int selector) {
    for (int i = 0; i < font.getInt(variations + 6); i++) {
      int record = variations + 10 + i * 11;
      if (uint24(record) == selector) {
        return record;
      }
    }
    return NONE;
  }

  private boolean isDefault(int table, int codePoint) {
    int low = 0;
    int high = font.getInt(table) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int start = uint24(table + 4 + middle * 4);
      int further = font.get(table + 4 + middle * 4 + 3) & 0xFF;
      if (codePoint < start) {
        high = middle - 1;
      } else if (codePoint > start + further) {
        low = middle + 1;
      } else {
        return true;
      }
    }
    return false;
  }

  private OptionalInt inMappings(int table, int codePoint) {
    int low = 0;
    int high = font.getInt(table) - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int entry = table + 4 + middle * 5;
      int at = uint24(entry);
      if (codePoint < at) {
        high = middle - 1;
      } else if (codePoint > at) {
        low = middle + 1;
      } else {
        return OptionalInt.of(uint16(entry + 3));
      }
    }
    return OptionalInt.empty();
  }

  private int uint16(int at) {
    return font.getShort(at) & 0xFFFF;
  }

  private int uint24(int at) {
    return (font.get(at) & 0xFF) << 16 | uint16(at + 1);
  }
}
