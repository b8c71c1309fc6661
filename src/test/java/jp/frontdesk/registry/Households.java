package jp.frontdesk.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;

/// Invented couples, each with a case, names, address and numbers nobody else has.
final class Households {
  private Households() {}

  /// The couple of that number, the same at every call.
  static Confirmed<MovingInRecord> couple(int number) {
    MovingInRecord sample = ConfirmedFixtures.couple().value();
    String mark = "見本印%05d".formatted(number);
    PersonName head = new PersonName(mark + "　一夫");
    Member first = marked(sample.members().get(0), head, number * 2);
    PersonName wife = new PersonName(mark + "　花子");
    Member second = marked(sample.members().get(1), wife, number * 2 + 1);
    return ConfirmedFixtures.confirmed(
        new MovingInRecord(
            sample.town(),
            new CaseId(new UUID(0x4000L, number)),
            "R%05d".formatted(number),
            sample.notifiedOn(),
            sample.movedOn(),
            new Address("架空町" + mark + "番地"),
            head,
            sample.oldAddress(),
            Optional.of(head),
            sample.plannedOn(),
            sample.certificate(),
            sample.notifier(),
            List.of(first, second),
            Map.of()));
  }

  /// As the couple, but with two heads, which a registry refuses.
  static Confirmed<MovingInRecord> withTwoHeads(int number) {
    MovingInRecord good = couple(number).value();
    Member wife = good.members().get(1);
    return ConfirmedFixtures.confirmed(
        new MovingInRecord(
            good.town(),
            good.caseId(),
            good.receptionNumber(),
            good.notifiedOn(),
            good.movedOn(),
            good.newAddress(),
            good.newHead(),
            good.oldAddress(),
            good.oldHead(),
            good.plannedOn(),
            good.certificate(),
            good.notifier(),
            List.of(good.members().get(0), with(wife, wife.name(), Relationship.HEAD, 900_000)),
            Map.of()));
  }

  private static Member marked(Member member, PersonName name, int seed) {
    return with(member, name, member.relation(), seed);
  }

  private static Member with(Member member, PersonName name, Relationship relation, int seed) {
    return new Member(
        name,
        member.kana(),
        member.formerName(),
        member.alias(),
        member.birthDate(),
        member.sex(),
        relation,
        member.registeredDomicile(),
        member.domicileHead(),
        member.foreign(),
        member.residentRecordCode(),
        Optional.of(number(seed)),
        member.insurance());
  }

  private static IndividualNumber number(int seed) {
    String eleven = "%011d".formatted(20_000_000_000L + seed);
    return IntStream.range(0, 10)
        .mapToObj(digit -> eleven + digit)
        .filter(IndividualNumber::checks)
        .findFirst()
        .map(IndividualNumber::new)
        .orElseThrow();
  }
}
