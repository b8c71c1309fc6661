package jp.frontdesk.reading;

import java.awt.image.BufferedImage;
import java.util.List;

/// Where the reader shows its stages, for people who look for what went wrong.
@FunctionalInterface
public interface Trace {
  /// Shows nothing.
  Trace NONE = (stage, image) -> {};

  /// Whether anybody looks; where not, nothing is drawn.
  default boolean isWatched() {
    return !equals(NONE);
  }

  /// Takes what the QR codes of a page say; only called where there are any.
  default void showCodes(List<String> codes) {}

  /// Takes the picture after a stage.
  ///
  /// @param stage a short word, e.g. `2-ink`
  void show(String stage, BufferedImage image);
}
