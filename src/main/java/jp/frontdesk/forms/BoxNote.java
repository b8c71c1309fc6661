package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.paper.FittedText;
import jp.frontdesk.paper.GlyphRun;
import jp.frontdesk.paper.TextStyle;

/// What had to be done so that a value keeps to its box. For whoever draws the form; names the box,
/// never the value.
///
/// @param page from 1
/// @param box what the value is called, e.g. `2人目の氏名`
/// @param kinds at least one
/// @param sizePt the size it was set in
public record BoxNote(int page, String box, List<Kind> kinds, double sizePt) {
  /// What was done.
  public enum Kind {
    /// Set smaller than the form asks for.
    SHRUNK("smaller"),
    /// Set on several lines.
    WRAPPED("on several lines"),
    /// Set narrower 長体.
    CONDENSED("narrower"),
    /// A character came from another font than the rest.
    OTHER_FONT("another font"),
    /// No font has a character.
    MISSING("no font has a character"),
    /// It fits in no way and stands on the sheet 別紙.
    ANNEXED("on the sheet 別紙");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// In words, for people.
    public String words() {
      return words;
    }
  }

  public BoxNote {
    kinds = List.copyOf(kinds);
  }

  /// The note on a value that was set; empty where it simply fits.
  static Optional<BoxNote> of(int page, String box, TextStyle style, FittedText text) {
    List<Kind> kinds = new ArrayList<>();
    if (text.sizePt() < style.maxPt()) {
      kinds.add(Kind.SHRUNK);
    }
    if (text.lines().size() > 1) {
      kinds.add(Kind.WRAPPED);
    }
    if (text.condensedTo() < 100) {
      kinds.add(Kind.CONDENSED);
    }
    List<GlyphRun.Glyph> glyphs =
        text.lines().stream().flatMap(line -> line.glyphs().stream()).toList();
    if (glyphs.stream().anyMatch(GlyphRun.Glyph::isMissing)) {
      kinds.add(Kind.MISSING);
    }
    if (glyphs.stream().mapToInt(GlyphRun.Glyph::font).distinct().count() > 1) {
      kinds.add(Kind.OTHER_FONT);
    }
    return kinds.isEmpty()
        ? Optional.empty()
        : Optional.of(new BoxNote(page, box, kinds, text.sizePt()));
  }
}
