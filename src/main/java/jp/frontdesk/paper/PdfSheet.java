package jp.frontdesk.paper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// One page of a [PdfPaper] to draw on: text, lines and filled shapes in millimetres from the upper
/// left corner. Black unless told otherwise.
///
/// Every text is marked as content of its own (ISO 32000-1 14.7.4), in the order of drawing, so
/// that a reader's voice finds it; everything else is marked as decoration.
public final class PdfSheet {
  /// The width of lines that nobody sets otherwise.
  public static final double LINE_MM = 0.2;

  private static final double PT_PER_MM = 72 / 25.4;

  /// The length of a cubic Bézier handle that makes a quarter of a circle.
  private static final double ROUND = 0.5523;

  /// What the operators at the end belong to.
  private enum Marked {
    NOTHING,
    DECORATION,
    TEXT
  }

  private final PaperFonts fonts;
  private final List<SubsetFont> subsets;
  private final List<String> missing;
  private final AtomicInteger pictured;
  private final double widthMm;
  private final double heightMm;
  private final StringBuilder operators = new StringBuilder();
  private int texts;
  private Marked open = Marked.NOTHING;

  PdfSheet(
      PaperFonts fonts,
      List<SubsetFont> subsets,
      List<String> missing,
      AtomicInteger pictured,
      double widthMm,
      double heightMm) {
    this.fonts = fonts;
    this.subsets = subsets;
    this.missing = missing;
    this.pictured = pictured;
    this.widthMm = widthMm;
    this.heightMm = heightMm;
  }

  /// The sheet's width.
  public double widthMm() {
    return widthMm;
  }

  /// The sheet's height.
  public double heightMm() {
    return heightMm;
  }

  /// The width a text takes on one line, in millimetres.
  public double textWidthMm(Face face, double sizePt, String text) {
    return fonts.glyphsOf(face, text).width() / 1000.0 * sizePt / PT_PER_MM;
  }

  /// Writes one line of text from a point on its baseline.
  public void text(Face face, double sizePt, double xMm, double baselineMm, String text) {
    glyphs(fonts.glyphsOf(face, text), sizePt, xMm, baselineMm);
  }

  /// The same with glyphs, some of which may be pictures.
  public void glyphs(GlyphRun run, double sizePt, double xMm, double baselineMm) {
    asOneText(() -> draw(run, sizePt, 100, xMm, baselineMm));
  }

  /// Writes a text turned a quarter clockwise into the middle of a box, e.g. ー in vertical writing.
  public void turnedText(Face face, double sizePt, MmBox box, String text) {
    GlyphRun run = fonts.glyphsOf(face, text);
    double em = sizePt / PT_PER_MM;
    double x = box.xMm() + box.widthMm() / 2 - em * (FittedText.ABOVE_BASELINE - 0.5);
    double y = box.yMm() + (box.heightMm() - run.width() / 1000.0 * em) / 2;
    asOneText(() -> draw(run, sizePt, "100 Tz 0 -1 1 0 ", x, y));
  }

  /// Sets a text into a box: shrinks, breaks lines, narrows, as much as the style and the box
  /// allow.
  ///
  /// @return whether it fits; when not, nothing is drawn
  public boolean textIn(MmBox box, TextStyle style, String text) {
    if (style.align() == TextStyle.Align.SPREAD) {
      return spread(box, style, text);
    }
    Optional<FittedText> fitted = TextFitter.fit(fonts.glyphsOf(style.face(), text), box, style);
    fitted.ifPresent(found -> draw(found, box, style));
    return fitted.isPresent();
  }

  /// A straight line.
  public void line(double x1Mm, double y1Mm, double x2Mm, double y2Mm, double lineMm) {
    decoration().append(pt(lineMm)).append(" w ").append(point(x1Mm, y1Mm)).append("m ");
    operators.append(point(x2Mm, y2Mm)).append("l S\n");
  }

  /// A dashed line, e.g. where paper is cut.
  public void dashedLine(double x1Mm, double y1Mm, double x2Mm, double y2Mm, double lineMm) {
    decoration().append("q [3 2] 0 d ");
    line(x1Mm, y1Mm, x2Mm, y2Mm, lineMm);
    operators.append("Q\n");
  }

  /// The outline of a rectangle.
  public void rect(MmBox box, double lineMm) {
    decoration().append(pt(lineMm)).append(" w ").append(rectangle(box)).append("S\n");
  }

  /// A filled rectangle.
  ///
  /// @param blackPercent 100 for black
  public void fill(MmBox box, int blackPercent) {
    decoration().append("q ").append(number(1 - blackPercent / 100.0)).append(" g ");
    operators.append(rectangle(box)).append("f Q\n");
  }

  /// Black rectangles painted as one shape, e.g. the bars of a barcode.
  public void fillAll(List<MmBox> boxes) {
    boxes.forEach(box -> decoration().append(rectangle(box)));
    operators.append("f\n");
  }

  /// Straight lines through points, perhaps around an area.
  ///
  /// @param fill of the area, percent of black; empty for none
  /// @param line of the lines, percent of black; empty for none
  public void outline(
      List<MmPoint> points,
      boolean isClosed,
      Optional<Integer> fill,
      Optional<Integer> line,
      double lineMm) {
    decoration().append("q ").append(pt(lineMm)).append(" w ");
    fill.ifPresent(black -> operators.append(number(1 - black / 100.0)).append(" g "));
    line.ifPresent(black -> operators.append(number(1 - black / 100.0)).append(" G "));
    for (int i = 0; i < points.size(); i++) {
      operators
          .append(point(points.get(i).xMm(), points.get(i).yMm()))
          .append(i == 0 ? "m " : "l ");
    }
    operators
        .append(isClosed ? "h " : "")
        .append(fill.isPresent() ? line.isPresent() ? "B" : "f" : line.isPresent() ? "S" : "n")
        .append(" Q\n");
  }

  /// The outline of an ellipse that touches the box's sides.
  public void ellipse(MmBox box, double lineMm) {
    ellipse(box, lineMm, "S");
  }

  /// The same, white inside.
  public void whiteEllipse(MmBox box, double lineMm) {
    decoration().append("q 1 g ");
    ellipse(box, lineMm, "B");
    operators.append("Q\n");
  }

  private void ellipse(MmBox box, double lineMm, String painting) {
    double rx = box.widthMm() / 2;
    double ry = box.heightMm() / 2;
    double x = box.xMm() + rx;
    double y = box.yMm() + ry;
    decoration().append(pt(lineMm)).append(" w ").append(point(x + rx, y)).append("m ");
    for (int quarter = 0; quarter < 4; quarter++) {
      double cos = new double[] {1, 0, -1, 0}[quarter];
      double sin = new double[] {0, 1, 0, -1}[quarter];
      operators
          .append(point(x + rx * (cos - sin * ROUND), y + ry * (sin + cos * ROUND)))
          .append(point(x + rx * (cos * ROUND - sin), y + ry * (sin * ROUND + cos)))
          .append(point(x - rx * sin, y + ry * cos))
          .append("c ");
    }
    operators.append(painting).append('\n');
  }

  /// A tick ✓ that fills the box.
  public void tick(MmBox box, double lineMm) {
    decoration().append("q 1 J 1 j ").append(pt(lineMm)).append(" w ");
    operators.append(point(box.xMm(), box.yMm() + box.heightMm() * 0.55)).append("m ");
    operators.append(point(box.xMm() + box.widthMm() * 0.38, box.bottomMm())).append("l ");
    operators.append(point(box.rightMm(), box.yMm())).append("l S Q\n");
  }

  /// A line of a pen through points, with round ends and corners; one point alone is a dot.
  public void penLine(List<MmPoint> points, double lineMm) {
    decoration().append("q 1 J 1 j ").append(pt(lineMm)).append(" w ");
    for (int i = 0; i < points.size(); i++) {
      operators
          .append(point(points.get(i).xMm(), points.get(i).yMm()))
          .append(i == 0 ? "m " : "l ");
    }
    if (points.size() == 1) {
      operators.append(point(points.getFirst().xMm(), points.getFirst().yMm())).append("l ");
    }
    operators.append("S Q\n");
  }

  /// Writes a text that was fitted into the box.
  public void draw(FittedText text, MmBox box, TextStyle style) {
    asOneText(() -> {
      for (int i = 0; i < text.lines().size(); i++) {
        MmBox place = text.placeOf(i, box, style);
        double baseline = place.yMm() + place.heightMm() * FittedText.ABOVE_BASELINE;
        draw(text.lines().get(i), text.sizePt(), text.condensedTo(), place.xMm(), baseline);
      }
    });
  }

  /// Kana above a word ふりがな, marked as decoration: a voice reads the word itself.
  public void reading(GlyphRun kana, double sizePt, double xMm, double baselineMm) {
    StringBuilder _ = decoration();
    draw(kana, sizePt, 100, xMm, baselineMm);
  }

  /// Marks all that is written meanwhile as one text, e.g. the digits of a number in their cells.
  public void asOneText(Runnable writing) {
    if (open == Marked.TEXT) {
      writing.run();
      return;
    }
    close();
    operators.append("/P <</MCID ").append(texts++).append(">> BDC\n");
    open = Marked.TEXT;
    writing.run();
    close();
  }

  private StringBuilder decoration() {
    if (open == Marked.NOTHING) {
      operators.append("/Artifact BMC\n");
      open = Marked.DECORATION;
    }
    return operators;
  }

  private void close() {
    if (open != Marked.NOTHING) {
      operators.append("EMC\n");
      open = Marked.NOTHING;
    }
  }

  /// How many texts are marked; they count from 0.
  int textCount() {
    return texts;
  }

  /// Paints the page of another document that [PdfPaper] takes in under that name.
  void paintForm(String name) {
    decoration().append("q /").append(name).append(" Do Q\n");
  }

  byte[] content() {
    close();
    return operators.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private boolean spread(MmBox box, TextStyle style, String text) {
    List<GlyphRun.Glyph> glyphs = fonts.glyphsOf(style.face(), text).glyphs();
    List<MmBox> cells = new ArrayList<>();
    double width = box.widthMm() / Math.max(1, glyphs.size());
    for (int i = 0; i < glyphs.size(); i++) {
      cells.add(new MmBox(box.xMm() + i * width, box.yMm(), width, box.heightMm()));
    }
    TextStyle one =
        new TextStyle(
            style.face(), style.maxPt(), style.minPt(), TextStyle.Align.CENTER, style.vAlign());
    AtomicBoolean fits = new AtomicBoolean(true);
    asOneText(() -> {
      for (int i = 0; i < glyphs.size(); i++) {
        if (!textIn(cells.get(i), one, glyphs.get(i).text())) {
          fits.set(false);
        }
      }
    });
    return fits.get();
  }

  private void draw(GlyphRun run, double sizePt, int condensedTo, double xMm, double baselineMm) {
    double em = sizePt / PT_PER_MM;
    String direction = condensedTo + " Tz 1 0 0 1 ";
    double x = xMm;
    int from = 0;
    for (int i = 0; i < run.glyphs().size(); i++) {
      Optional<GlyphPicture> picture = run.glyphs().get(i).picture();
      if (picture.isPresent()) {
        GlyphRun before = run.slice(from, i);
        draw(before, sizePt, direction, x, baselineMm);
        x += before.width() / 1000.0 * em * condensedTo / 100;
        double top = baselineMm - em * FittedText.ABOVE_BASELINE;
        draw(picture.get(), x, top, em * condensedTo / 100, em);
        operators.append("q 3 Tr ");
        draw(run.slice(i, i + 1), sizePt, direction, x, baselineMm);
        operators.append("Q\n");
        x += run.glyphs().get(i).width() / 1000.0 * em * condensedTo / 100;
        from = i + 1;
      }
    }
    draw(run.slice(from, run.glyphs().size()), sizePt, direction, x, baselineMm);
  }

  private void draw(GlyphPicture picture, double xMm, double yMm, double widthMm, double heightMm) {
    for (GlyphPicture.Part part : picture.parts()) {
      MmBox box =
          new MmBox(
              xMm + part.x() * widthMm,
              yMm + part.y() * heightMm,
              part.width() * widthMm,
              part.height() * heightMm);
      operators.append(rectangle(box));
    }
    operators.append("f\n");
    pictured.incrementAndGet();
  }

  private void draw(GlyphRun run, double sizePt, String direction, double xMm, double yMm) {
    if (run.glyphs().isEmpty()) {
      return;
    }
    operators.append("BT ").append(direction).append(point(xMm, yMm)).append("Tm ");
    int font = -1;
    int rise = 0;
    for (GlyphRun.Glyph glyph : run.glyphs()) {
      if (glyph.font() != font || glyph.rise() != rise) {
        operators.append(font < 0 ? "" : ">] TJ ");
        if (glyph.font() != font) {
          font = glyph.font();
          operators.append("/F").append(font).append(' ').append(number(sizePt)).append(" Tf ");
        }
        if (glyph.rise() != rise) {
          rise = glyph.rise();
          operators.append(number(rise * sizePt / 1000)).append(" Ts ");
        }
        operators.append("[<");
      }
      draw(glyph);
    }
    operators.append(font < 0 ? "" : ">] TJ ").append(rise == 0 ? "ET\n" : "0 Ts ET\n");
  }

  private void draw(GlyphRun.Glyph glyph) {
    boolean isGap = glyph.isMissing() && glyph.picture().isEmpty();
    String text = isGap ? PaperFonts.GETA : glyph.text();
    SubsetFont subset = subsets.get(glyph.font());
    operators.append("%04X".formatted(subset.codeOf(glyph.number(), text)));
    int closer = subset.widthOf(glyph.number()) - glyph.width();
    if (closer != 0) {
      operators.append('>').append(closer).append('<');
    }
    if (isGap) {
      missing.add(glyph.text());
    }
  }

  private String rectangle(MmBox box) {
    return point(box.xMm(), box.bottomMm()) + pt(box.widthMm()) + " " + pt(box.heightMm()) + " re ";
  }

  private String point(double xMm, double yMm) {
    return pt(xMm) + " " + pt(heightMm - yMm) + " ";
  }

  private static String pt(double mm) {
    return number(mm * PT_PER_MM);
  }

  /// At most three decimals, without an exponent, the same in every locale.
  public static String number(double value) {
    long thousandths = Math.round(value * 1000);
    long whole = Math.abs(thousandths) / 1000;
    long rest = Math.abs(thousandths) % 1000;
    String text = rest == 0 ? "" + whole : whole + "." + ("" + (1000 + rest)).substring(1);
    return thousandths < 0 ? "-" + text : text;
  }
}
