package jp.frontdesk.reading;

import java.awt.image.BufferedImage;

/// Where the reader shows its stages, for people who look for what went wrong.
@FunctionalInterface
public interface Trace {
  /// Shows nothing.
  Trace NONE = (stage, image) -> {};

  /// Whether anybody looks; where not, nothing is drawn.
  default boolean isWatched() {
    return !equals(NONE);
  }

  /// Takes the picture after a stage.
  ///
  /// @param stage a short word, e.g. `2-ink`
  void show(String stage, BufferedImage image);
}
