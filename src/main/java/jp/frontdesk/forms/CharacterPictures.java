package jp.frontdesk.forms;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import jp.frontdesk.paper.CharacterCutter;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.GlyphPicture;
import jp.frontdesk.paper.GlyphRun;
import jp.frontdesk.paper.PaperFonts;

/// Characters that no font has, as the certificate itself shows them: wherever a value with such a
/// character is printed, the character is cut out of the value's crop. One case's own, for one
/// thread.
public final class CharacterPictures {
  private final Map<String, byte[]> crops;
  private final Map<String, Optional<GlyphPicture>> cut = new HashMap<>();

  /// @param crops value as confirmed -> its crop as PNG
  public CharacterPictures(Map<String, byte[]> crops) {
    this.crops = Map.copyOf(crops);
  }

  /// No pictures.
  public static CharacterPictures none() {
    return new CharacterPictures(Map.of());
  }

  /// Whether a text has a character that no font has.
  public static boolean isNeededFor(PaperFonts fonts, String text) {
    return fonts.glyphsOf(Face.MINCHO, text).glyphs().stream().anyMatch(GlyphRun.Glyph::isMissing);
  }

  /// The glyphs of a text, those that no font has as pictures where there are pictures.
  GlyphRun glyphsOf(PaperFonts fonts, Face face, String text) {
    GlyphRun run = fonts.glyphsOf(face, text);
    if (crops.isEmpty() || run.glyphs().stream().noneMatch(GlyphRun.Glyph::isMissing)) {
      return run;
    }
    List<GlyphRun.Glyph> glyphs = new ArrayList<>(run.glyphs());
    List<String> characters = textsOf(run);
    for (String value : crops.keySet().stream().sorted().toList()) {
      List<String> own = textsOf(fonts.glyphsOf(face, value));
      int at = Collections.indexOfSubList(characters, own);
      for (int i = 0; at >= 0 && i < own.size(); i++) {
        GlyphRun.Glyph glyph = glyphs.get(at + i);
        if (glyph.isMissing() && glyph.picture().isEmpty()) {
          int place = at + i;
          picture(value, own, i).ifPresent(shape -> glyphs.set(place, glyph.drawnAs(shape)));
        }
      }
    }
    return new GlyphRun(glyphs);
  }

  private Optional<GlyphPicture> picture(String value, List<String> characters, int place) {
    return cut.computeIfAbsent(value + "\n" + place, _ -> cut(value, characters, place));
  }

  private Optional<GlyphPicture> cut(String value, List<String> characters, int place) {
    boolean[] spaces = new boolean[characters.size()];
    for (int i = 0; i < spaces.length; i++) {
      spaces[i] = characters.get(i).isBlank();
    }
    return Optional.ofNullable(crops.get(value))
        .flatMap(CharacterPictures::image)
        .flatMap(crop -> CharacterCutter.cut(crop, spaces, place));
  }

  private static Optional<BufferedImage> image(byte[] png) {
    try {
      return Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png)));
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private static List<String> textsOf(GlyphRun run) {
    return run.glyphs().stream().map(GlyphRun.Glyph::text).toList();
  }

  @Override
  public String toString() {
    return "CharacterPictures[" + crops.size() + "]";
  }
}
