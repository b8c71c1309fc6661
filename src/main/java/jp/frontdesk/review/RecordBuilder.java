package jp.frontdesk.review;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CertificateFacts;
import jp.frontdesk.cases.ForeignFacts;
import jp.frontdesk.cases.Insurance;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.Notifier;
import jp.frontdesk.cases.PensionKind;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.Kana;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.kernel.Sex;
import jp.frontdesk.kernel.Texts;

/// Makes the typed record of a draft, or names every value that cannot be understood, all at once.
public final class RecordBuilder {
  /// What came of a draft.
  public sealed interface Outcome {
    /// Every value was understood.
    record Built(MovingInRecord record) implements Outcome {}

    /// Some were not.
    ///
    /// @param problems errors only, never empty
    record Blocked(List<RuleResult> problems) implements Outcome {
      public Blocked {
        problems = List.copyOf(problems);
      }
    }
  }

  private final Draft draft;
  private final List<RuleResult> problems = new ArrayList<>();

  private RecordBuilder(Draft draft) {
    this.draft = draft;
  }

  /// Builds the record of a case that has a reception number.
  ///
  /// @param today the day of the notification 届出日
  public static Outcome build(CaseFile file, Draft draft, LocalDate today) {
    RecordBuilder builder = new RecordBuilder(draft);
    Optional<MovingInRecord> record = builder.record(file, today);
    return builder.problems.isEmpty() && record.isPresent()
        ? new Outcome.Built(record.get())
        : new Outcome.Blocked(builder.problems);
  }

  static Optional<LocalDate> parseIsoDate(String text) {
    try {
      return Optional.of(LocalDate.parse(text.strip()));
    } catch (DateTimeParseException notADate) {
      return PrintedDate.parse(text).flatMap(PrintedDate::date);
    }
  }

  private Optional<MovingInRecord> record(CaseFile file, LocalDate today) {
    Answers answers = draft.answers();
    Optional<LocalDate> movedOn =
        answer("answers.moved_on", "住み始めた日", answers.movedOn(), RecordBuilder::parseIsoDate);
    Optional<Address> newAddress =
        answer("answers.new_address", "新しい住所", answers.newAddress(), Address::parse);
    Optional<PersonName> newHead =
        answer("answers.new_head", "新しい世帯主", answers.newHead(), PersonName::parse);
    Optional<Notifier> notifier = notifier(answers);
    Optional<Address> oldAddress =
        required(FieldPath.of(CertificateField.OLD_ADDRESS), Address::parse);
    Optional<PrintedDate> plannedOn =
        required(FieldPath.of(CertificateField.MOVE_DATE), PrintedDate::parse);
    Optional<PersonName> oldHead =
        optional(FieldPath.of(CertificateField.OLD_HOUSEHOLDER), PersonName::parse);
    Optional<CertificateFacts> certificate = certificate();
    List<Member> members = members();
    if (!problems.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new MovingInRecord(
            file.town(),
            file.id(),
            file.receptionKey(),
            today,
            new PrintedDate.Calendar(movedOn.orElseThrow()),
            newAddress.orElseThrow(),
            newHead.orElseThrow(),
            oldAddress.orElseThrow(),
            oldHead,
            plannedOn.orElseThrow(),
            certificate.orElseThrow(),
            notifier.orElseThrow(),
            members,
            answers.procedures()));
  }

  private Optional<Notifier> notifier(Answers answers) {
    Optional<PersonName> name =
        answer("answers.notifier_name", "届出人の氏名", answers.notifierName(), PersonName::parse);
    Optional<Notifier.Role> role =
        answer("answers.notifier_role", "届出人", answers.notifierRole(), RecordBuilder::role);
    return name.flatMap(n ->
        role.map(r ->
            new Notifier(n, r, answers.phone().strip(), Address.parse(answers.notifierAddress()))));
  }

  private Optional<CertificateFacts> certificate() {
    Optional<String> issuer =
        required(FieldPath.of(CertificateField.ISSUER), text -> Optional.of(text));
    return issuer.map(this::certificateOf);
  }

  private CertificateFacts certificateOf(String issuer) {
    return new CertificateFacts(
        issuer,
        optional(FieldPath.of(CertificateField.MAYOR), PersonName::parse).map(PersonName::text),
        optional(FieldPath.of(CertificateField.ISSUE_DATE), PrintedDate::parse),
        Optional.of(draft.text(CertificateField.CERTIFICATE_NUMBER)).filter(t -> !t.isBlank()));
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>();
    if (draft.movingMembers().isEmpty()) {
      problems.add(
          RuleResult.error(
              "no_members", "page", "引っ越してくる人が一人もいません。", "氏名から入力してください。", "住民基本台帳法 第22条"));
    }
    for (int index : draft.movingMembers()) {
      member(index).ifPresent(members::add);
    }
    return members;
  }

  private Optional<Member> member(int index) {
    int before = problems.size();
    Optional<PersonName> name = required(at(CertificateField.NAME, index), PersonName::parse);
    Optional<PrintedDate> birthDate =
        required(at(CertificateField.BIRTH_DATE, index), PrintedDate::parse);
    Optional<Sex> sex = required(at(CertificateField.SEX, index), Sex::parse);
    Optional<Relationship> relation =
        required(at(CertificateField.RELATION, index), Relationship::parse);
    Optional<Kana> kana = optional(at(CertificateField.KANA, index), Kana::parse);
    Optional<PersonName> formerName =
        optional(at(CertificateField.FORMER_NAME, index), PersonName::parse);
    Optional<PersonName> alias = optional(at(CertificateField.ALIAS, index), PersonName::parse);
    Optional<Address> domicile =
        optional(at(CertificateField.REGISTERED_DOMICILE, index), Address::parse);
    Optional<PersonName> domicileHead =
        optional(at(CertificateField.DOMICILE_HEAD, index), PersonName::parse);
    Optional<ResidentRecordCode> code =
        optional(at(CertificateField.RESIDENT_RECORD_CODE, index), ResidentRecordCode::parse);
    Optional<IndividualNumber> number =
        optional(at(CertificateField.INDIVIDUAL_NUMBER, index), IndividualNumber::parse);
    Optional<ForeignFacts> foreign = foreign(index);
    Insurance insurance = insurance(index);
    if (problems.size() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new Member(
            name.orElseThrow(),
            kana,
            formerName,
            alias,
            birthDate.orElseThrow(),
            sex.orElseThrow(),
            relation.orElseThrow(),
            domicile,
            domicileHead,
            foreign,
            code,
            number,
            insurance));
  }

  private Optional<ForeignFacts> foreign(int index) {
    String nationality = draft.text(at(CertificateField.NATIONALITY, index));
    Optional<PrintedDate> until =
        optional(at(CertificateField.RESIDENCE_UNTIL, index), PrintedDate::parse);
    if (nationality.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new ForeignFacts(
            nationality,
            Optional.of(draft.text(at(CertificateField.RESIDENCE_STATUS, index)))
                .filter(t -> !t.isBlank()),
            Optional.of(draft.text(at(CertificateField.RESIDENCE_CARD, index)))
                .filter(t -> !t.isBlank()),
            until));
  }

  private Insurance insurance(int index) {
    return new Insurance(
        isYes(CertificateField.HEALTH_INSURANCE, index),
        isYes(CertificateField.LATE_ELDERLY, index),
        isYes(CertificateField.CARE_INSURANCE, index),
        pension(draft.text(at(CertificateField.PENSION, index))),
        Optional.of(draft.text(at(CertificateField.PENSION_NUMBER, index)))
            .filter(t -> !t.isBlank()),
        isYes(CertificateField.CHILD_ALLOWANCE, index));
  }

  private boolean isYes(CertificateField field, int index) {
    return Texts.folded(draft.text(at(field, index))).startsWith("有");
  }

  private static Optional<PensionKind> pension(String text) {
    String folded = Texts.folded(text);
    return folded.contains("1")
        ? Optional.of(PensionKind.FIRST)
        : folded.contains("2")
            ? Optional.of(PensionKind.SECOND)
            : folded.contains("3") ? Optional.of(PensionKind.THIRD) : Optional.empty();
  }

  private static FieldPath at(CertificateField field, int member) {
    return FieldPath.of(field, member);
  }

  private <T> Optional<T> required(FieldPath path, Function<String, Optional<T>> parser) {
    String text = draft.text(path);
    if (text.isBlank()) {
      problems.add(
          RuleResult.error(
              "missing",
              path.toString(),
              path.field().label() + "がありません。",
              "紙を見て入力してください。",
              "住民基本台帳法施行令 第23条"));
      return Optional.empty();
    }
    return optional(path, parser);
  }

  private <T> Optional<T> optional(FieldPath path, Function<String, Optional<T>> parser) {
    String text = draft.text(path);
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<T> value = parser.apply(text);
    if (value.isEmpty()) {
      problems.add(
          RuleResult.error(
              "not_understood",
              path.toString(),
              path.field().label() + "の書き方が正しくありません。",
              RuleWords.howToWrite(path.field()),
              "転出証明書"));
    }
    return value;
  }

  private <T> Optional<T> answer(
      String field, String label, String text, Function<String, Optional<T>> parser) {
    Optional<T> value = text.isBlank() ? Optional.empty() : parser.apply(text);
    if (value.isEmpty()) {
      problems.add(
          RuleResult.error(
              "not_answered", field, label + "が入力されていません。", "本人に聞いて入力してください。", "住民基本台帳法 第22条"));
    }
    return value;
  }

  private static Optional<Notifier.Role> role(String text) {
    try {
      return Optional.of(Notifier.Role.valueOf(text));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
