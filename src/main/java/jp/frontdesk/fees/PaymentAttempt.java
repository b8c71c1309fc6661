package jp.frontdesk.fees;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// One way by which an invoice may be paid: a slip, a code on the screen, or cash.
///
/// @param key our key and the provider's, at most 64 characters; made before the provider is called
/// @param version counts the changes of status, for optimistic locking
/// @param code the 44 digits of a slip, or the text of the QR code; empty until there is one
/// @param expiresAt when the screen stops offering it; empty for cash
/// @param providerPaymentId the provider's number of the payment, once there is one
/// @param paidAt when the resident paid, by the provider's clock
/// @param unansweredChecks how often in a row the provider did not answer
public record PaymentAttempt(
    MunicipalityCode town,
    String key,
    UUID invoiceId,
    CaseId caseId,
    Channel channel,
    Yen amount,
    PaymentStatus status,
    int version,
    Optional<String> code,
    Optional<Instant> expiresAt,
    Optional<String> providerPaymentId,
    Optional<Instant> paidAt,
    Instant createdAt,
    int unansweredChecks) {

  /// How the money comes.
  public enum Channel {
    /// A payment slip 払込票 with the GS1-128 code, paid in a shop or an app.
    SLIP,
    /// A QR code of this one payment, shown on a screen.
    DYNAMIC_CODE,
    /// Cash at the counter.
    CASH
  }

  /// An attempt nobody was told of yet.
  static PaymentAttempt created(
      Invoice invoice,
      String key,
      Channel channel,
      Optional<String> code,
      Optional<Instant> expiresAt,
      Instant at) {
    return new PaymentAttempt(
        invoice.town(),
        key,
        invoice.id(),
        invoice.caseId(),
        channel,
        invoice.total(),
        PaymentStatus.CREATED,
        1,
        code,
        expiresAt,
        Optional.empty(),
        Optional.empty(),
        at,
        0);
  }

  /// A new key: the town, so that a notification finds its way, and a random part.
  static String newKey(MunicipalityCode town) {
    return town.digits() + "-" + UUID.randomUUID();
  }

  /// Whether its time on the screen is over.
  boolean isOver(Instant now) {
    return expiresAt.map(end -> !now.isBefore(end)).orElse(false);
  }

  /// The same attempt after a move.
  PaymentAttempt withStatus(PaymentStatus next) {
    return copy(next, version + 1, code, expiresAt, providerPaymentId, paidAt);
  }

  /// The same attempt with what the resident can pay.
  PaymentAttempt withCode(String text, Instant endsAt) {
    return copy(status, version, Optional.of(text), Optional.of(endsAt), providerPaymentId, paidAt);
  }

  /// The same attempt with what was paid.
  PaymentAttempt withPayment(String paymentId, Instant at) {
    return copy(status, version, code, expiresAt, Optional.of(paymentId), Optional.of(at));
  }

  /// The same attempt after so many calls in a row without an answer.
  PaymentAttempt withUnansweredChecks(int count) {
    return new PaymentAttempt(
        town,
        key,
        invoiceId,
        caseId,
        channel,
        amount,
        status,
        version,
        code,
        expiresAt,
        providerPaymentId,
        paidAt,
        createdAt,
        count);
  }

  private PaymentAttempt copy(
      PaymentStatus newStatus,
      int newVersion,
      Optional<String> newCode,
      Optional<Instant> newExpiresAt,
      Optional<String> newPaymentId,
      Optional<Instant> newPaidAt) {
    return new PaymentAttempt(
        town,
        key,
        invoiceId,
        caseId,
        channel,
        amount,
        newStatus,
        newVersion,
        newCode,
        newExpiresAt,
        newPaymentId,
        newPaidAt,
        createdAt,
        unansweredChecks);
  }
}
