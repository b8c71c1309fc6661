package jp.frontdesk.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.CharacterProfile;
import jp.frontdesk.kernel.FieldPath;

/// What the town's registry cannot hold as it is 縮退: which person, which field, which character,
/// and what becomes of it. Shown before the confirmation, so that nothing is replaced unseen.
final class CharacterRules {
  private CharacterRules() {}

  /// One result for each value that changes; an error where the registry has no character at all.
  static List<RuleResult> check(Draft draft, CharacterProfile profile) {
    List<RuleResult> results = new ArrayList<>();
    Set<Integer> moving = Set.copyOf(draft.movingMembers());
    for (Map.Entry<FieldPath, DraftValue> entry : draft.values().entrySet()) {
      FieldPath path = entry.getKey();
      if (path.member() < 0 || moving.contains(path.member())) {
        String whose = path.member() < 0 ? "" : (path.member() + 1) + "人目の";
        add(
            results,
            profile,
            path.toString(),
            whose + path.field().label(),
            entry.getValue().text());
      }
    }
    Answers answers = draft.answers();
    add(results, profile, "answers.new_address", "新しい住所", answers.newAddress());
    add(results, profile, "answers.new_head", "新しい世帯主", answers.newHead());
    add(results, profile, "answers.notifier_name", "届出人の氏名", answers.notifierName());
    add(results, profile, "answers.notifier_address", "届出人の住所", answers.notifierAddress());
    return results;
  }

  private static void add(
      List<RuleResult> results, CharacterProfile profile, String field, String label, String text) {
    Set<CharacterProfile.Loss> losses = new LinkedHashSet<>(profile.lossesOf(text));
    if (losses.isEmpty()) {
      return;
    }
    String words = losses.stream().map(CharacterRules::words).collect(Collectors.joining("、"));
    String message = "%sに、住民記録システム（%s）にない文字があります：%s。".formatted(label, profile.label(), words);
    boolean isHeld = losses.stream().allMatch(loss -> loss.becomes().isPresent());
    results.add(
        isHeld
            ? RuleResult.alert(
                "character_replaced",
                field,
                message,
                "この字に置き換えて送ります。置き換えた字でよいか確かめ、よくなければ住民記録の担当に相談してください。",
                "住民記録システムの文字")
            : RuleResult.error(
                "character_missing",
                field,
                message,
                "このままでは送れません。代わりの字を本人と決めて入力してください。",
                "住民記録システムの文字"));
  }

  private static String words(CharacterProfile.Loss loss) {
    return loss.becomes()
        .map(to -> "「" + loss.character() + "」→「" + to + "」")
        .orElse("「" + loss.character() + "」→なし");
  }
}
