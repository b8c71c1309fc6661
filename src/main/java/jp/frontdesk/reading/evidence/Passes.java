package jp.frontdesk.reading.evidence;

import java.util.List;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Readings of one field on demand: each costs some milliseconds, so a rule asks for the next one
/// only while it is in doubt.
public interface Passes {
  /// The fast model without any hint; made anyway when labels were looked for.
  Pass first();

  /// The fast model with only these characters allowed.
  Pass fast(String allowed);

  /// The combined model, the ink this many pixels high.
  Pass combined(int heightPx);

  /// The combined model with only these characters allowed; never for digits, which it writes
  /// ringed.
  Pass combinedOnly(int heightPx, String allowed);

  /// The English model with only these characters allowed.
  Pass english(String allowed);

  /// The fast model over the print drawn twice as wide, with only these characters allowed: so
  /// half-width characters get the shape that the model knows.
  Pass widened(String allowed);

  /// Our own reader's characters, all lines joined; none where a part has to be cut out of more
  /// text.
  List<ReadGlyph> glyphs(Alphabet alphabet);

  /// Our own reader's text; empty where [#glyphs] has none.
  default Pass own(Alphabet alphabet) {
    StringBuilder text = new StringBuilder();
    double lowest = 1;
    for (ReadGlyph glyph : glyphs(alphabet)) {
      text.appendCodePoint(glyph.codePoint());
      lowest = Math.min(lowest, glyph.probability());
    }
    return new Pass(text.toString(), text.isEmpty() ? 0 : lowest);
  }

  /// Whether the print is one character wide.
  boolean isOneCharacter();
}
