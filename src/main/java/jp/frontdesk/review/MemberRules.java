package jp.frontdesk.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.kernel.Sex;
import jp.frontdesk.kernel.Texts;

/// The part of [DraftRules] about the people who move and their addresses: what a registry would
/// refuse or ask about, said before anything is confirmed. A value that cannot be understood is
/// passed over; [RecordBuilder] names it.
final class MemberRules {
  private static final String REGISTER_LAW = "住民基本台帳法 第7条";
  private static final String BLANKS = "住民記録システム標準仕様書 1.1.6";
  private static final Set<String> SPOUSES = Set.of("夫", "妻", "夫（未届）", "妻（未届）");

  /// The last person of a relationship, to which the sex belongs: 妻の父 is a man.
  private static final Pattern MALE = Pattern.compile("(?:.*の)?(?:夫（未届）|夫|父|兄|弟)");

  private static final Pattern FEMALE = Pattern.compile("(?:.*の)?(?:妻（未届）|妻|母|姉|妹)");
  private static final Pattern NUMERAL = Pattern.compile("[0-9一二三四五六七八九十]|無番地");

  private final Draft draft;
  private final LocalDate today;
  private final List<RuleResult> results;

  private MemberRules(Draft draft, LocalDate today, List<RuleResult> results) {
    this.draft = draft;
    this.today = today;
    this.results = results;
  }

  /// Adds what the rules find to `results`.
  static void check(Draft draft, LocalDate today, List<RuleResult> results) {
    MemberRules rules = new MemberRules(draft, today, results);
    rules.checkAddresses();
    rules.checkTwice(CertificateField.INDIVIDUAL_NUMBER, "number_twice", "個人番号");
    rules.checkTwice(CertificateField.RESIDENT_RECORD_CODE, "record_code_twice", "住民票コード");
    rules.checkSamePerson();
    rules.checkSpouses();
    for (int member : draft.movingMembers()) {
      rules.checkBirth(member);
      rules.checkSex(member);
      rules.checkBlanks(member);
    }
  }

  private void checkAddresses() {
    String address = Texts.folded(draft.answers().newAddress());
    if (!address.isEmpty() && !NUMERAL.matcher(address).find()) {
      results.add(
          RuleResult.alert(
              "address_without_number",
              "answers.new_address",
              "新しい住所に番地がありません。",
              "番地や方書まで書かれているか、本人に確かめてください。",
              REGISTER_LAW + "第7号"));
    }
    Optional<String> before =
        Address.parse(draft.text(CertificateField.OLD_ADDRESS)).map(Address::folded);
    Optional<String> after = Address.parse(draft.answers().newAddress()).map(Address::folded);
    if (after.isPresent() && after.equals(before)) {
      results.add(
          RuleResult.alert(
              "address_unchanged",
              "answers.new_address",
              "新しい住所が前の住所と同じです。",
              "どちらかの書き間違いでないか、紙と見比べてください。",
              "住民基本台帳法 第22条"));
    }
  }

  private void checkTwice(CertificateField field, String code, String label) {
    Map<String, Integer> seen = new HashMap<>();
    for (int member : draft.movingMembers()) {
      String digits = Texts.digitsOf(draft.text(at(field, member)));
      if (!digits.isEmpty() && seen.putIfAbsent(digits, member) != null) {
        results.add(
            RuleResult.error(
                code,
                at(field, member).toString(),
                "同じ" + label + "が世帯の中に二つあります。",
                "紙と見比べて、違うほうを直してください。",
                REGISTER_LAW));
      }
    }
  }

  private void checkSamePerson() {
    List<String> seen = new ArrayList<>();
    for (int member : draft.movingMembers()) {
      String name = Texts.folded(draft.text(at(CertificateField.NAME, member)));
      String person =
          name
              + "/"
              + date(CertificateField.BIRTH_DATE, member).map(PrintedDate::wareki).orElse("");
      if (!name.isEmpty() && seen.contains(person)) {
        results.add(
            RuleResult.alert(
                "person_twice",
                at(CertificateField.NAME, member).toString(),
                "氏名と生年月日が同じ人が二人います。",
                "同じ人を二度入力していないか、紙と見比べてください。",
                REGISTER_LAW));
      }
      boolean _ = seen.add(person);
    }
  }

  private void checkSpouses() {
    List<Integer> spouses =
        draft.movingMembers().stream()
            .filter(m -> relation(m).map(Relationship::text).filter(SPOUSES::contains).isPresent())
            .toList();
    if (spouses.size() > 1) {
      results.add(
          RuleResult.error(
              "several_spouses",
              at(CertificateField.RELATION, spouses.getLast()).toString(),
              "世帯主の夫や妻が二人以上います。",
              "新しい世帯主から見た続柄に直してください。",
              REGISTER_LAW + "第4号"));
    }
  }

  private void checkBirth(int member) {
    Optional<LocalDate> born = date(CertificateField.BIRTH_DATE, member).flatMap(PrintedDate::date);
    if (born.filter(today::isBefore).isPresent()) {
      results.add(
          RuleResult.error(
              "born_in_future",
              at(CertificateField.BIRTH_DATE, member).toString(),
              "生年月日が今日より後です。",
              "紙と見比べて直してください。",
              REGISTER_LAW + "第2号"));
    }
    boolean isChild = relation(member).filter(r -> r.text().equals("子")).isPresent();
    Optional<LocalDate> headBorn =
        draft.movingMembers().stream()
            .filter(m -> relation(m).filter(Relationship::isHead).isPresent())
            .findFirst()
            .flatMap(m -> date(CertificateField.BIRTH_DATE, m))
            .flatMap(PrintedDate::date);
    if (isChild && born.isPresent() && headBorn.filter(h -> !h.isBefore(born.get())).isPresent()) {
      results.add(
          RuleResult.alert(
              "child_not_younger",
              at(CertificateField.RELATION, member).toString(),
              "続柄が「子」の人が、世帯主より年上です。",
              "続柄か生年月日に誤りがないか、紙と見比べてください。",
              REGISTER_LAW + "第4号"));
    }
  }

  private void checkSex(int member) {
    Optional<Sex> sex = Sex.parse(draft.text(at(CertificateField.SEX, member)));
    String relation = relation(member).map(Relationship::text).orElse("");
    Pattern otherSex = sex.filter(found -> found == Sex.FEMALE).isPresent() ? MALE : FEMALE;
    boolean differs = sex.isPresent() && otherSex.matcher(relation).matches();
    if (differs) {
      results.add(
          RuleResult.alert(
              "relation_and_sex",
              at(CertificateField.RELATION, member).toString(),
              "続柄と性別が合いません。",
              "どちらかの読み違いでないか、紙と見比べてください。",
              REGISTER_LAW + "第3号・第4号"));
    }
  }

  private void checkBlanks(int member) {
    boolean isForeign = !draft.text(at(CertificateField.NATIONALITY, member)).isBlank();
    List<CertificateField> needed =
        isForeign
            ? List.of(CertificateField.RESIDENCE_CARD, CertificateField.RESIDENT_RECORD_CODE)
            : List.of(
                CertificateField.REGISTERED_DOMICILE,
                CertificateField.DOMICILE_HEAD,
                CertificateField.RESIDENT_RECORD_CODE);
    for (CertificateField field : needed) {
      if (draft.text(at(field, member)).isBlank()) {
        results.add(
            RuleResult.alert(
                "blank_in_register",
                at(field, member).toString(),
                field.label() + "が空欄です。",
                "住民票では空欄にできません。紙にあれば入力し、なければ本登録までに補ってください。",
                BLANKS));
      }
    }
  }

  private Optional<Relationship> relation(int member) {
    return Relationship.parse(draft.text(at(CertificateField.RELATION, member)));
  }

  private Optional<PrintedDate> date(CertificateField field, int member) {
    return PrintedDate.parse(draft.text(at(field, member)));
  }

  private static FieldPath at(CertificateField field, int member) {
    return FieldPath.of(field, member);
  }
}
