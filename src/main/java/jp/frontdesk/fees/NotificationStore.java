package jp.frontdesk.fees;

import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.MunicipalityCode;

/// SQL of what the provider told us. Every method works inside the caller's transaction.
final class NotificationStore {

  /// Keeps a notification as it came; false where it came before.
  boolean insert(SqlConnection c, PaymentNotification notification, String body, Instant at) {
    return c.preparedQuery(
                """
                insert into payment_notification (municipality_code, notification_id, kind,
                       reference, body, received_at, next_try_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict do nothing
                """)
            .execute(
                Tuple.of(
                    notification.town().digits(),
                    notification.id(),
                    notification.kind().name(),
                    notification.reference(),
                    body,
                    at.atOffset(ZoneOffset.UTC),
                    at.plusSeconds(5).atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount()
        == 1;
  }

  /// Takes notifications of any town that were not dealt with, e.g. because the desk was killed.
  List<PaymentNotification> leaseDue(SqlConnection c, Instant now, Instant until, int most) {
    List<PaymentNotification> due = new ArrayList<>();
    c.preparedQuery(
            """
            update payment_notification set next_try_at = $2
             where (municipality_code, notification_id) in (
                   select municipality_code, notification_id from payment_notification
                    where handled_at is null and next_try_at <= $1
                    order by next_try_at limit $3
                      for update skip locked)
            returning municipality_code, notification_id, kind, reference
            """)
        .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), until.atOffset(ZoneOffset.UTC), most))
        .await()
        .forEach(row ->
            due.add(
                new PaymentNotification(
                    new MunicipalityCode(row.getString(0)),
                    row.getString(1),
                    PaymentNotification.Kind.valueOf(row.getString(2)),
                    row.getString(3))));
    return due;
  }

  /// Notes what came of it; it is not looked at again.
  void close(SqlConnection c, PaymentNotification notification, String outcome, Instant at) {
    c.preparedQuery(
            """
            update payment_notification set handled_at = $3, outcome = $4
             where municipality_code = $1 and notification_id = $2 and handled_at is null
            """)
        .execute(
            Tuple.of(
                notification.town().digits(),
                notification.id(),
                at.atOffset(ZoneOffset.UTC),
                outcome))
        .await();
  }
}
