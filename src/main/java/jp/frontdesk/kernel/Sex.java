package jp.frontdesk.kernel;

import java.util.Locale;
import java.util.Optional;

/// 男女の別 (住民基本台帳法 第7条第3号).
public enum Sex {
  /// 男.
  MALE("男", 1),
  /// 女.
  FEMALE("女", 2);

  private final String kanji;
  private final int code;

  Sex(String kanji, int code) {
    this.kanji = kanji;
    this.code = code;
  }

  /// Reads 男, 女, 男性, 女性, M, F, male, female in any width; empty for anything else.
  public static Optional<Sex> parse(String text) {
    return switch (Texts.folded(text).toUpperCase(Locale.ROOT)) {
      case "男", "男性", "M", "MALE" -> Optional.of(MALE);
      case "女", "女性", "F", "FEMALE" -> Optional.of(FEMALE);
      default -> Optional.empty();
    };
  }

  /// 男 or 女.
  public String kanji() {
    return kanji;
  }

  /// The number registries code it with: 1 男, 2 女.
  public int code() {
    return code;
  }
}
