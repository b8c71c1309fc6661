package jp.frontdesk.paper;

import java.nio.file.Path;
import java.util.List;

/// The font files that documents are set in. TrueType outlines only.
///
/// @param mincho for values and names; IPAmj 明朝 has every character of the 文字情報基盤
/// @param gothic for printed labels
/// @param further asked in order for a character the face's own font lacks, e.g. 行政事務標準文字フォント; may
///   be empty
/// @param latin for languages in Latin letters
/// @param chinese for Chinese
/// @param korean for Korean
/// @param devanagari for Nepali; shaped by its own tables
public record FontPaths(
    Path mincho,
    Path gothic,
    List<Path> further,
    Path latin,
    Path chinese,
    Path korean,
    Path devanagari) {
  public FontPaths {
    further = List.copyOf(further);
  }

  /// Where Debian's packages `fonts-ipamj-mincho`, `fonts-ipaexfont-gothic`,
  /// `fonts-ipaexfont-mincho`, `fonts-noto-core`, `fonts-droid-fallback` and `fonts-nanum` put
  /// them. The third has some variants 異体字 of the Adobe-Japan1 collection that the first lacks.
  public static FontPaths debian() {
    Path folder = Path.of("/usr/share/fonts/truetype");
    return new FontPaths(
        folder.resolve("ipamj/ipamjm.ttf"),
        Path.of("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"),
        List.of(Path.of("/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf")),
        folder.resolve("noto/NotoSans-Regular.ttf"),
        folder.resolve("droid/DroidSansFallbackFull.ttf"),
        folder.resolve("nanum/NanumGothic.ttf"),
        folder.resolve("noto/NotoSansDevanagari-Regular.ttf"));
  }
}
