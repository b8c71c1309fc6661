package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.evidence.Pass;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.ReadGlyph;

/// Passes over a line that holds more than the value: each reads the whole line and a part is cut
/// out of its text.
///
/// @param inner passes over the whole line
/// @param cut what of the text is the value
/// @param around the characters printed around the value, allowed together with its own
record ExtractedPasses(Passes inner, UnaryOperator<String> cut, String around) implements Passes {
  @Override
  public Pass first() {
    return cut(inner.first());
  }

  @Override
  public Pass fast(String allowed) {
    return cut(inner.fast(allowed + around));
  }

  @Override
  public Pass combined(int heightPx) {
    return cut(inner.combined(heightPx));
  }

  @Override
  public Pass combinedOnly(int heightPx, String allowed) {
    return cut(inner.combinedOnly(heightPx, allowed + around));
  }

  /// The English model cannot read the Japanese around the value; the combined one in small stands
  /// in.
  @Override
  public Pass english(String allowed) {
    return cut(inner.combined(32));
  }

  @Override
  public Pass widened(String allowed) {
    return cut(inner.widened(allowed + around));
  }

  /// Those of the whole line whose text is the part; none where the cut does more than cut.
  @Override
  public List<ReadGlyph> glyphs(Alphabet alphabet) {
    List<ReadGlyph> line = inner.glyphs(alphabet.and(around));
    StringBuilder text = new StringBuilder();
    List<Integer> starts = new ArrayList<>();
    for (ReadGlyph glyph : line) {
      starts.add(text.length());
      text.append(Texts.folded(Character.toString(glyph.codePoint())));
    }
    starts.add(text.length());
    String part = Texts.folded(cut.apply(text.toString()));
    int from = starts.indexOf(text.lastIndexOf(part));
    int to = starts.indexOf(text.lastIndexOf(part) + part.length());
    return part.isEmpty() || from < 0 || to < 0 ? List.of() : line.subList(from, to);
  }

  @Override
  public boolean isOneCharacter() {
    return false;
  }

  private Pass cut(Pass pass) {
    return new Pass(cut.apply(pass.text()), pass.lowest());
  }
}
