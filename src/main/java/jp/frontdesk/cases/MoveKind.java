package jp.frontdesk.cases;

import java.util.Optional;

/// How somebody moves 異動の種類, as the 住民異動届 distinguishes it. The desk takes notifications of moving
/// in only; the sheet is one for all three.
public enum MoveKind {
  /// 転入, from another town (住民基本台帳法 第22条).
  MOVING_IN("転入"),
  /// 転居, within the town (住民基本台帳法 第23条).
  MOVING_WITHIN("転居"),
  /// 転出, to another town (住民基本台帳法 第24条).
  MOVING_OUT("転出");

  private final String word;

  MoveKind(String word) {
    this.word = word;
  }

  /// In Japanese, e.g. 転入.
  public String word() {
    return word;
  }

  /// The kind of a Japanese word; empty for any other word.
  public static Optional<MoveKind> parse(String word) {
    for (MoveKind kind : values()) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
