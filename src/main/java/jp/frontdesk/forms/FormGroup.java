package jp.frontdesk.forms;

import java.util.List;
import jp.frontdesk.cases.Insurance;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.PensionKind;

/// Which members of a household a form is about.
///
/// Ages are those of the day of the notification. Whoever has a birth date nobody knows well enough
/// to tell belongs to every group it might be, and the form says so with a warning `age_unknown`: a
/// name struck out by a clerk costs less than an allowance nobody claimed.
enum FormGroup {
  /// Everybody who moves in.
  ALL,
  /// The head of the household, where the head moves in too.
  HEAD,
  /// Foreign residents 外国人住民.
  FOREIGNERS,
  /// 18 and over.
  ADULTS,
  /// 15 and over, who may register a seal in most towns.
  SEAL_AGE,
  /// Up to 31 March after the 18th birthday (児童手当法).
  CHILDREN,
  /// In the nine school years of compulsory education (学校教育法).
  SCHOOL_AGE,
  /// The insured of 国民健康保険 by the certificate.
  HEALTH_INSURED,
  /// The insured of 後期高齢者医療 by the certificate, and everybody of 75 and over.
  LATE_ELDERLY,
  /// The insured of 介護保険 by the certificate, and everybody of 65 and over (第1号被保険者).
  CARE_INSURED,
  /// The insured of 国民年金 of any kind.
  PENSION_INSURED,
  /// 第1号被保険者 of 国民年金, who notify the town themselves.
  PENSION_FIRST;

  /// Whether a member is one of the group.
  enum Belongs {
    /// For certain.
    YES,
    /// The birth date does not tell.
    PERHAPS,
    /// For certain not.
    NO;

    static Belongs when(boolean isSo) {
      return isSo ? YES : NO;
    }
  }

  /// Everybody who is or may be one, in the order of the register.
  List<Member> of(MovingInRecord record) {
    return record.members().stream()
        .filter(member -> belongs(member, record) != Belongs.NO)
        .toList();
  }

  /// How many are in the list only because their birth date does not tell.
  long uncertainIn(MovingInRecord record) {
    return record.members().stream()
        .filter(member -> belongs(member, record) == Belongs.PERHAPS)
        .count();
  }

  private Belongs belongs(Member member, MovingInRecord record) {
    AgeRange ages = AgeRange.of(member.birthDate(), record.notifiedOn());
    Insurance insurance = member.insurance();
    return switch (this) {
      case ALL -> Belongs.YES;
      case HEAD -> Belongs.when(member.relation().isHead());
      case FOREIGNERS -> Belongs.when(member.foreign().isPresent());
      case ADULTS -> ages.atLeast(18);
      case SEAL_AGE -> ages.atLeast(15);
      case CHILDREN -> ages.isChild();
      case SCHOOL_AGE -> ages.isOfSchoolAge();
      case HEALTH_INSURED -> Belongs.when(insurance.health());
      case LATE_ELDERLY -> insurance.lateElderly() ? Belongs.YES : ages.atLeast(75);
      case CARE_INSURED -> insurance.care() ? Belongs.YES : ages.atLeast(65);
      case PENSION_INSURED -> Belongs.when(insurance.pension().isPresent());
      case PENSION_FIRST ->
          Belongs.when(insurance.pension().filter(PensionKind.FIRST::equals).isPresent());
    };
  }
}
