package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.reading.evidence.Pass;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Readings of a date whose era was chosen by a ring, with the era put before them.
///
/// @param era e.g. 昭和
/// @param rest the readings of what is printed behind the eras
record AfterEra(String era, Passes rest) implements Passes {
  @Override
  public Pass first() {
    return after(rest.first());
  }

  @Override
  public Pass fast(String allowed) {
    return after(rest.fast(allowed));
  }

  @Override
  public Pass combined(int heightPx) {
    return after(rest.combined(heightPx));
  }

  @Override
  public Pass combinedOnly(int heightPx, String allowed) {
    return after(rest.combinedOnly(heightPx, allowed));
  }

  @Override
  public Pass english(String allowed) {
    return after(rest.english(allowed));
  }

  @Override
  public Pass widened(String allowed) {
    return after(rest.widened(allowed));
  }

  @Override
  public List<ReadGlyph> glyphs(Alphabet alphabet) {
    return rest.glyphs(alphabet);
  }

  @Override
  public Pass own(Alphabet alphabet) {
    return after(rest.own(alphabet));
  }

  @Override
  public boolean isOneCharacter() {
    return false;
  }

  private Pass after(Pass pass) {
    return pass.text().isEmpty() ? pass : new Pass(era + pass.text().strip(), pass.lowest());
  }
}
