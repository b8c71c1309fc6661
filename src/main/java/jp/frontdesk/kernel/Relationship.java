package jp.frontdesk.kernel;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// 続柄, how a member of a household is related to its head (住民基本台帳法 第7条第4号), in the only words the
/// standard permits (住民記録システム標準仕様書 1.1.11): 世帯主, 縁故者 and 同居人 alone; the words of kin alone or up to
/// four of them joined by の. 孫 or 祖父 are not permitted; they are 子の子 and 父の父.
///
/// @param text in full width without spaces, e.g. 子（子の妻）
public record Relationship(String text) {
  private static final String KIN = "(?:夫（未届）|妻（未届）|子（子の夫）|子（子の妻）|夫|妻|子|父|母|兄|姉|弟|妹)";
  private static final Pattern PERMITTED =
      Pattern.compile("世帯主|縁故者|同居人|" + KIN + "(?:の" + KIN + "){0,3}");

  /// 世帯主.
  public static final Relationship HEAD = new Relationship("世帯主");

  public Relationship {
    if (!PERMITTED.matcher(text).matches()) {
      throw new IllegalArgumentException("not a permitted word for a relationship");
    }
  }

  /// Reads a relationship with parentheses of either width and spaces anywhere; empty when the
  /// standard does not permit it.
  public static Optional<Relationship> parse(String text) {
    String normal = Texts.folded(text).replace('(', '（').replace(')', '）');
    return PERMITTED.matcher(normal).matches()
        ? Optional.of(new Relationship(normal))
        : Optional.empty();
  }

  /// The relationships most households need, in the order a list shows them.
  public static List<String> commonChoices() {
    return List.of(
        "世帯主", "夫", "妻", "子", "父", "母", "兄", "姉", "弟", "妹", "夫（未届）", "妻（未届）", "子の子", "子の夫", "子の妻",
        "夫の子", "妻の子", "夫の父", "夫の母", "妻の父", "妻の母", "父の父", "父の母", "母の父", "母の母", "縁故者", "同居人");
  }

  /// Whether this member is the head of the household.
  public boolean isHead() {
    return "世帯主".equals(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
