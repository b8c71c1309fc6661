package jp.frontdesk.fees.code;

/// How large the bars of a payment slip are on one kind of printer. A bar must be a whole number of
/// printer dots, and the code with both quiet zones at most 60 mm wide, so not every printer can
/// print it: a 203 dpi receipt printer cannot.
///
/// @param printerDpi dots per inch of the printer
/// @param dotsPerModule dots of the narrowest bar
public record BarSize(int printerDpi, int dotsPerModule) {
  /// Modules from Start C to Stop: 25 characters of 11 modules and a stop of 13.
  public static final int CODE_MODULES = 288;

  /// White left and right of the bars, each, in mm.
  public static final double QUIET_ZONE_MM = 2.54;

  /// The most the code may measure with both quiet zones, in mm.
  public static final double MAX_WIDTH_MM = 60;

  /// The least height of the bars, in mm.
  public static final double MIN_HEIGHT_MM = 10;

  private static final double MIN_MODULE_MM = 0.158;
  private static final double MM_PER_INCH = 25.4;

  public BarSize {
    double moduleMm = dotsPerModule * MM_PER_INCH / printerDpi;
    if (moduleMm < MIN_MODULE_MM || widthMmOf(moduleMm) > MAX_WIDTH_MM) {
      throw new IllegalArgumentException("bars of " + moduleMm + " mm are too narrow or too wide");
    }
  }

  /// Whether a printer can print the code.
  public sealed interface Fit {
    /// It can, at this size.
    record Fits(BarSize size) implements Fit {}

    /// It cannot; `reason` is one Japanese sentence.
    record TooCoarse(String reason) implements Fit {}
  }

  /// The largest bars of whole dots that keep within 60 mm.
  public static Fit forPrinter(int dpi) {
    for (int dots = Math.max(1, dpi / 50); dots >= 1; dots--) {
      double moduleMm = dots * MM_PER_INCH / dpi;
      if (moduleMm >= MIN_MODULE_MM && widthMmOf(moduleMm) <= MAX_WIDTH_MM) {
        return new Fit.Fits(new BarSize(dpi, dots));
      }
    }
    return new Fit.TooCoarse(
        dpi + " dpi のプリンターでは、払込票のバーコードを規格の幅（60 mm 以内）で印刷できません。300・400・480・600 dpi のプリンターを使ってください。");
  }

  /// The width of the narrowest bar, in mm.
  public double moduleMm() {
    return dotsPerModule * MM_PER_INCH / printerDpi;
  }

  /// The width of the code with both quiet zones, in mm.
  public double widthMm() {
    return widthMmOf(moduleMm());
  }

  private static double widthMmOf(double moduleMm) {
    return CODE_MODULES * moduleMm + 2 * QUIET_ZONE_MM;
  }
}
