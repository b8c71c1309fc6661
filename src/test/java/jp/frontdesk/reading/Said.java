package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.reading.evidence.Pass;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Readings that all say the same.
///
/// @param text what they say
record Said(String text) implements Passes {
  @Override
  public Pass first() {
    return new Pass(text, 0.9);
  }

  @Override
  public Pass fast(String allowed) {
    return first();
  }

  @Override
  public Pass combined(int heightPx) {
    return first();
  }

  @Override
  public Pass combinedOnly(int heightPx, String allowed) {
    return first();
  }

  @Override
  public Pass english(String allowed) {
    return first();
  }

  @Override
  public Pass widened(String allowed) {
    return first();
  }

  @Override
  public List<ReadGlyph> glyphs(Alphabet alphabet) {
    return List.of();
  }

  @Override
  public Pass own(Alphabet alphabet) {
    return first();
  }

  @Override
  public boolean isOneCharacter() {
    return false;
  }
}
