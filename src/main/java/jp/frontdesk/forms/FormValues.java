package jp.frontdesk.forms;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jp.frontdesk.cases.CertificateFacts;
import jp.frontdesk.cases.ForeignFacts;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.Notifier;
import jp.frontdesk.cases.PensionKind;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.Kana;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.kernel.Sex;
import jp.frontdesk.kernel.Texts;

/// Every path a form's description may use. What is not listed here is refused when the form is
/// loaded.
final class FormValues {
  private static final Map<String, ValuePath> PATHS = new LinkedHashMap<>();

  private FormValues() {}

  static {
    ofSheet();
    ofRecord();
    ofNotifier();
    ofPerson("head", "世帯主", FormValues::headOf);
    ofPerson("spouse", "世帯主の配偶者", FormValues::spouseOf);
    ofMember();
    ofAge();
    ofForeigner();
    ofInsurance();
  }

  static Optional<ValuePath> find(String name) {
    return Optional.ofNullable(PATHS.get(name));
  }

  /// All names, in the order of this file.
  static List<String> names() {
    return List.copyOf(PATHS.keySet());
  }

  private static void ofSheet() {
    text("blank", "空欄", scope -> "");
    text("town.name", "市町村", scope -> scope.context().townName());
    text("town.mayor", "あて先", scope -> scope.context().mayorTitle());
    date("today", "作成日", scope -> Optional.of(new PrintedDate.Calendar(scope.context().today())));
    text("page.number", "ページ", scope -> Integer.toString(scope.page()));
    text("page.count", "総ページ数", scope -> Integer.toString(scope.pages()));
    text("page.of", "ページ", scope -> scope.page() + "／" + scope.pages());
    text("case.code", "整理番号", scope -> scope.record().caseId().toString().substring(24));
  }

  private static void ofRecord() {
    text("reception_number", "受付番号", scope -> scope.record().receptionNumber());
    choice("kind", "異動の種類", codesOf(MoveKind.values()), scope -> scope.context().kind().name());
    date(
        "notified_on",
        "届出年月日",
        scope -> Optional.of(new PrintedDate.Calendar(scope.record().notifiedOn())));
    date("moved_on", "異動年月日", scope -> Optional.of(scope.record().movedOn()));
    date(
        "planned_on",
        "転出予定年月日",
        scope ->
            Optional.of(scope.record().plannedOn())
                .filter(_ -> scope.context().kind() != MoveKind.MOVING_WITHIN));
    text(
        "new_address",
        "新しい住所",
        scope -> scope.context().hidesNewAddress() ? "" : scope.record().newAddress().text());
    text("new_head", "新しい世帯主", scope -> scope.record().newHead().text());
    text("old_address", "これまでの住所", scope -> scope.record().oldAddress().text());
    text("old_head", "これまでの世帯主", scope -> textOf(scope.record().oldHead()));
    text("household.count", "異動する人数", scope -> "" + scope.record().members().size());
    text("certificate.issuer", "転出証明書の発行者", s -> of(certificateIn(s), f -> f.issuer()));
    text("certificate.number", "転出証明書の発行番号", s -> of(certificateIn(s), f -> f.number().orElse("")));
    date(
        "certificate.issued_on",
        "発行年月日",
        scope -> certificateIn(scope).flatMap(CertificateFacts::issuedOn));
  }

  private static void ofNotifier() {
    text("notifier.name", "届出人の氏名", scope -> scope.record().notifier().name().text());
    text("notifier.phone", "届出人の電話番号", scope -> scope.record().notifier().phone());
    text("notifier.address", "届出人の住所", FormValues::addressOf);
    choice(
        "notifier.role",
        "異動者との関係",
        codesOf(Notifier.Role.values()),
        scope -> scope.record().notifier().role().name());
    personDate("notifier.birth_date", "届出人の生年月日", scope -> notifierIn(scope.record()));
    add(
        "notifier.signature",
        "届出人の署名",
        FormValue.Kind.SIGNATURE,
        List.of(),
        scope -> new FormValue.Text(""));
    text("proxy.name", "代理人の氏名", scope -> proxy(scope, n -> n.name().text()));
    text("proxy.phone", "代理人の電話番号", scope -> proxy(scope, Notifier::phone));
    text(
        "proxy.address",
        "代理人の住所",
        scope -> proxy(scope, n -> n.address().map(Address::text).orElse("")));
  }

  /// The facts of somebody the record knows by the relationship; empty where nobody is it.
  private static void ofPerson(
      String key, String title, Function<MovingInRecord, Optional<Member>> find) {
    Function<FormScope, Optional<Member>> person = scope -> find.apply(scope.record());
    text(key + ".name", title + "の氏名", s -> of(person.apply(s), m -> m.name().text()));
    text(
        key + ".kana",
        title + "のフリガナ",
        s -> of(person.apply(s), m -> m.kana().map(Kana::text).orElse("")));
    personDate(key + ".birth_date", title + "の生年月日", person);
    text(
        key + ".individual_number",
        title + "の個人番号",
        s ->
            of(
                person.apply(s),
                m -> m.individualNumber().map(IndividualNumber::digits).orElse("")));
    choice(
        key + ".sex",
        title + "の性別",
        codesOf(Sex.values()),
        s -> of(person.apply(s), m -> m.sex().name()));
    choice(
        key + ".pension",
        title + "の年金の種別",
        codesOf(PensionKind.values()),
        s -> of(person.apply(s), m -> m.insurance().pension().map(Enum::name).orElse("")));
  }

  private static void ofAge() {
    memberOn("member.age", "年齢", ages -> ages.isExact() ? "" + ages.years() : "");
    memberOn(
        "member.school_year",
        "学年",
        ages ->
            ages.schoolYear()
                .map(year -> year <= 6 ? "小学校" + year + "年" : "中学校" + (year - 6) + "年")
                .orElse(""));
    choice(
        "member.age_band",
        "3歳未満か",
        List.of("UNDER_3", "FROM_3"),
        scope -> {
          String age = ageOf(scope, ages -> ages.isExact() ? "" + ages.years() : "");
          return age.isEmpty() ? "" : Integer.parseInt(age) < 3 ? "UNDER_3" : "FROM_3";
        });
    memberChoice(
        "member.is_foreign", "外国人住民", List.of("YES", "NO"), m -> yesOrNo(m.foreign().isPresent()));
  }

  private static void ofMember() {
    memberText("member.name", "氏名", member -> member.name().text());
    memberText("member.kana", "フリガナ", member -> member.kana().map(Kana::text).orElse(""));
    memberText("member.former_name", "旧氏", member -> textOf(member.formerName()));
    memberText("member.alias", "通称", member -> textOf(member.alias()));
    memberText("member.relation", "続柄", member -> member.relation().text());
    memberText(
        "member.registered_domicile",
        "本籍",
        member -> member.registeredDomicile().map(Address::text).orElse(""));
    memberText("member.domicile_head", "筆頭者", member -> textOf(member.domicileHead()));
    memberText(
        "member.resident_record_code",
        "住民票コード",
        member -> member.residentRecordCode().map(ResidentRecordCode::digits).orElse(""));
    memberText(
        "member.individual_number",
        "個人番号",
        member -> member.individualNumber().map(IndividualNumber::digits).orElse(""));
    memberText(
        "member.individual_number_masked",
        "個人番号",
        member ->
            member
                .individualNumber()
                .map(n -> n.masked().replaceAll("\\s", "").replace('●', '＊'))
                .orElse(""));
    add(
        "member.number",
        "番号",
        FormValue.Kind.TEXT,
        List.of(),
        scope ->
            new FormValue.Text(
                scope.member().isEmpty() ? "" : Integer.toString(scope.memberNumber())));
    choice(
        "member.kind",
        "異動の種類",
        codesOf(MoveKind.values()),
        scope -> scope.member().map(_ -> scope.context().kind().name()).orElse(""));
    date(
        "member.moved_on",
        "異動年月日",
        scope -> scope.member().map(member -> scope.record().movedOn()));
    personDate("member.birth_date", "生年月日", FormScope::member);
    memberChoice("member.sex", "性別", codesOf(Sex.values()), member -> member.sex().name());
  }

  private static void ofForeigner() {
    memberText("member.nationality", "国籍・地域", member -> foreign(member, f -> f.nationality()));
    memberText(
        "member.residence_status",
        "在留資格",
        member -> foreign(member, f -> f.residenceStatus().orElse("")));
    memberText(
        "member.residence_card",
        "在留カード等の番号",
        member -> foreign(member, f -> f.residenceCard().orElse("")));
    add(
        "member.residence_until",
        "在留期間の満了の日",
        FormValue.Kind.DATE,
        List.of(),
        scope ->
            new FormValue.Day(
                scope.member().flatMap(Member::foreign).flatMap(ForeignFacts::residenceUntil),
                /* isWestern= */ true));
  }

  private static void ofInsurance() {
    List<String> yesNo = List.of("YES", "NO");
    memberChoice("member.health", "国保", yesNo, m -> yesOrNo(m.insurance().health()));
    memberChoice("member.late_elderly", "後期高齢", yesNo, m -> yesOrNo(m.insurance().lateElderly()));
    memberChoice("member.care", "介護", yesNo, m -> yesOrNo(m.insurance().care()));
    memberChoice(
        "member.child_allowance", "児童手当", yesNo, m -> yesOrNo(m.insurance().childAllowance()));
    memberChoice(
        "member.pension",
        "年金の種別",
        codesOf(PensionKind.values()),
        m -> m.insurance().pension().map(Enum::name).orElse(""));
    memberText("member.pension_number", "基礎年金番号", m -> m.insurance().pensionNumber().orElse(""));
  }

  /// The certificate is the paper of those who move in; nobody else has brought one.
  private static Optional<CertificateFacts> certificateIn(FormScope scope) {
    return Optional.of(scope.record().certificate())
        .filter(_ -> scope.context().kind() == MoveKind.MOVING_IN);
  }

  private static Optional<Member> headOf(MovingInRecord record) {
    return record.members().stream().filter(m -> m.relation().isHead()).findFirst();
  }

  private static Optional<Member> spouseOf(MovingInRecord record) {
    return record.members().stream()
        .filter(m -> m.relation().text().matches("[夫妻](（未届）)?"))
        .findFirst();
  }

  /// The member who brings the notification; empty where nobody or more than one has the name.
  private static Optional<Member> notifierIn(MovingInRecord record) {
    List<Member> same =
        record.members().stream().filter(m -> m.name().equals(record.notifier().name())).toList();
    boolean isMember = record.notifier().role() != Notifier.Role.PROXY;
    return isMember && same.size() == 1 ? Optional.of(same.getFirst()) : Optional.empty();
  }

  private static String proxy(FormScope scope, Function<Notifier, String> fact) {
    Notifier notifier = scope.record().notifier();
    return notifier.role() == Notifier.Role.PROXY ? fact.apply(notifier) : "";
  }

  private static <T> String of(Optional<T> found, Function<T, String> fact) {
    return found.map(fact).orElse("");
  }

  private static String ageOf(FormScope scope, Function<AgeRange, String> fact) {
    return scope
        .member()
        .map(m -> fact.apply(AgeRange.of(m.birthDate(), scope.record().notifiedOn())))
        .orElse("");
  }

  /// A protected new address is not given away by a notifier who wrote it again.
  private static String addressOf(FormScope scope) {
    String own =
        scope
            .record()
            .notifier()
            .address()
            .map(Address::text)
            .orElse(scope.context().kind() == MoveKind.MOVING_OUT ? "これまでの住所に同じ" : "新しい住所に同じ");
    boolean isNewAddress =
        Texts.folded(own).equals(Texts.folded(scope.record().newAddress().text()));
    return isNewAddress && scope.context().hidesNewAddress() ? "" : own;
  }

  private static String foreign(Member member, Function<ForeignFacts, String> fact) {
    return member.foreign().map(fact).orElse("");
  }

  private static String textOf(Optional<PersonName> name) {
    return name.map(PersonName::text).orElse("");
  }

  private static String yesOrNo(boolean isYes) {
    return isYes ? "YES" : "NO";
  }

  private static List<String> codesOf(Enum<?>[] values) {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  private static void text(String name, String title, Function<FormScope, String> lookup) {
    add(
        name,
        title,
        FormValue.Kind.TEXT,
        List.of(),
        scope -> new FormValue.Text(lookup.apply(scope)));
  }

  private static void date(
      String name, String title, Function<FormScope, Optional<PrintedDate>> lookup) {
    add(
        name,
        title,
        FormValue.Kind.DATE,
        List.of(),
        scope -> new FormValue.Day(lookup.apply(scope), /* isWestern= */ false));
  }

  private static void personDate(
      String name, String title, Function<FormScope, Optional<Member>> person) {
    add(
        name,
        title,
        FormValue.Kind.DATE,
        List.of(),
        scope -> {
          Optional<Member> member = person.apply(scope);
          return new FormValue.Day(
              member.map(Member::birthDate), member.flatMap(Member::foreign).isPresent());
        });
  }

  private static void memberOn(String name, String title, Function<AgeRange, String> fact) {
    text(name, title, scope -> ageOf(scope, fact));
  }

  private static void choice(
      String name, String title, List<String> codes, Function<FormScope, String> lookup) {
    add(
        name,
        title,
        FormValue.Kind.CHOICE,
        codes,
        scope -> new FormValue.Chosen(lookup.apply(scope)));
  }

  private static void memberText(String name, String title, Function<Member, String> lookup) {
    text(name, title, scope -> scope.member().map(lookup).orElse(""));
  }

  private static void memberChoice(
      String name, String title, List<String> codes, Function<Member, String> lookup) {
    choice(name, title, codes, scope -> scope.member().map(lookup).orElse(""));
  }

  private static void add(
      String name,
      String title,
      FormValue.Kind kind,
      List<String> codes,
      Function<FormScope, FormValue> lookup) {
    PATHS.put(name, new ValuePath(name, title, kind, codes, name.startsWith("member."), lookup));
  }
}
