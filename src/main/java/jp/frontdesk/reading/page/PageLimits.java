package jp.frontdesk.reading.page;

/// What a file may cost at most, checked before anything is decoded.
public final class PageLimits {
  /// Bytes of one file.
  public static final int MAX_BYTES = 12 * 1024 * 1024;

  /// Pixels of one image.
  public static final long MAX_PIXELS = 40_000_000;

  /// Pages of one file.
  public static final int MAX_PAGES = 10;

  /// The longer side that is worth keeping: A4 at 300 dpi and a little more.
  public static final int MAX_SIDE_PX = 3600;

  /// The longer side of the upright page image that people see and boxes refer to.
  public static final int UPRIGHT_SIDE_PX = 2200;

  private PageLimits() {}
}
