package jp.frontdesk.reading.page;

import java.util.List;

/// A page turned upright and level.
///
/// @param source the page as decoded
/// @param map from the upright page to the source
/// @param picture the upright page, its longer side at most [PageLimits#UPRIGHT_SIDE_PX]; boxes
///   refer to it
/// @param darkness how much darker than its paper each pixel is
/// @param ink the print on it
/// @param rotationDegrees the clockwise quarter turn the source had: 0, 90, 180 or 270
/// @param skewDegrees how far the source lay askew beyond that
public record UprightPage(
    Gray source,
    PageMap map,
    Gray picture,
    Darkness darkness,
    Ink ink,
    int rotationDegrees,
    double skewDegrees) {
  private static final double LEVEL_DEGREES = 0.03;

  /// Undoes a quarter turn, the perspective of a photographed sheet and the skew.
  ///
  /// @param source the page as decoded
  /// @param small the same, its longer side at most [PageLimits#UPRIGHT_SIDE_PX]
  /// @param quarters how many quarter turns clockwise the page was turned, 0 to 3
  /// @param together who does it
  public static UprightPage of(Gray source, Gray small, int quarters, Together together) {
    Gray turned = small.turned((4 - quarters) % 4);
    PaperEdge.Sheet sheet = PaperEdge.find(turned).orElseGet(() -> PaperEdge.whole(turned));
    Gray flat =
        sheet.isWhole()
            ? turned
            : sheet.map().draw(turned, sheet.width(), sheet.height(), together);
    Darkness asItLies = Darkness.of(flat, together);
    double skew = Skew.degreesOf(Ink.of(asItLies));
    PageMap level = PageMap.askew(skew, sheet.width(), sheet.height()).then(sheet.map());
    PageMap map =
        level
            .then(PageMap.turned(quarters, turned.width(), turned.height()))
            .then(PageMap.scaled((double) source.width() / small.width()));
    boolean isLevel = Math.abs(skew) < LEVEL_DEGREES;
    Gray picture = isLevel ? flat : level.draw(turned, sheet.width(), sheet.height(), together);
    Darkness darkness = isLevel ? asItLies : Darkness.of(picture, together);
    return new UprightPage(source, map, picture, darkness, Ink.of(darkness), quarters * 90, skew);
  }

  /// The same page without the rings drawn on it.
  public UprightPage without(List<Oval> rings) {
    return RingEraser.erased(this, rings);
  }

  /// The page in the size that people see.
  public static Gray small(Gray source, Together together) {
    int longer = Math.max(source.width(), source.height());
    if (longer <= PageLimits.UPRIGHT_SIDE_PX) {
      return source;
    }
    double scale = (double) PageLimits.UPRIGHT_SIDE_PX / longer;
    return source.resized(
        Math.max(1, (int) Math.round(source.width() * scale)),
        Math.max(1, (int) Math.round(source.height() * scale)),
        together);
  }
}
