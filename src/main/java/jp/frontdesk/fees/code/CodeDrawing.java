package jp.frontdesk.fees.code;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A code as black boxes on white, quiet zones included, in units of modules: the same boxes make
/// the SVG of a page and the rectangles of a PDF, so both have exact edges at any zoom.
///
/// @param moduleMm the width of one module, in mm
/// @param widthModules the whole width with quiet zones
/// @param heightModules the whole height with quiet zones
/// @param boxes the black parts, origin at the top left
public record CodeDrawing(
    double moduleMm, double widthModules, double heightModules, List<Box> boxes) {
  private static final int QR_QUIET_MODULES = 4;
  private static final int LEAST_QR_DOTS = 3;
  private static final double MM_PER_INCH = 25.4;

  public CodeDrawing {
    boxes = List.copyOf(boxes);
  }

  /// A black rectangle, in modules from the top left corner of the drawing.
  public record Box(double x, double y, double width, double height) {}

  /// The bars of a payment slip.
  ///
  /// @param heightMm the height of the bars, at least 10 mm
  public static CodeDrawing ofBars(CollectionCode code, BarSize size, double heightMm) {
    if (heightMm < BarSize.MIN_HEIGHT_MM) {
      throw new IllegalArgumentException("bars must be at least 10 mm high");
    }
    double quietModules = BarSize.QUIET_ZONE_MM / size.moduleMm();
    double heightModules = heightMm / size.moduleMm();
    return new CodeDrawing(
        size.moduleMm(),
        BarSize.CODE_MODULES + 2 * quietModules,
        heightModules,
        Code128.barsOf(code, quietModules, heightModules));
  }

  /// A QR code (level M, UTF-8) of any text that fits one; an oversized text is an
  /// `IllegalArgumentException`.
  ///
  /// @param widthMm the whole width with its quiet zone of four modules
  public static CodeDrawing ofQr(String text, double widthMm) {
    ByteMatrix matrix;
    try {
      matrix =
          Encoder.encode(
                  text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
              .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("the text does not fit a QR code", tooLong);
    }
    int modules = matrix.getWidth() + 2 * QR_QUIET_MODULES;
    return new CodeDrawing(widthMm / modules, modules, modules, runsOf(matrix));
  }

  /// A QR code whose modules are whole dots of a printer, so that none is wider than the next.
  ///
  /// @param printerDpi dots per inch
  /// @param mostMm the most it may measure with its quiet zone
  public static CodeDrawing ofQrInDots(String text, int printerDpi, double mostMm) {
    CodeDrawing free = ofQr(text, mostMm);
    double dotMm = MM_PER_INCH / printerDpi;
    int dots = (int) (free.moduleMm / dotMm);
    if (dots < LEAST_QR_DOTS) {
      throw new IllegalArgumentException("a QR code of this text is too fine for the printer");
    }
    return new CodeDrawing(dots * dotMm, free.widthModules, free.heightModules, free.boxes);
  }

  /// The whole width, in mm.
  public double widthMm() {
    return widthModules * moduleMm;
  }

  /// The whole height, in mm.
  public double heightMm() {
    return heightModules * moduleMm;
  }

  /// An SVG element whose `viewBox` is in modules and whose size is in mm, ready to be put into a
  /// page as it is.
  ///
  /// @param label what it is, for those who do not see it; escaped here
  public String svg(String label) {
    StringBuilder path = new StringBuilder();
    for (Box box : boxes) {
      path.append(
          "M%s %sh%sv%sh-%sz"
              .formatted(
                  number(box.x),
                  number(box.y),
                  number(box.width),
                  number(box.height),
                  number(box.width)));
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="%s" width="%smm" height="%smm" \
    viewBox="0 0 %s %s" shape-rendering="crispEdges">\
    <path fill="#fff" d="M0 0h%sv%sh-%sz"/><path fill="#000" d="%s"/></svg>\
    """
        .formatted(
            escaped(label),
            number(widthMm()),
            number(heightMm()),
            number(widthModules),
            number(heightModules),
            number(widthModules),
            number(heightModules),
            number(widthModules),
            path);
  }

  private static List<Box> runsOf(ByteMatrix matrix) {
    List<Box> runs = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      int start = -1;
      for (int x = 0; x <= matrix.getWidth(); x++) {
        boolean isBlack = x < matrix.getWidth() && matrix.get(x, y) == 1;
        if (isBlack && start < 0) {
          start = x;
        } else if (!isBlack && start >= 0) {
          runs.add(new Box(start + QR_QUIET_MODULES, y + QR_QUIET_MODULES, x - start, 1));
          start = -1;
        }
      }
    }
    return runs;
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.6f", value);
    return text.replaceFirst("\\.?0+$", "");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
