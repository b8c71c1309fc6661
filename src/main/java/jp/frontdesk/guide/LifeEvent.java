package jp.frontdesk.guide;

import java.util.Locale;
import java.util.Optional;

/// What happened in somebody's life ライフイベント, so that procedures follow. A rule file names those it
/// holds for under `events`; without that key it holds for moving in.
public enum LifeEvent {
  /// 転入.
  MOVE_IN,
  /// 転居.
  MOVE_WITHIN,
  /// 転出.
  MOVE_OUT,
  /// 出生.
  BIRTH,
  /// 婚姻.
  MARRIAGE,
  /// おくやみ.
  BEREAVEMENT;

  /// The event of a word in a rule file, e.g. `move_in`.
  static Optional<LifeEvent> parse(String word) {
    for (LifeEvent event : values()) {
      if (event.name().toLowerCase(Locale.ROOT).equals(word)) {
        return Optional.of(event);
      }
    }
    return Optional.empty();
  }
}
