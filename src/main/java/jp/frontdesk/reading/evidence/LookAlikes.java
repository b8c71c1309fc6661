package jp.frontdesk.reading.evidence;

import java.util.List;

/// Characters that no picture tells apart, only the words around them: 口 and ロ, 一 and ー, 子 and 孑.
final class LookAlikes {
  private static final List<String> SETS =
      List.of("口ロ囗", "一ー―－‐—", "子孑孒孓", "千干于", "工エ", "二ニ", "力カ", "夕タ", "八ハ", "卜ト", "日曰", "末未");

  private LookAlikes() {}

  /// Whether the two are in one set, or the same.
  static boolean areSame(int a, int b) {
    return a == b || SETS.stream().anyMatch(s -> s.indexOf(a) >= 0 && s.indexOf(b) >= 0);
  }
}
