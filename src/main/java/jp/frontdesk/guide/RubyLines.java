package jp.frontdesk.guide;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.RubyText;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.FittedText;
import jp.frontdesk.paper.GlyphRun;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextFitter;
import jp.frontdesk.paper.TextStyle;

/// A text on paper, broken into lines, with the readings of its words in small kana above them (JIS
/// X 4051: half as large). Its lines stand further apart for that.
///
/// @param isSpaced whether there is room for readings above each line
record RubyLines(FittedText fitted, TextStyle style, boolean isSpaced, List<Reading> readings) {
  /// Kana above a word.
  ///
  /// @param line from 0
  /// @param middleMm of the word, from the line's beginning
  record Reading(int line, double middleMm, GlyphRun kana) {}

  private static final double TALLEST = 1000;
  private static final double MM_PER_PT = 25.4 / 72;
  private static final double ABOVE_BASELINE = 0.88;
  private static final double ROOM = 0.55;
  private static final double PITCH = 1.12 + ROOM;
  private static final double SMALL = 0.5;

  RubyLines {
    readings = List.copyOf(readings);
  }

  /// @param words in the notation of [RubyText]
  /// @param isSpaced whether to leave room also where nothing has a reading
  static RubyLines of(
      PaperFonts fonts, TextStyle style, double widthMm, String words, boolean isSpaced) {
    RubyText text = RubyText.parse(words);
    FittedText fitted =
        TextFitter.fit(
                fonts.glyphsOf(style.face(), text.plain()),
                new MmBox(0, 0, widthMm, TALLEST),
                style)
            .orElseThrow(() -> new IllegalArgumentException("a text of the guide fits no line"));
    return new RubyLines(
        fitted, style, isSpaced || text.hasReadings(), readings(fonts, text, fitted));
  }

  /// The height of all lines.
  double heightMm() {
    return isSpaced ? em() * (ROOM + 1 + PITCH * (fitted.lines().size() - 1)) : fitted.heightMm();
  }

  void draw(PdfSheet sheet, MmBox box) {
    if (!isSpaced) {
      sheet.draw(fitted, box, style);
      return;
    }
    sheet.asOneText(() -> {
      for (int i = 0; i < fitted.lines().size(); i++) {
        sheet.glyphs(
            fitted.lines().get(i),
            fitted.sizePt(),
            box.xMm(),
            topOf(i, box) + em() * ABOVE_BASELINE);
      }
    });
    int line = -1;
    double free = 0;
    for (Reading reading : readings) {
      double width = reading.kana().width() / 1000.0 * em() * SMALL;
      free = reading.line() == line ? free : box.xMm();
      line = reading.line();
      double x = Math.max(free, box.xMm() + reading.middleMm() - width / 2);
      double baseline = topOf(line, box) - em() * SMALL * (1 - ABOVE_BASELINE);
      sheet.reading(reading.kana(), fitted.sizePt() * SMALL, x, baseline);
      free = x + width + em() * SMALL / 4;
    }
  }

  private double em() {
    return fitted.sizePt() * MM_PER_PT;
  }

  private double topOf(int line, MmBox box) {
    return box.yMm() + em() * (ROOM + PITCH * line);
  }

  /// Where each word with a reading came to stand; a word torn by a line's end has its reading
  /// above the longer piece.
  private static List<Reading> readings(PaperFonts fonts, RubyText text, FittedText fitted) {
    List<int[]> places = places(text.plain(), fitted);
    List<Reading> readings = new ArrayList<>();
    int at = 0;
    for (RubyText.Part part : text.parts()) {
      int from = at;
      int to = at + part.base().length();
      at = to;
      if (part.reading().isEmpty()) {
        continue;
      }
      List<int[]> glyphs =
          places.stream().filter(place -> place[0] >= from && place[0] < to).toList();
      int line = longestLine(glyphs);
      List<int[]> own = glyphs.stream().filter(place -> place[1] == line).toList();
      if (!own.isEmpty()) {
        double middle = (own.getFirst()[2] + own.getLast()[2] + own.getLast()[3]) / 2.0;
        readings.add(
            new Reading(
                line,
                middle / 1000 * fitted.sizePt() * MM_PER_PT,
                fonts.glyphsOf(Face.GOTHIC, part.reading())));
      }
    }
    return readings;
  }

  private static int longestLine(List<int[]> glyphs) {
    int best = -1;
    long most = 0;
    for (int[] glyph : glyphs) {
      long count = glyphs.stream().filter(other -> other[1] == glyph[1]).count();
      if (count > most) {
        most = count;
        best = glyph[1];
      }
    }
    return best;
  }

  /// For each glyph: its place in the text, its line, its left edge and its width in thousandths of
  /// the size. Spaces at the ends of lines are gone.
  private static List<int[]> places(String plain, FittedText fitted) {
    List<int[]> places = new ArrayList<>();
    int at = 0;
    for (int line = 0; line < fitted.lines().size(); line++) {
      int x = 0;
      for (GlyphRun.Glyph glyph : fitted.lines().get(line).glyphs()) {
        int found = plain.indexOf(glyph.text(), at);
        if (found >= 0) {
          places.add(new int[] {found, line, x, glyph.width()});
          at = found + glyph.text().length();
        }
        x += glyph.width();
      }
    }
    return places;
  }
}
