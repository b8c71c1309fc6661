package jp.frontdesk.review;

import java.util.Optional;
import jp.frontdesk.cases.ForeignFacts;
import jp.frontdesk.cases.Insurance;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.PensionKind;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.Kana;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.kernel.Sex;

/// Makes one invented member of a household, fact by fact.
final class FixtureMember {
  static final Insurance FIRST_PENSION =
      new Insurance(
          true, false, false, Optional.of(PensionKind.FIRST), Optional.of("0000-000001"), false);
  static final Insurance SECOND_PENSION =
      new Insurance(
          false, false, false, Optional.of(PensionKind.SECOND), Optional.of("0000-000002"), false);
  static final Insurance THIRD_PENSION =
      new Insurance(
          false, false, false, Optional.of(PensionKind.THIRD), Optional.of("0000-000003"), false);
  static final Insurance CHILD =
      new Insurance(true, false, false, Optional.empty(), Optional.empty(), true);
  static final Insurance LATE_ELDERLY =
      new Insurance(false, true, true, Optional.empty(), Optional.empty(), false);

  private final Member made;

  private FixtureMember(Member made) {
    this.made = made;
  }

  static FixtureMember of(String name, String kana, String birthDate, String sex, String relation) {
    return new FixtureMember(
        new Member(
            new PersonName(name),
            Optional.of(Kana.parse(kana).orElseThrow()),
            Optional.empty(),
            Optional.empty(),
            ConfirmedFixtures.date(birthDate),
            Sex.parse(sex).orElseThrow(),
            Relationship.parse(relation).orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Insurance.NONE));
  }

  FixtureMember formerName(String name) {
    return with(
        Optional.of(new PersonName(name)),
        made.alias(),
        made.registeredDomicile(),
        made.domicileHead());
  }

  FixtureMember alias(String name) {
    return with(
        made.formerName(),
        Optional.of(new PersonName(name)),
        made.registeredDomicile(),
        made.domicileHead());
  }

  FixtureMember domicile(String address, String head) {
    return with(
        made.formerName(),
        made.alias(),
        Optional.of(new Address(address)),
        Optional.of(new PersonName(head)));
  }

  FixtureMember foreign(String nationality, String status, String card, String until) {
    return with(
        Optional.of(
            new ForeignFacts(
                nationality,
                Optional.of(status),
                Optional.of(card),
                Optional.of(ConfirmedFixtures.date(until)))),
        made.residentRecordCode(),
        made.individualNumber(),
        made.insurance());
  }

  FixtureMember numbers(String code, String individualNumber) {
    return with(
        made.foreign(),
        Optional.of(ResidentRecordCode.parse(code).orElseThrow()),
        Optional.of(IndividualNumber.parse(individualNumber).orElseThrow()),
        made.insurance());
  }

  FixtureMember insured(Insurance insurance) {
    return with(made.foreign(), made.residentRecordCode(), made.individualNumber(), insurance);
  }

  Member member() {
    return made;
  }

  private FixtureMember with(
      Optional<PersonName> formerName,
      Optional<PersonName> alias,
      Optional<Address> domicile,
      Optional<PersonName> domicileHead) {
    return new FixtureMember(
        new Member(
            made.name(),
            made.kana(),
            formerName,
            alias,
            made.birthDate(),
            made.sex(),
            made.relation(),
            domicile,
            domicileHead,
            made.foreign(),
            made.residentRecordCode(),
            made.individualNumber(),
            made.insurance()));
  }

  private FixtureMember with(
      Optional<ForeignFacts> foreign,
      Optional<ResidentRecordCode> code,
      Optional<IndividualNumber> individualNumber,
      Insurance insurance) {
    return new FixtureMember(
        new Member(
            made.name(),
            made.kana(),
            made.formerName(),
            made.alias(),
            made.birthDate(),
            made.sex(),
            made.relation(),
            made.registeredDomicile(),
            made.domicileHead(),
            foreign,
            code,
            individualNumber,
            insurance));
  }
}
