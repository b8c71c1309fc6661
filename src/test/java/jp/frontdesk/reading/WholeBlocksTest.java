package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import org.junit.jupiter.api.Test;

class WholeBlocksTest {
  private static final List<CertificateField> FIELDS =
      List.of(
          CertificateField.NAME,
          CertificateField.KANA,
          CertificateField.BIRTH_DATE,
          CertificateField.SEX,
          CertificateField.RELATION,
          CertificateField.RESIDENT_RECORD_CODE,
          CertificateField.INDIVIDUAL_NUMBER,
          CertificateField.PENSION);

  private static Found found(CertificateField field, int member, String value) {
    return new Found(field, member, Verdict.sure(value, 0.97), new Box(0, 0, 10, 10));
  }

  private static List<Found> people(int count) {
    List<Found> all = new ArrayList<>();
    for (int member = 0; member < count; member++) {
      for (CertificateField field : FIELDS) {
        all.add(found(field, member, field + " of " + member));
      }
    }
    return all;
  }

  private static Set<Integer> doubted(List<Found> found, String reason) {
    return found.stream()
        .filter(f -> f.verdict().reasons().contains(reason))
        .map(Found::member)
        .collect(Collectors.toSet());
  }

  @Test
  void wholeBlocksAreBelieved() {
    assertThat(WholeBlocks.judged(people(3), false)).noneMatch(f -> f.verdict().needsReview());
  }

  @Test
  void aPieceOfABlockPutsItAndAllAfterItInDoubt() {
    List<Found> all = people(3);
    all.removeIf(f -> f.member() == 1 && FIELDS.indexOf(f.field()) > 3);

    assertThat(doubted(WholeBlocks.judged(all, false), Reasons.WHOSE)).containsExactly(1, 2);
  }

  @Test
  void twoValuesInOnePlaceAreInDoubtUnlessTheyAreTheSame() {
    List<Found> same = people(2);
    same.add(found(CertificateField.SEX, 1, "SEX of 1"));
    List<Found> other = people(2);
    other.add(found(CertificateField.SEX, 1, "SEX of 0"));

    assertThat(doubted(WholeBlocks.judged(same, false), Reasons.WHOSE)).isEmpty();
    assertThat(WholeBlocks.judged(other, false))
        .filteredOn(f -> f.verdict().needsReview())
        .allMatch(f -> f.member() == 1 && f.field() == CertificateField.SEX)
        .hasSize(2);
  }

  @Test
  void whatIsInDoubtAnywayIsAlsoInDoubtForItsPlace() {
    List<Found> all = people(2);
    all.removeIf(f -> f.member() == 1 && FIELDS.indexOf(f.field()) > 2);
    all.replaceAll(f ->
        f.member() == 1 && f.field() == CertificateField.NAME
            ? f.with(Verdict.doubtful("見本", 0.73, Reasons.VARIANT, List.of()))
            : f);

    assertThat(WholeBlocks.judged(all, false))
        .filteredOn(f -> f.member() == 1 && f.field() == CertificateField.NAME)
        .extracting(f -> f.verdict().reasons())
        .containsExactly(List.of(Reasons.WHOSE, Reasons.VARIANT));
  }

  @Test
  void twoFieldsThatAreThereTwiceAreOfTwoPeople() {
    List<Found> all = people(3);
    all.add(found(CertificateField.SEX, 1, "SEX of another"));
    all.add(found(CertificateField.BIRTH_DATE, 1, "令和8年1月1日"));

    assertThat(doubted(WholeBlocks.judged(all, false), Reasons.WHOSE)).containsExactly(1, 2);
  }

  @Test
  void aPlaceOrTheWrongKindOfValueBesideAnotherMakesNoSecondPerson() {
    List<Found> all = people(2);
    all.add(found(CertificateField.NAME, 0, "見本県例市例町1丁目2番"));
    all.add(
        new Found(
            CertificateField.PENSION,
            0,
            Verdict.doubtful("31無", 0.2, Reasons.NOT_IN_LIST, List.of()),
            new Box(0, 0, 10, 10)));

    assertThat(WholeBlocks.judged(all, false))
        .filteredOn(f -> f.verdict().needsReview())
        .extracting(Found::field)
        .containsOnly(CertificateField.NAME, CertificateField.PENSION);
  }

  @Test
  void aPersonWithANameMayLackMoreUnlessTheNextHasJustThat() {
    List<Found> lacking = people(3);
    lacking.removeIf(f -> f.member() == 1 && FIELDS.indexOf(f.field()) > 4);
    List<Found> torn = people(3);
    torn.removeIf(f -> f.member() == 1 && FIELDS.indexOf(f.field()) > 4);
    torn.removeIf(f -> f.member() == 2 && FIELDS.indexOf(f.field()) <= 4);

    assertThat(doubted(WholeBlocks.judged(lacking, false), Reasons.WHOSE)).isEmpty();
    assertThat(doubted(WholeBlocks.judged(lacking, true), Reasons.WHOSE)).containsExactly(1, 2);
    assertThat(doubted(WholeBlocks.judged(torn, false), Reasons.WHOSE)).contains(1, 2);
  }

  @Test
  void valuesOfTheWrongKindTellOfWrongPlaces() {
    List<Found> all = people(2);
    all.replaceAll(f ->
        f.member() == 0
                && Set.of(CertificateField.BIRTH_DATE, CertificateField.PENSION).contains(f.field())
            ? f.with(
                Verdict.doubtful(
                    "男",
                    0.2,
                    f.field() == CertificateField.PENSION
                        ? Reasons.NOT_IN_LIST
                        : Reasons.NOT_A_DATE,
                    List.of()))
            : f);

    assertThat(doubted(WholeBlocks.judged(all, false), Reasons.WHOSE)).containsExactly(0, 1);
  }

  @Test
  void whatOnePersonLacksMayStandUnderTheNext() {
    List<Found> all = people(3);
    all.removeIf(f -> f.member() == 1 && f.field() == CertificateField.NAME);

    List<Found> judged = WholeBlocks.judged(all, false);

    assertThat(doubted(judged, Reasons.NEXT_PERSON)).containsExactly(0, 2);
    assertThat(judged)
        .filteredOn(f -> f.verdict().needsReview())
        .extracting(Found::field)
        .containsOnly(CertificateField.NAME);
  }

  @Test
  void brokenRulingAsksForMore() {
    List<Found> all = people(2);
    all.removeIf(f ->
        f.member() == 1
            && Set.of(CertificateField.KANA, CertificateField.PENSION).contains(f.field()));

    assertThat(doubted(WholeBlocks.judged(all, false), Reasons.WHOSE)).isEmpty();
    assertThat(doubted(WholeBlocks.judged(all, true), Reasons.WHOSE)).containsExactly(1);
  }

  @Test
  void fieldsOfTheWholePaperStayAsTheyAre() {
    List<Found> all = List.of(found(CertificateField.MOVE_DATE, -1, "令和8年4月1日"));

    assertThat(WholeBlocks.judged(all, true)).isEqualTo(all);
  }
}
