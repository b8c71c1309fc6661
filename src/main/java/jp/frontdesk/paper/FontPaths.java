package jp.frontdesk.paper;

import java.nio.file.Path;
import java.util.List;

/// The font files that forms are set in. TrueType outlines only.
///
/// @param mincho for values and names; IPAmj 明朝 has every character of the 文字情報基盤
/// @param gothic for printed labels
/// @param further asked in order for a character the face's own font lacks, e.g. 行政事務標準文字フォント; may
///   be empty
public record FontPaths(Path mincho, Path gothic, List<Path> further) {
  public FontPaths {
    further = List.copyOf(further);
  }

  /// Where Debian's packages `fonts-ipamj-mincho`, `fonts-ipaexfont-gothic` and
  /// `fonts-ipaexfont-mincho` put them. The last one has some variants 異体字 of the Adobe-Japan1
  /// collection that the first lacks.
  public static FontPaths debian() {
    return new FontPaths(
        Path.of("/usr/share/fonts/truetype/ipamj/ipamjm.ttf"),
        Path.of("/usr/share/fonts/opentype/ipaexfont-gothic/ipaexg.ttf"),
        List.of(Path.of("/usr/share/fonts/opentype/ipaexfont-mincho/ipaexm.ttf")));
  }
}
