package jp.frontdesk.reading.evidence;

import java.util.List;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.kernel.Texts;

/// 続柄: a word the standard permits, or one that older papers still print.
final class RelationRule {
  private static final List<String> OLDER =
      List.of(
          "長男", "長女", "二男", "二女", "三男", "三女", "養子", "孫", "祖父", "祖母", "おい", "めい", "甥", "姪", "同居人",
          "縁故者", "準世帯主", "本人", "子の子", "父の母", "母の母", "妻の父", "妻の母", "夫の父", "夫の母");
  private static final String ALLOWED = "世帯主夫妻子父母兄姉弟妹孫祖の未届縁故者同居人()長二三男女養おいめ甥姪準本";

  /// The rule.
  static final FieldRule INSTANCE = new ChoiceRule(ALLOWED, RelationRule::word);

  private RelationRule() {}

  private static String word(String text) {
    String bare = Texts.folded(text).replaceAll("[|\\[\\]_.,、。]", "");
    return OLDER.contains(bare)
        ? bare
        : Relationship.parse(bare).map(Relationship::text).orElse("");
  }
}
