package jp.frontdesk.fees;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/// A payment as the provider reports it. Nothing is booked before it was compared with the attempt.
///
/// @param id the provider's number of this payment
/// @param reference our key, or the 44 digits of a slip
/// @param amountYen the amount in units of the currency
/// @param currency ISO 4217, `JPY` for yen
/// @param paidAt when the resident paid, by the provider's clock
public record ProviderPayment(
    String id, String reference, long amountYen, String currency, Instant paidAt) {
  private static final String MADE = "file:";

  /// A number of our own for a payment that a file reports without one: the same reference and time
  /// give the same number.
  static String madeId(String reference, Instant paidAt) {
    String text = reference + " " + paidAt;
    return MADE + UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Whether a number is of our own making.
  static boolean isMadeId(String id) {
    return id.startsWith(MADE);
  }

  /// Whether the attempt was paid by this very payment. A payment that a file reported without a
  /// number and that the provider tells of later counts as the same, unless it was taken back.
  boolean isKnownFor(PaymentAttempt attempt) {
    return attempt
        .providerPaymentId()
        .map(known ->
            known.equals(id)
                || (attempt.status() != PaymentStatus.REVERSED && isMadeId(known) != isMadeId(id)))
        .orElse(false);
  }

  /// Whether it is the payment of that attempt: reference, amount and currency fit.
  boolean fits(PaymentAttempt attempt) {
    String expected =
        attempt.channel() == PaymentAttempt.Channel.SLIP
            ? attempt.code().orElse("")
            : attempt.key();
    return reference.equals(expected)
        && amountYen == attempt.amount().amountYen()
        && currency.equals("JPY");
  }
}
