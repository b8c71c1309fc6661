package jp.frontdesk.registry;

import io.vertx.sqlclient.SqlConnection;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// Moves the case when its record is settled.
@FunctionalInterface
public interface OutcomeListener {
  /// Called in the transaction, as that town, that settles the outbox row; a throw undoes both, and
  /// the outcome is found again later by reading back. `Accepted` and `Refused` are told once they
  /// are known. `Unreachable` is told only when the last try is used up and the record has been set
  /// aside until [OutboxStore#requeue] is called.
  void onOutcome(
      SqlConnection connection, MunicipalityCode town, CaseId caseId, PushOutcome outcome);
}
