package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.glyphs.LineStrip;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.LinePicture;
import jp.frontdesk.reading.text.LineText;
import jp.frontdesk.reading.text.Model;
import jp.frontdesk.reading.text.Symbol;

/// A run of print without wide gaps, as read once.
///
/// @param box tight around its ink
/// @param marks its characters in half width with their places on the page
/// @param shapes the marks in it that are known by their shape
/// @param label the label all of it is, where that is known already
record PrintedRun(Box box, List<Mark> marks, PrintShapes shapes, Optional<Label> label) {
  static final int FAST_PX = 36;
  static final int COMBINED_PX = 40;
  private static final char UNREAD = '〓';
  private static final String LIKE_COLON = ":;・･.,'iIl|!〓-ー";
  private static final double ONE_CHARACTER = 1.45;
  private static final double LEFT_OUT = 0.8;

  /// One character.
  record Mark(char character, int left, int right) {
    /// Never shows the character: it is personal.
    @Override
    public String toString() {
      return "Mark[" + left + " to " + right + "]";
    }

    int center() {
      return (left + right) / 2;
    }
  }

  PrintedRun {
    marks = List.copyOf(marks);
  }

  static PrintedRun read(UprightPage page, Engines engines, TextLine line, Model model) {
    Box box = line.box();
    Box limits = new Box(0, 0, page.picture().width(), page.picture().height());
    int px = model == Model.FAST ? FAST_PX : COMBINED_PX;
    Gray picture = LinePicture.of(page, box, limits, px);
    boolean isOne = box.width() < ONE_CHARACTER * box.height();
    LineText text =
        isOne ? engines.readCharacter(model, picture, "") : engines.read(model, picture, "");
    List<Mark> marks = new ArrayList<>();
    for (Symbol symbol : text.symbols()) {
      int left = LinePicture.pageColumn(box, limits, px, symbol.left());
      int right = LinePicture.pageColumn(box, limits, px, symbol.right());
      for (char c : Texts.folded(symbol.text()).toCharArray()) {
        marks.add(new Mark(c, left, right));
      }
    }
    return of(page, box, marks);
  }

  /// The same as our own reader reads it, character by character: an engine is lost in captions
  /// whose characters stand far apart.
  static PrintedRun readByGlyphs(UprightPage page, Box box) {
    Box limits = InkRuns.withRoom(page.ink(), box, box.height());
    double step = box.height() / (double) LineStrip.INK_PX;
    double start = box.x() - LineStrip.SIDE_PX * step;
    List<Mark> marks = new ArrayList<>();
    for (ReadGlyph glyph : GlyphReader.read(page, box, limits, Alphabet.ADDRESS)) {
      int left = (int) Math.round(start + glyph.left() * step);
      int right = (int) Math.round(start + glyph.right() * step);
      for (char c : Texts.folded(Character.toString(glyph.codePoint())).toCharArray()) {
        marks.add(new Mark(c, left, right));
      }
    }
    return of(page, box, marks);
  }

  private static PrintedRun of(UprightPage page, Box box, List<Mark> marks) {
    int first = marks.isEmpty() ? box.right() : marks.getFirst().left();
    if (marks.isEmpty() || first - box.x() > LEFT_OUT * box.height()) {
      marks.addFirst(new Mark(UNREAD, box.x(), first));
    }
    PrintShapes shapes = PrintShapes.of(page.ink(), box);
    shapes.colons().forEach(c -> addColon(marks, c));
    int last = marks.getLast().right();
    if (box.right() - last > LEFT_OUT * box.height()) {
      marks.add(new Mark(UNREAD, last, box.right()));
    }
    return new PrintedRun(box, marks, shapes, Optional.empty());
  }

  /// Engines often read a colon as a dot or not at all.
  private static void addColon(List<Mark> marks, Box colon) {
    int at = 0;
    while (at < marks.size() && marks.get(at).center() < colon.x()) {
      at++;
    }
    Mark mark = new Mark(':', colon.x(), colon.right());
    for (int near = Math.max(0, at - 1); near <= Math.min(marks.size() - 1, at + 1); near++) {
      boolean isHere = Math.abs(marks.get(near).center() - colon.centerX()) < colon.height();
      if (isHere && LIKE_COLON.indexOf(marks.get(near).character()) >= 0) {
        marks.set(near, mark);
        return;
      }
    }
    marks.add(at, mark);
  }

  PrintedRun withLabel(Label found) {
    return new PrintedRun(box, marks, shapes, Optional.of(found));
  }

  String text() {
    StringBuilder text = new StringBuilder();
    marks.forEach(m -> text.append(m.character()));
    return text.toString();
  }

  /// Never shows the text: it is personal.
  @Override
  public String toString() {
    return "PrintedRun[" + marks.size() + " characters]";
  }
}
