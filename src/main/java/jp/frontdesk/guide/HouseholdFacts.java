package jp.frontdesk.guide;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.PensionKind;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.review.Draft;

/// What the rules may know of a household. No name, no address, no number.
///
/// @param movedOn the day they began to live at the new address; empty where nobody knows it
/// @param isSamePrefecture whether the old town lies in the same prefecture
/// @param members in the order of the register
/// @param answers question -> `yes` or `no`; a question that is missing was not answered
public record HouseholdFacts(
    Optional<LocalDate> movedOn,
    boolean isSamePrefecture,
    List<Person> members,
    Map<String, String> answers) {
  /// One who moves in.
  ///
  /// @param age in full years on the day of moving; empty where the birth date is unknown, so that
  ///   no rule about an age holds for this person
  /// @param grade 学年: 1 to 6 小学校, 7 to 9 中学校, 10 to 12 until the end of the fiscal year in which
  ///   one turns 18; 0 before school, 13 after, -1 where the birth date is unknown
  public record Person(
      Optional<Integer> age,
      int grade,
      boolean isHead,
      boolean isForeign,
      boolean hasHealthInsurance,
      boolean isLateElderly,
      boolean hasCareInsurance,
      int pension,
      boolean hasChildAllowance) {
    Person withForeign(boolean isForeignNow) {
      return new Person(
          age,
          grade,
          isHead,
          isForeignNow,
          hasHealthInsurance,
          isLateElderly,
          hasCareInsurance,
          pension,
          hasChildAllowance);
    }
  }

  private static final int UNKNOWN_AGE = -1;

  public HouseholdFacts {
    members = List.copyOf(members);
    answers = Map.copyOf(answers);
  }

  /// The facts of a record.
  ///
  /// @param prefecture the town's own, e.g. 神奈川県
  public static HouseholdFacts of(MovingInRecord record, String prefecture) {
    Optional<LocalDate> movedOn = record.movedOn().date();
    LocalDate day = movedOn.orElse(record.notifiedOn());
    return new HouseholdFacts(
        movedOn,
        record.oldAddress().text().startsWith(prefecture)
            || record.certificate().issuer().startsWith(prefecture),
        record.members().stream().map(member -> person(member, day)).toList(),
        record.answers());
  }

  /// The facts of a draft, before a clerk confirmed it: for the questions asked at the kiosk and
  /// the guide shown there.
  ///
  /// @param prefecture the town's own
  /// @param today in place of the day of moving where it is not known yet
  public static HouseholdFacts of(Draft draft, String prefecture, LocalDate today) {
    Optional<LocalDate> movedOn =
        PrintedDate.parse(draft.answers().movedOn())
            .flatMap(PrintedDate::date)
            .or(() -> isoDay(draft.answers().movedOn()));
    LocalDate day = movedOn.orElse(today);
    return new HouseholdFacts(
        movedOn,
        draft.text(CertificateField.OLD_ADDRESS).startsWith(prefecture)
            || draft.text(CertificateField.ISSUER).startsWith(prefecture),
        draft.movingMembers().stream().map(member -> person(draft, member, day)).toList(),
        draft.answers().procedures());
  }

  private static Optional<LocalDate> isoDay(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static Person person(Draft draft, int member, LocalDate day) {
    Optional<LocalDate> born =
        PrintedDate.parse(text(draft, CertificateField.BIRTH_DATE, member))
            .flatMap(PrintedDate::date);
    return new Person(
        born.map(date -> Period.between(date, day).getYears()),
        born.map(date -> gradeOn(date, day)).orElse(-1),
        text(draft, CertificateField.RELATION, member).equals("世帯主"),
        !text(draft, CertificateField.NATIONALITY, member).isBlank(),
        isYes(draft, CertificateField.HEALTH_INSURANCE, member),
        isYes(draft, CertificateField.LATE_ELDERLY, member),
        isYes(draft, CertificateField.CARE_INSURANCE, member),
        Texts.folded(text(draft, CertificateField.PENSION, member))
            .chars()
            .filter(c -> c >= '1' && c <= '3')
            .map(c -> c - '0')
            .findFirst()
            .orElse(0),
        isYes(draft, CertificateField.CHILD_ALLOWANCE, member));
  }

  private static boolean isYes(Draft draft, CertificateField field, int member) {
    return Texts.folded(text(draft, field, member)).startsWith("有");
  }

  private static String text(Draft draft, CertificateField field, int member) {
    return draft.text(FieldPath.of(field, member));
  }

  /// The same household with other answers.
  public HouseholdFacts withAnswers(Map<String, String> newAnswers) {
    return new HouseholdFacts(movedOn, isSamePrefecture, members, newAnswers);
  }

  private static Person person(Member member, LocalDate day) {
    Optional<LocalDate> born = member.birthDate().date();
    return new Person(
        born.map(date -> Period.between(date, day).getYears()),
        born.map(date -> gradeOn(date, day)).orElse(-1),
        member.relation().isHead(),
        member.foreign().isPresent(),
        member.insurance().health(),
        member.insurance().lateElderly(),
        member.insurance().care(),
        member.insurance().pension().map(HouseholdFacts::numberOf).orElse(0),
        member.insurance().childAllowance());
  }

  /// A person known only by the day of birth, for the guide without a certificate and for examples.
  public static Person born(LocalDate born, LocalDate day) {
    return new Person(
        Optional.of(Period.between(born, day).getYears()),
        gradeOn(born, day),
        false,
        false,
        false,
        false,
        false,
        0,
        false);
  }

  /// 学年: school begins on the 1st of April after the sixth birthday; who is born on the 1st of
  /// April turns six the day before (年齢計算ニ関スル法律, 学校教育法 第17条).
  static int gradeOn(LocalDate born, LocalDate day) {
    LocalDate turned = born.minusDays(1);
    int firstApril = turned.getMonthValue() >= 4 ? turned.getYear() + 7 : turned.getYear() + 6;
    int year = day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
    return Math.clamp(year - firstApril + 1, 0, 13);
  }

  private static int numberOf(PensionKind kind) {
    return switch (kind) {
      case FIRST -> 1;
      case SECOND -> 2;
      case THIRD -> 3;
    };
  }

  /// The values of the rule language's names.
  ///
  /// @param answered what to suppose of the questions
  Map<String, Object> variables(Map<String, String> answered) {
    return Map.of(
        "members",
        members.stream().map(HouseholdFacts::variables).toList(),
        "same_prefecture",
        isSamePrefecture,
        "answers",
        answered);
  }

  static Map<String, Object> variables(Person person) {
    Map<String, Object> values = new TreeMap<>();
    values.put("age", (long) person.age().orElse(UNKNOWN_AGE));
    values.put("grade", (long) person.grade());
    values.put("is_head", person.isHead());
    values.put("is_foreign", person.isForeign());
    values.put("health", person.hasHealthInsurance());
    values.put("late_elderly", person.isLateElderly());
    values.put("care", person.hasCareInsurance());
    values.put("pension", (long) person.pension());
    values.put("child_allowance", person.hasChildAllowance());
    return values;
  }

  @Override
  public String toString() {
    return "HouseholdFacts(" + members.size() + " people)";
  }
}
