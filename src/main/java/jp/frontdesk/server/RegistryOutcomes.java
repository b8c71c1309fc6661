package jp.frontdesk.server;

import io.vertx.sqlclient.SqlConnection;
import java.util.Optional;
import jp.frontdesk.cases.CaseEvent;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.cases.MoveOutcome;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.registry.OutcomeListener;
import jp.frontdesk.registry.PushOutcome;
import jp.frontdesk.review.ReviewStore;
import jp.frontdesk.review.VersionedDraft;

/// Moves a case when the registry accepted or refused its record, in the transaction that settles
/// the outbox row.
final class RegistryOutcomes implements OutcomeListener {
  private static final String ACTOR = "registry";

  private final CaseStore cases;
  private final ReviewStore drafts;

  RegistryOutcomes(CaseStore cases, ReviewStore drafts) {
    this.cases = cases;
    this.drafts = drafts;
  }

  @Override
  public void onOutcome(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, PushOutcome outcome) {
    switch (outcome) {
      case PushOutcome.Accepted _ -> move(connection, town, caseId, CaseEvent.REGISTRY_ACCEPTED);
      case PushOutcome.Refused refused -> {
        move(connection, town, caseId, CaseEvent.REGISTRY_REFUSED);
        VersionedDraft stored = drafts.getDraft(connection, town, caseId);
        boolean saved =
            drafts.saveDraft(
                connection,
                town,
                caseId,
                stored.version(),
                stored.draft().withSentBackReason(Optional.of("住民記録：" + refused.reason())));
        if (!saved) {
          throw new IllegalStateException("draft changed inside a transaction");
        }
      }
      case PushOutcome.Unreachable _ -> {}
    }
  }

  private void move(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, CaseEvent event) {
    CaseFile file = cases.getCaseLocked(connection, town, caseId);
    if (file.status() == CaseStatus.CONFIRMED
        && !(cases.move(connection, file, event, ACTOR) instanceof MoveOutcome.Moved)) {
      throw new IllegalStateException("case " + caseId + " could not take " + event);
    }
  }
}
