package jp.frontdesk.fees;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// Keeps notifications as they come, once each, and acts on them by asking the provider. What was
/// kept but not acted on, because the desk was killed or the provider silent, is taken up again by
/// the poller.
public final class PaymentNotices {
  private final Database database;
  private final Cashier cashier;
  private final InstantSource clock;
  private final NotificationStore store = new NotificationStore();

  /// @param cashier asks and books
  public PaymentNotices(Database database, Cashier cashier, InstantSource clock) {
    this.database = database;
    this.cashier = cashier;
    this.clock = clock;
  }

  /// Whether this installation serves the town.
  boolean isServed(MunicipalityCode town) {
    return cashier.isServed(town);
  }

  /// Keeps a notification; false where it came before and nothing has to be done.
  boolean keep(PaymentNotification notification, String body) {
    return database.inTown(
        notification.town(), c -> store.insert(c, notification, body, clock.instant()));
  }

  /// Asks the provider about what the notification names and books the answer. Left for later where
  /// the provider does not answer.
  void settle(PaymentNotification notification) {
    Optional<PaymentAttempt> attempt = cashier.attemptOf(notification);
    if (attempt.isEmpty()) {
      close(notification, "NO_SUCH_CODE");
      return;
    }
    PaymentAttempt after = cashier.refresh(attempt.get(), "notification");
    if (after.unansweredChecks() == 0) {
      close(notification, after.status().name());
    }
  }

  /// Takes kept notifications that are due.
  List<PaymentNotification> leaseDue(int most, int leaseSeconds) {
    return database.acrossTowns(
        c -> store.leaseDue(c, clock.instant(), clock.instant().plusSeconds(leaseSeconds), most));
  }

  private void close(PaymentNotification notification, String outcome) {
    database.runInTown(
        notification.town(), c -> store.close(c, notification, outcome, clock.instant()));
  }
}
