package jp.frontdesk.paper;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The fonts of a run of the desk, opened once and shared by every thread.
public final class PaperFonts {
  /// Stands where no font has the character, as Japanese printers do: 下駄記号.
  static final String GETA = "〓";

  /// The numbers of the faces' own fonts are their places here.
  private static final List<Face> FACES =
      List.of(Face.MINCHO, Face.GOTHIC, Face.LATIN, Face.CHINESE, Face.KOREAN, Face.DEVANAGARI);

  private final List<FontFile> fonts;
  private final Shaper devanagari;
  private final Map<Face, List<Integer>> orders = new EnumMap<>(Face.class);

  private PaperFonts(List<FontFile> fonts, Shaper devanagari) {
    this.fonts = List.copyOf(fonts);
    this.devanagari = devanagari;
    FACES.forEach(face -> orders.put(face, order(face)));
  }

  /// Opens the fonts.
  ///
  /// @throws IllegalArgumentException naming every file that is missing or no TrueType font
  public static PaperFonts open(FontPaths paths) {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("FrontDeskMincho", paths.mincho());
    files.put("FrontDeskGothic", paths.gothic());
    files.put("FrontDeskLatin", paths.latin());
    files.put("FrontDeskChinese", paths.chinese());
    files.put("FrontDeskKorean", paths.korean());
    files.put("FrontDeskDevanagari", paths.devanagari());
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
              + " (Debian has them in fonts-ipamj-mincho, fonts-ipaexfont-gothic, fonts-ipaexfont-mincho,"
              + " fonts-noto-core, fonts-droid-fallback, fonts-nanum)");
    }
    return new PaperFonts(fonts, Shaper.open(paths.devanagari()));
  }

  /// How many fonts there are; their numbers are those of the faces, then the further ones.
  int count() {
    return fonts.size();
  }

  FontFile font(int number) {
    return fonts.get(number);
  }

  /// The glyphs of a text. Control characters are left out; a character or a variation that no font
  /// has becomes 〓 marked as missing, for a variant that quietly turns into another character is
  /// worse than a visible gap. A 〓 in the text says the same and is marked, too.
  public GlyphRun glyphsOf(Face face, String text) {
    List<GlyphRun.Glyph> glyphs = new ArrayList<>();
    int[] points = text.codePoints().filter(c -> !Character.isISOControl(c)).toArray();
    for (int i = 0; i < points.length; i++) {
      int joined = Shaper.runFrom(points, i);
      if (joined > 0) {
        devanagari.glyphsOf(new String(points, i, joined)).stream()
            .map(shaped -> shaped.glyph(FACES.indexOf(Face.DEVANAGARI)))
            .forEach(glyphs::add);
        i += joined - 1;
        continue;
      }
      boolean isVaried = i + 1 < points.length && isSelector(points[i + 1]);
      String cluster = new String(points, i, isVaried ? 2 : 1);
      int selector = isVaried ? points[i + 1] : 0;
      glyphs.add(
          cluster.equals(GETA)
              ? geta(face, cluster)
              : find(face, points[i], selector, cluster).orElseGet(() -> geta(face, cluster)));
      i += isVaried ? 1 : 0;
    }
    return new GlyphRun(glyphs);
  }

  private Optional<GlyphRun.Glyph> find(Face face, int point, int selector, String cluster) {
    for (int number : orders.getOrDefault(face, List.of())) {
      FontFile font = fonts.get(number);
      OptionalInt glyph = selector == 0 ? font.glyphOf(point) : font.glyphOf(point, selector);
      if (glyph.isPresent()) {
        int width = font.widthOf(glyph.getAsInt());
        return Optional.of(
            new GlyphRun.Glyph(
                number, glyph.getAsInt(), cluster, width, 0, /* isMissing= */ false));
      }
    }
    return Optional.empty();
  }

  private GlyphRun.Glyph geta(Face face, String cluster) {
    GlyphRun.Glyph geta = find(face, GETA.codePointAt(0), 0, GETA).orElseThrow();
    return new GlyphRun.Glyph(
        geta.font(), geta.number(), cluster, geta.width(), 0, /* isMissing= */ true);
  }

  /// The face's own font, for a foreign language then gothic, then the further ones, at last the
  /// other faces.
  private List<Integer> order(Face face) {
    List<Integer> order = new ArrayList<>();
    order.add(FACES.indexOf(face));
    if (face != Face.MINCHO && face != Face.GOTHIC) {
      order.add(FACES.indexOf(Face.GOTHIC));
    }
    IntStream.range(FACES.size(), fonts.size()).forEach(order::add);
    IntStream.range(0, FACES.size()).filter(i -> !order.contains(i)).forEach(order::add);
    return order;
  }

  private static boolean isSelector(int point) {
    return (point >= 0xE0100 && point <= 0xE01EF) || (point >= 0xFE00 && point <= 0xFE0F);
  }
}
