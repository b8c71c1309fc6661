package jp.frontdesk.review;

import io.vertx.sqlclient.SqlConnection;
import jp.frontdesk.cases.MovingInRecord;

/// What has to happen in the very transaction of a confirmation, e.g. the row of the registry's
/// outbox.
@FunctionalInterface
public interface ConfirmListener {
  /// A throw undoes the confirmation.
  void onConfirmed(SqlConnection connection, Confirmed<MovingInRecord> confirmed);
}
