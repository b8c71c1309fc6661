package jp.frontdesk.review;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.DocumentType;
import jp.frontdesk.reading.ReadingWarning;

/// The rules over a whole draft that one value alone cannot show: deadlines, one head, doubts left,
/// the kind of paper. Whether each value can be understood at all is [RecordBuilder]'s part.
public final class DraftRules {
  /// Days from moving in to the notification, 住民基本台帳法 第22条.
  public static final int NOTIFICATION_DAYS = 14;

  private static final String MOVING_IN_LAW = "住民基本台帳法 第22条";

  private final Draft draft;
  private final LocalDate today;
  private final List<RuleResult> results = new ArrayList<>();

  private DraftRules(Draft draft, LocalDate today) {
    this.draft = draft;
    this.today = today;
  }

  /// All results of the rules, errors first.
  ///
  /// @param today the day of the notification 届出日
  public static List<RuleResult> check(Draft draft, LocalDate today) {
    DraftRules rules = new DraftRules(draft, today);
    rules.checkPaper();
    rules.checkDays();
    rules.checkHead();
    rules.checkDoubts();
    rules.checkCodes();
    MemberRules.check(draft, today, rules.results);
    rules.results.sort((a, b) -> a.severity().compareTo(b.severity()));
    return List.copyOf(rules.results);
  }

  private void checkPaper() {
    if (draft.documentType() == DocumentType.SPECIAL_RULE_DONE) {
      results.add(
          RuleResult.error(
              "special_rule_done",
              "page",
              "「特例による転出処理済」の紙です。",
              "この紙は使えません。マイナンバーカードによる特例転入で受け付けてください。",
              "住民基本台帳法 第24条の2"));
      return;
    }
    for (ReadingWarning warning : draft.warnings()) {
      results.add(
          RuleResult.alert(
              warning.code(), "page", warning.message(), "紙と画像を見て確かめてください。", "読み取り結果"));
    }
  }

  private void checkDays() {
    Optional<LocalDate> movedOn = RecordBuilder.parseIsoDate(draft.answers().movedOn());
    if (movedOn.isEmpty()) {
      return;
    }
    if (movedOn.get().isAfter(today)) {
      results.add(
          RuleResult.error(
              "moved_in_future",
              "answers.moved_on",
              "住み始めた日が今日より後です。",
              "引っ越す前の届出は受け付けられません。住み始めた日を確かめてください。",
              MOVING_IN_LAW));
    } else if (ChronoUnit.DAYS.between(movedOn.get(), today) > NOTIFICATION_DAYS) {
      results.add(
          RuleResult.alert(
              "notified_late",
              "answers.moved_on",
              "住み始めた日から14日を過ぎています。",
              "届出は受け付け、遅れた理由を聞き取ってください。",
              MOVING_IN_LAW));
    }
    Optional<LocalDate> planned =
        PrintedDate.parse(draft.text(CertificateField.MOVE_DATE)).flatMap(PrintedDate::date);
    if (planned.isPresent() && planned.get().isAfter(today.plusDays(30))) {
      results.add(
          RuleResult.alert(
              "planned_date_far",
              CertificateField.MOVE_DATE.path(),
              "転出予定年月日がひと月以上先です。",
              "読み取りの誤りでないか、紙と見比べてください。",
              "転出証明書"));
    }
  }

  private void checkHead() {
    String head = Texts.folded(draft.answers().newHead());
    List<Integer> heads =
        draft.movingMembers().stream()
            .filter(m ->
                Relationship.parse(draft.text(FieldPath.of(CertificateField.RELATION, m)))
                    .map(Relationship::isHead)
                    .orElse(false))
            .toList();
    boolean headMovesIn = draft.movingMembers().stream().anyMatch(m -> isNamed(m, head));
    if (headMovesIn && (heads.size() != 1 || !isNamed(heads.getFirst(), head))) {
      results.add(
          RuleResult.error(
              "head_differs",
              "answers.new_head",
              "新しい世帯主と、続柄が「世帯主」の人が一致しません。",
              "新しい世帯主を基準に、全員の続柄を直してください。",
              "住民基本台帳法 第7条第4号"));
    } else if (!headMovesIn && !heads.isEmpty() && !head.isEmpty()) {
      results.add(
          RuleResult.error(
              "head_not_moving",
              "answers.new_head",
              "世帯主が今いる世帯の人なのに、続柄が「世帯主」の人がいます。",
              "今の世帯主から見た続柄に直してください。",
              "住民基本台帳法 第7条第4号"));
    }
  }

  private boolean isNamed(int member, String foldedName) {
    return !foldedName.isEmpty()
        && Texts.folded(draft.text(FieldPath.of(CertificateField.NAME, member))).equals(foldedName);
  }

  private void checkDoubts() {
    for (Map.Entry<FieldPath, DraftValue> entry : draft.values().entrySet()) {
      if (entry.getValue().doubtful() && !isOfStaying(entry.getKey())) {
        results.add(
            RuleResult.error(
                "doubtful",
                entry.getKey().toString(),
                entry.getKey().field().label() + "：" + reasonOf(entry.getValue()),
                "画像と見比べて「確かめた」にするか、直してください。",
                "読み取り結果"));
      }
    }
  }

  private static String reasonOf(DraftValue value) {
    return value.reasons().isEmpty() ? "読み取りが確かではありません。" : String.join("、", value.reasons());
  }

  private boolean isOfStaying(FieldPath path) {
    return path.member() >= 0 && draft.answers().staying().contains(path.member());
  }

  private void checkCodes() {
    for (int member : draft.movingMembers()) {
      FieldPath path = FieldPath.of(CertificateField.RESIDENT_RECORD_CODE, member);
      ResidentRecordCode.parse(draft.text(path))
          .filter(code -> !code.checkDigitAgrees())
          .ifPresent(_ ->
              results.add(
                  RuleResult.alert(
                      "record_code_check",
                      path.toString(),
                      "住民票コードの検査数字が計算と合いません。",
                      "紙と見比べ、紙のとおりなら確定できます。",
                      "住民基本台帳法施行規則 第1条")));
    }
  }
}
