package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.frontdesk.cases.CaseEvent;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.cases.MoveOutcome;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.intake.SheetStore;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.reading.Acceptance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReviewIT {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");

  private final InstantSource clock = InstantSource.fixed(Instant.parse("2026-11-22T01:00:00Z"));
  private final Database database = TestDatabase.fresh();
  private final Vault vault = TestDatabase.vault();
  private final CaseStore cases = new CaseStore(vault, clock);
  private final ReviewStore drafts = new ReviewStore(cases, clock);
  private final List<Confirmed<MovingInRecord>> handedOn = new ArrayList<>();
  private boolean listenerFails;
  private final Review review =
      new Review(
          database,
          cases,
          new SheetStore(database, cases, vault, clock),
          new ReadingStore(cases),
          drafts,
          clock,
          (_, confirmed) -> {
            if (listenerFails) {
              throw new IllegalStateException("the outbox is gone");
            }
            handedOn.add(confirmed);
          },
          Acceptance.usual());

  @AfterEach
  void close() {
    database.close();
  }

  private CaseId newCase() {
    CaseId id = database.inTown(TOWN, c -> cases.createCase(c, TOWN, "kiosk")).id();
    Map<FieldPath, String> texts = new HashMap<>();
    Map.of(
            "move.date", "令和8年11月20日",
            "move.old_address", "見本県例市一丁目１番",
            "certificate.issuer", "例市",
            "members[0].name", "見本　太郎",
            "members[0].birth_date", "昭和49年12月1日",
            "members[0].sex", "男",
            "members[0].relation", "世帯主")
        .forEach((path, text) -> texts.put(FieldPath.parse(path).orElseThrow(), text));
    Answers answers =
        new Answers(
            "",
            "架空町本町１番地",
            "2026-11-20",
            "見本　太郎",
            "",
            "SELF",
            "見本　太郎",
            "",
            List.of(),
            List.of(),
            Map.of());
    assertThat(
            review.changeDraft(
                TOWN,
                id,
                DraftValue.Origin.RESIDENT,
                0,
                d -> d.withTexts(DraftValue.Origin.RESIDENT, texts, Set.of()).withAnswers(answers)))
        .isTrue();
    return id;
  }

  private CaseFile find(CaseId id) {
    return database.inTown(TOWN, c -> cases.findCase(c, TOWN, id)).orElseThrow();
  }

  @Test
  void aCaseIsNumberedWhenHandedInAndOnlyOnce() {
    CaseId first = newCase();
    CaseId second = newCase();

    MoveOutcome one = review.submit(TOWN, first, "kiosk");
    MoveOutcome again = review.submit(TOWN, first, "kiosk");
    MoveOutcome two = review.submit(TOWN, second, "kiosk");

    assertThat(one).isInstanceOf(MoveOutcome.Moved.class);
    assertThat(again).isEqualTo(one);
    assertThat(two).isInstanceOf(MoveOutcome.Moved.class);
    assertThat(find(first).receptionLabel()).isEqualTo("001");
    assertThat(find(second).receptionLabel()).isEqualTo("002");
  }

  @Test
  void aConfirmationOfValuesThatChangedMeanwhileIsStale() {
    CaseId id = newCase();
    assertThat(review.submit(TOWN, id, "kiosk")).isInstanceOf(MoveOutcome.Moved.class);
    CaseFile seen = find(id);
    assertThat(review.changeDraft(TOWN, id, DraftValue.Origin.CLERK, 1, d -> d)).isTrue();

    ConfirmOutcome outcome = review.confirm(TOWN, id, seen.version(), 1, "mihon");

    assertThat(outcome).isInstanceOf(ConfirmOutcome.Stale.class);
    assertThat(find(id).status()).isEqualTo(CaseStatus.WAITING);
    assertThat(handedOn).isEmpty();
  }

  @Test
  void aConfirmedRecordIsHandedOnInTheSameTransactionOrNotAtAll() {
    CaseId id = newCase();
    assertThat(review.submit(TOWN, id, "kiosk")).isInstanceOf(MoveOutcome.Moved.class);
    int version = find(id).version();

    listenerFails = true;
    assertThatThrownBy(() -> review.confirm(TOWN, id, version, 1, "mihon"))
        .hasMessage("the outbox is gone");
    assertThat(find(id).status()).isEqualTo(CaseStatus.WAITING);
    listenerFails = false;
    ConfirmOutcome outcome = review.confirm(TOWN, id, version, 1, "mihon");

    assertThat(outcome).isInstanceOf(ConfirmOutcome.Done.class);
    assertThat(handedOn).hasSize(1);
    assertThat(database.inTown(TOWN, c -> drafts.findConfirmed(c, TOWN, id)).orElseThrow().value())
        .isEqualTo(handedOn.getFirst().value());
    assertThat(review.confirm(TOWN, id, version, 1, "mihon"))
        .isInstanceOf(ConfirmOutcome.Stale.class);
  }

  @Test
  void aCaseSentBackIsInTheResidentsHandsAgainWithTheReason() {
    CaseId id = newCase();
    assertThat(review.submit(TOWN, id, "kiosk")).isInstanceOf(MoveOutcome.Moved.class);
    assertThat(review.changeDraft(TOWN, id, DraftValue.Origin.RESIDENT, 1, d -> d)).isFalse();

    MoveOutcome outcome =
        review.decide(TOWN, id, find(id).version(), CaseEvent.SENT_BACK, "mihon", "２枚目がありません");

    assertThat(outcome).isInstanceOf(MoveOutcome.Moved.class);
    VersionedDraft draft = database.inTown(TOWN, c -> drafts.getDraft(c, TOWN, id));
    assertThat(draft.draft().sentBackReason()).contains("２枚目がありません");
    assertThat(review.changeDraft(TOWN, id, DraftValue.Origin.RESIDENT, draft.version(), d -> d))
        .isTrue();
    int moves = database.inTown(TOWN, c -> cases.listHistory(c, TOWN, id).size());
    assertThat(moves).isEqualTo(3);
  }
}
