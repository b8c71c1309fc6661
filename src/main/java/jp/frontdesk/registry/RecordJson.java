package jp.frontdesk.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.frontdesk.cases.CertificateFacts;
import jp.frontdesk.cases.ForeignFacts;
import jp.frontdesk.cases.Insurance;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.Notifier;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.review.Confirmed;

/// Writes a confirmed record in the words that registries and the GIF core data parts use. What is
/// not known is left out, never written as an empty text. Codes: 性別 1 男 2 女; 元号 1 明治 to 5 令和; 続柄コード
/// one for each generation; dates of foreign residents are written in western years (標準仕様書 1.1.9).
final class RecordJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  /// の between two words of kin, not inside 子（子の妻）.
  private static final Pattern BETWEEN_KIN = Pattern.compile("の(?![^（]*）)");

  private static final Map<String, String> RELATION_CODES =
      Map.ofEntries(
          Map.entry("世帯主", "02"),
          Map.entry("夫", "11"),
          Map.entry("妻", "12"),
          Map.entry("夫（未届）", "13"),
          Map.entry("妻（未届）", "14"),
          Map.entry("子", "20"),
          Map.entry("子（子の夫）", "20"),
          Map.entry("子（子の妻）", "20"),
          Map.entry("父", "51"),
          Map.entry("母", "52"),
          Map.entry("兄", "71"),
          Map.entry("弟", "74"),
          Map.entry("姉", "81"),
          Map.entry("妹", "84"),
          Map.entry("縁故者", "96"),
          Map.entry("同居人", "99"));

  private RecordJson() {}

  static String write(Confirmed<MovingInRecord> confirmed) {
    MovingInRecord record = confirmed.value();
    ObjectNode root =
        JSON.createObjectNode()
            .put("様式", "frontdesk-registry-record")
            .put("様式版", RegistryRecord.FORM_VERSION)
            .put("市区町村コード", record.town().digits())
            .put("案件番号", record.caseId().toString())
            .put("案件版", confirmed.version())
            .put("受付番号", record.receptionNumber())
            .put("登録区分", "仮登録")
            .put("異動事由", "国内転入")
            .put("異動届出年月日", record.notifiedOn().toString());
    root.set("異動年月日", date(record.movedOn(), false));
    root.set("住所", address(record.newAddress()));
    root.put("世帯主氏名", record.newHead().text());
    root.set("転入前住所", address(record.oldAddress()));
    record.oldHead().ifPresent(head -> root.put("転入前世帯主氏名", head.text()));
    root.set("転出予定年月日", date(record.plannedOn(), false));
    root.set("転出証明書", certificate(record.certificate()));
    root.set("届出人", notifier(record.notifier()));
    List<Member> members = record.members();
    for (int i = 0; i < members.size(); i++) {
      root.withArray("世帯員").add(member(members.get(i), i + 1));
    }
    root.putObject("確認")
        .put("確認日時", confirmed.confirmedAt().toString())
        .put("確認職員", confirmed.confirmedBy());
    try {
      return JSON.writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree of JSON cannot be written");
    }
  }

  private static ObjectNode member(Member member, int rank) {
    boolean isForeign = member.foreign().isPresent();
    ObjectNode node =
        JSON.createObjectNode()
            .put("記載順位", rank)
            .put("住民種別", isForeign ? "2" : "1")
            .put("氏名", member.name().text());
    member.kana().ifPresent(kana -> node.put("氏名_フリガナ", kana.text()));
    putName(node, "旧氏", member.formerName());
    putName(node, "通称", member.alias());
    node.set("生年月日", date(member.birthDate(), isForeign));
    node.put("性別", Integer.toString(member.sex().code())).put("性別表記", member.sex().kanji());
    for (String kin : BETWEEN_KIN.splitAsStream(member.relation().text()).toList()) {
      node.withArray("続柄コード").add(relationCode(kin));
    }
    node.put("続柄表記", member.relation().text());
    member.registeredDomicile().ifPresent(domicile -> node.set("本籍", address(domicile)));
    putName(node, "戸籍_筆頭者", member.domicileHead());
    member.residentRecordCode().ifPresent(code -> node.put("住民票コード", code.digits()));
    member.individualNumber().ifPresent(number -> node.put("個人番号", number.digits()));
    member.foreign().ifPresent(foreign -> putForeign(node, foreign));
    putInsurance(node, member.insurance());
    return node;
  }

  private static String relationCode(String kin) {
    String code = RELATION_CODES.get(kin);
    if (code == null) {
      throw new IllegalArgumentException("a word of kin without a code");
    }
    return code;
  }

  private static void putForeign(ObjectNode node, ForeignFacts foreign) {
    node.put("国籍名等", foreign.nationality());
    foreign.residenceStatus().ifPresent(status -> node.put("在留資格等", status));
    foreign.residenceCard().ifPresent(card -> node.put("在留カード等番号", card));
    foreign.residenceUntil().ifPresent(until -> node.set("在留期間の満了の日", date(until, true)));
  }

  private static void putInsurance(ObjectNode node, Insurance insurance) {
    node.put("国保資格有無", insurance.health())
        .put("後期高齢資格有無", insurance.lateElderly())
        .put("介護資格有無", insurance.care())
        .put("児童手当受給有無", insurance.childAllowance());
    insurance
        .pension()
        .ifPresent(kind ->
            node.put(
                "年金資格種別",
                switch (kind) {
                  case FIRST -> "1";
                  case SECOND -> "2";
                  case THIRD -> "3";
                }));
    insurance.pensionNumber().ifPresent(number -> node.put("基礎年金番号", number));
  }

  private static ObjectNode certificate(CertificateFacts certificate) {
    ObjectNode node = JSON.createObjectNode().put("発行市区町村名", certificate.issuer());
    certificate.mayor().ifPresent(mayor -> node.put("発行者", mayor));
    certificate.issuedOn().ifPresent(day -> node.set("発行年月日", date(day, false)));
    certificate.number().ifPresent(number -> node.put("発行番号", number));
    return node;
  }

  private static ObjectNode notifier(Notifier notifier) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("氏名", notifier.name().text())
            .put(
                "異動者との関係",
                switch (notifier.role()) {
                  case SELF -> "本人";
                  case HOUSEHOLD_MEMBER -> "同一世帯員";
                  case PROXY -> "代理人";
                })
            .put("電話番号", notifier.phone());
    notifier.address().ifPresent(address -> node.set("住所", address(address)));
    return node;
  }

  private static void putName(ObjectNode node, String key, Optional<PersonName> name) {
    name.ifPresent(known -> node.put(key, known.text()));
  }

  private static ObjectNode address(Address address) {
    return JSON.createObjectNode().put("連結表記", address.text());
  }

  private static ObjectNode date(PrintedDate printed, boolean isWestern) {
    ObjectNode node =
        JSON.createObjectNode().put("表記", isWestern ? printed.western() : printed.wareki());
    printed.date().ifPresent(day -> node.put("日付", day.toString()));
    if (!isWestern) {
      printed.parts().ifPresent(parts -> node.put("元号", Integer.toString(parts.era().code())));
    }
    return node.put("不詳フラグ", printed.parts().isEmpty());
  }
}
