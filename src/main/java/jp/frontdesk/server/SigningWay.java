package jp.frontdesk.server;

import java.util.Locale;
import java.util.Optional;

/// Where a town has a form signed 署名の方法.
enum SigningWay {
  /// On the screen of the kiosk or of a tablet at the counter.
  SCREEN,
  /// On the printed form; what holds where a town says nothing.
  PAPER;

  /// The way of a word in `town.yaml`.
  static Optional<SigningWay> parse(String word) {
    for (SigningWay way : values()) {
      if (way.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(way);
      }
    }
    return Optional.empty();
  }
}
