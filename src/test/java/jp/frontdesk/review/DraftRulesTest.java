package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.CharacterProfile;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.Test;

class DraftRulesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  @Test
  void aCompleteHouseholdIsBuiltWithoutAnyResult() {
    Draft draft = household(TODAY.minusDays(3));

    assertThat(DraftRules.check(draft, TODAY)).isEmpty();
    assertThat(RecordBuilder.build(file(), draft, TODAY))
        .isInstanceOfSatisfying(
            RecordBuilder.Outcome.Built.class,
            built -> {
              assertThat(built.record().members()).hasSize(2);
              assertThat(built.record().receptionNumber()).isEqualTo("20261122-007");
            });
  }

  @Test
  void theDayOfMovingInMayNotBeInTheFutureAndIsLateAfterFourteenDays() {
    assertThat(codes(household(TODAY.plusDays(1)))).containsExactly("moved_in_future");
    assertThat(codes(household(TODAY))).isEmpty();
    assertThat(codes(household(TODAY.minusDays(14)))).isEmpty();
    assertThat(codes(household(TODAY.minusDays(15)))).containsExactly("notified_late");
  }

  @Test
  void theHeadWhoMovesInIsTheOneMemberCalledHead() {
    Draft other =
        household(TODAY)
            .withTexts(
                DraftValue.Origin.CLERK, Map.of(path("members[1].relation"), "世帯主"), Set.of());
    assertThat(codes(other)).contains("head_differs");

    Answers joins = answers(TODAY, "架空　次郎");
    assertThat(codes(household(TODAY).withAnswers(joins))).contains("head_not_moving");
  }

  @Test
  void aDoubtfulValueBlocksUntilAClerkComparedIt() {
    FieldPath name = path("members[0].name");
    Draft doubtful = withDoubt(household(TODAY), name);
    assertThat(codes(doubtful)).contains("doubtful");

    Draft seenByResident =
        doubtful.withTexts(DraftValue.Origin.RESIDENT, Map.of(name, "見本　太郎"), Set.of());
    assertThat(codes(seenByResident)).contains("doubtful");

    Draft compared =
        doubtful.withTexts(DraftValue.Origin.CLERK, Map.of(name, "見本　太郎"), Set.of(name));
    assertThat(codes(compared)).isEmpty();
    assertThat(compared.values())
        .hasEntrySatisfying(
            name, value -> assertThat(value.origin()).isEqualTo(DraftValue.Origin.PAPER));
  }

  @Test
  void everyValueThatCannotBeUnderstoodIsNamedAtOnce() {
    Draft broken =
        household(TODAY)
            .withTexts(
                DraftValue.Origin.CLERK,
                Map.of(
                    path("members[0].birth_date"), "昭和の終わり",
                    path("members[1].my_number"), "123456789012",
                    path("members[1].sex"), "？"),
                Set.of());

    assertThat(RecordBuilder.build(file(), broken, TODAY))
        .isInstanceOfSatisfying(
            RecordBuilder.Outcome.Blocked.class,
            blocked ->
                assertThat(blocked.problems())
                    .extracting(RuleResult::field)
                    .containsExactlyInAnyOrder(
                        "members[0].birth_date", "members[1].my_number", "members[1].sex"));
  }

  @Test
  void aMemberWhoStaysIsNeitherCheckedNorRecorded() {
    Draft staying = household(TODAY).withAnswers(answers(TODAY, "見本　太郎").withStaying(List.of(1)));

    assertThat(RecordBuilder.build(file(), staying, TODAY))
        .isInstanceOfSatisfying(
            RecordBuilder.Outcome.Built.class,
            built -> assertThat(built.record().members()).hasSize(1));
  }

  @Test
  void whatIsSealedIsReadBackEqual() {
    Draft draft = withDoubt(household(TODAY), path("members[0].name"));
    RecordBuilder.Outcome outcome = RecordBuilder.build(file(), household(TODAY), TODAY);

    assertThat(RecordJson.readDraft(RecordJson.write(draft))).isEqualTo(draft);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            RecordBuilder.Outcome.Built.class,
            built ->
                assertThat(RecordJson.readRecord(RecordJson.write(built.record())))
                    .isEqualTo(built.record()));
  }

  @Test
  void oneNumberForTwoPeopleBlocks() {
    assertThat(codes(changed("members[1].my_number", "1234 5678 9018")))
        .containsExactly("number_twice");
    assertThat(codes(changed("members[1].juminhyo_code", "１２３４５６７８９０３")))
        .containsExactly("record_code_twice");
  }

  @Test
  void relationsThatCannotBeAreNamed() {
    assertThat(codes(changed("members[0].relation", "夫"))).contains("several_spouses");
    assertThat(codes(changed("members[1].relation", "兄"))).containsExactly("relation_and_sex");
    assertThat(codes(changed("members[1].relation", "妻の父"))).containsExactly("relation_and_sex");
    assertThat(codes(changed("members[1].relation", "子"))).containsExactly("child_not_younger");
    assertThat(codes(changed("members[1].relation", "妻の母"))).isEmpty();
  }

  @Test
  void nobodyIsBornTomorrowOrTwice() {
    assertThat(codes(changed("members[1].birth_date", "令和8年11月23日")))
        .containsExactly("born_in_future");
    assertThat(codes(changed("members[1].birth_date", "令和8年11月22日"))).isEmpty();
    assertThat(codes(changed("members[1].name", "見本太郎"))).contains("person_twice");
  }

  @Test
  void blanksThatTheRegisterForbidsAreAlerts() {
    Draft draft = changed("members[1].registered_domicile", "");

    assertThat(DraftRules.check(draft, TODAY))
        .singleElement()
        .satisfies(result -> {
          assertThat(result.code()).isEqualTo("blank_in_register");
          assertThat(result.severity()).isEqualTo(RuleResult.Severity.ALERT);
          assertThat(result.field()).isEqualTo("members[1].registered_domicile");
        });
  }

  @Test
  void theNewAddressHasANumberAndIsAnother() {
    Answers answers = answers(TODAY, "見本　太郎");
    assertThat(codes(household(TODAY).withAnswers(withAddress(answers, "架空町本町"))))
        .containsExactly("address_without_number");
    assertThat(codes(household(TODAY).withAnswers(withAddress(answers, "見本県例市一丁目1番"))))
        .containsExactly("address_unchanged");
    assertThat(codes(household(TODAY).withAnswers(withAddress(answers, "架空町大字見本無番地")))).isEmpty();
  }

  @Test
  void whatTheRegistryCannotHoldIsShownWithWhatBecomesOfIt() {
    Draft draft = changed("members[1].name", "髙見　𠮷子");

    List<RuleResult> results = CharacterRules.check(draft, CharacterProfile.JISX0208);

    assertThat(results)
        .singleElement()
        .satisfies(result -> {
          assertThat(result.field()).isEqualTo("members[1].name");
          assertThat(result.severity()).isEqualTo(RuleResult.Severity.ALERT);
          assertThat(result.message()).contains("2人目の氏名", "「髙」→「高」", "「𠮷」→「吉」");
        });
    assertThat(CharacterRules.check(draft, CharacterProfile.MJ)).isEmpty();
  }

  @Test
  void aCharacterTheRegistryHasNothingForBlocks() {
    Draft draft = changed("members[1].name", "見本　\ue000子");

    assertThat(CharacterRules.check(draft, CharacterProfile.MJ))
        .singleElement()
        .satisfies(result -> {
          assertThat(result.code()).isEqualTo("character_missing");
          assertThat(result.severity()).isEqualTo(RuleResult.Severity.ERROR);
        });
  }

  private static Draft changed(String path, String text) {
    return household(TODAY).withTexts(DraftValue.Origin.CLERK, Map.of(path(path), text), Set.of());
  }

  private static Answers withAddress(Answers answers, String address) {
    return new Answers(
        "",
        address,
        answers.movedOn(),
        answers.newHead(),
        answers.phone(),
        answers.notifierRole(),
        answers.notifierName(),
        "",
        List.of(),
        List.of(),
        Map.of());
  }

  private static List<String> codes(Draft draft) {
    return DraftRules.check(draft, TODAY).stream().map(RuleResult::code).toList();
  }

  private static FieldPath path(String text) {
    return FieldPath.parse(text).orElseThrow();
  }

  private static CaseFile file() {
    return new CaseFile(
        new MunicipalityCode("999997"),
        CaseId.random(),
        CaseStatus.WAITING,
        2,
        TODAY,
        Optional.of(7),
        Instant.EPOCH,
        Optional.of(Instant.EPOCH),
        2,
        0,
        Optional.empty(),
        /* isProtected= */ false);
  }

  private static Answers answers(LocalDate movedOn, String head) {
    return new Answers(
        "",
        "架空町本町１番地",
        movedOn.toString(),
        head,
        "000-0000-0000",
        "SELF",
        "見本　太郎",
        "",
        List.of(),
        List.of(),
        Map.of());
  }

  private static Draft household(LocalDate movedOn) {
    Map<FieldPath, String> texts = new HashMap<>();
    texts.put(path("move.date"), "令和8年11月1日");
    texts.put(path("move.old_address"), "見本県例市一丁目１番");
    texts.put(path("certificate.issuer"), "例市");
    member(texts, 0, "見本　太郎", "男", "世帯主");
    member(texts, 1, "見本　花子", "女", "妻");
    return Draft.empty()
        .withTexts(DraftValue.Origin.CLERK, texts, Set.of())
        .withAnswers(answers(movedOn, "見本　太郎"));
  }

  private static void member(
      Map<FieldPath, String> texts, int index, String name, String sex, String relation) {
    texts.put(path("members[" + index + "].name"), name);
    texts.put(path("members[" + index + "].birth_date"), "昭和49年12月1日");
    texts.put(path("members[" + index + "].sex"), sex);
    texts.put(path("members[" + index + "].relation"), relation);
    texts.put(
        path("members[" + index + "].my_number"), index == 0 ? "1234 5678 9018" : "983205673214");
    texts.put(
        path("members[" + index + "].juminhyo_code"), index == 0 ? "12345678903" : "01234567892");
    texts.put(path("members[" + index + "].registered_domicile"), "見本県架空市一丁目１番");
    texts.put(path("members[" + index + "].domicile_head"), "見本　太郎");
  }

  private static Draft withDoubt(Draft draft, FieldPath path) {
    Map<FieldPath, DraftValue> values = new HashMap<>(draft.values());
    values.put(
        path,
        new DraftValue(
            "見本　太郎",
            DraftValue.Origin.PAPER,
            Optional.of("見本　太郎"),
            true,
            List.of("この字には似た異体字があります"),
            List.of("見本　太朗"),
            Optional.of(new DraftValue.Place(1, 0.1, 0.2, 0.3, 0.05, path.toString()))));
    return new Draft(
        draft.documentType(), 1, values, draft.warnings(), draft.answers(), draft.sentBackReason());
  }
}
