package jp.frontdesk.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The fonts of a run of the desk, opened once and shared by every thread.
public final class PaperFonts {
  /// Stands where no font has the character, as Japanese printers do: 下駄記号.
  static final String GETA = "〓";

  private final List<FontFile> fonts;

  private PaperFonts(List<FontFile> fonts) {
    this.fonts = List.copyOf(fonts);
  }

  /// Opens the fonts.
  ///
  /// @throws IllegalArgumentException naming every file that is missing or no TrueType font
  public static PaperFonts open(FontPaths paths) {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("FrontDeskMincho", paths.mincho());
    files.put("FrontDeskGothic", paths.gothic());
    for (int i = 0; i < paths.further().size(); i++) {
      files.put("FrontDeskFurther" + (i + 1), paths.further().get(i));
    }
    List<FontFile> fonts = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    files.forEach((name, file) -> {
      try {
        fonts.add(FontFile.open(file, name));
      } catch (IllegalArgumentException unusable) {
        faults.add(String.valueOf(unusable.getMessage()));
      }
    });
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(
          String.join("; ", faults)
              + " (Debian has them in fonts-ipamj-mincho, fonts-ipaexfont-gothic, fonts-ipaexfont-mincho)");
    }
    return new PaperFonts(fonts);
  }

  /// How many fonts there are; their numbers are 0 (mincho), 1 (gothic) and on.
  int count() {
    return fonts.size();
  }

  FontFile font(int number) {
    return fonts.get(number);
  }

  /// The glyphs of a text. Control characters are left out; a character or a variation that no font
  /// has becomes 〓 marked as missing, for a variant that quietly turns into another character is
  /// worse than a visible gap.
  public GlyphRun glyphsOf(Face face, String text) {
    List<GlyphRun.Glyph> glyphs = new ArrayList<>();
    int[] points = text.codePoints().filter(c -> !Character.isISOControl(c)).toArray();
    for (int i = 0; i < points.length; i++) {
      boolean isVaried = i + 1 < points.length && isSelector(points[i + 1]);
      String cluster = new String(points, i, isVaried ? 2 : 1);
      int selector = isVaried ? points[i + 1] : 0;
      glyphs.add(find(face, points[i], selector, cluster).orElseGet(() -> geta(face, cluster)));
      i += isVaried ? 1 : 0;
    }
    return new GlyphRun(glyphs);
  }

  private Optional<GlyphRun.Glyph> find(Face face, int point, int selector, String cluster) {
    for (int i = 0; i < fonts.size(); i++) {
      int number = order(face, i);
      FontFile font = fonts.get(number);
      OptionalInt glyph = selector == 0 ? font.glyphOf(point) : font.glyphOf(point, selector);
      if (glyph.isPresent()) {
        int width = font.widthOf(glyph.getAsInt());
        return Optional.of(
            new GlyphRun.Glyph(number, glyph.getAsInt(), cluster, width, /* isMissing= */ false));
      }
    }
    return Optional.empty();
  }

  private GlyphRun.Glyph geta(Face face, String cluster) {
    GlyphRun.Glyph geta = find(face, GETA.codePointAt(0), 0, GETA).orElseThrow();
    return new GlyphRun.Glyph(
        geta.font(), geta.number(), cluster, geta.width(), /* isMissing= */ true);
  }

  /// The face's own font first, then the further ones, at last the other face.
  private int order(Face face, int place) {
    int own = face == Face.MINCHO ? 0 : 1;
    return place == 0 ? own : place == fonts.size() - 1 ? 1 - own : place + 1;
  }

  private static boolean isSelector(int point) {
    return (point >= 0xE0100 && point <= 0xE01EF) || (point >= 0xFE00 && point <= 0xFE0F);
  }
}
