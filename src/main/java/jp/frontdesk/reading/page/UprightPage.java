package jp.frontdesk.reading.page;

/// A page turned upright and level.
///
/// @param source the page as decoded
/// @param map from the upright page to the source
/// @param picture the upright page, its longer side at most [PageLimits#UPRIGHT_SIDE_PX]; boxes
///   refer to it
/// @param ink the print on it
/// @param rotationDegrees the clockwise quarter turn the source had: 0, 90, 180 or 270
/// @param skewDegrees how far the source lay askew beyond that
public record UprightPage(
    Gray source, PageMap map, Gray picture, Ink ink, int rotationDegrees, double skewDegrees) {
  /// Undoes a quarter turn and the skew.
  ///
  /// @param source the page as decoded
  /// @param small the same, its longer side at most [PageLimits#UPRIGHT_SIDE_PX]
  /// @param quarters how many quarter turns clockwise the page was turned, 0 to 3
  public static UprightPage of(Gray source, Gray small, int quarters) {
    Gray turned = small.turned((4 - quarters) % 4);
    double skew = Skew.degreesOf(Ink.of(turned));
    PageMap level = PageMap.askew(skew, turned.width(), turned.height());
    PageMap map =
        level
            .then(PageMap.turned(quarters, turned.width(), turned.height()))
            .then(PageMap.scaled((double) source.width() / small.width()));
    Gray picture =
        Math.abs(skew) < 0.03
            ? turned
            : level.draw(turned, 0, 0, 1, turned.width(), turned.height());
    return new UprightPage(source, map, picture, Ink.of(picture), quarters * 90, skew);
  }

  /// The page in the size that people see.
  public static Gray small(Gray source) {
    int longer = Math.max(source.width(), source.height());
    if (longer <= PageLimits.UPRIGHT_SIDE_PX) {
      return source;
    }
    double scale = (double) PageLimits.UPRIGHT_SIDE_PX / longer;
    return source.resized(
        Math.max(1, (int) Math.round(source.width() * scale)),
        Math.max(1, (int) Math.round(source.height() * scale)));
  }
}
