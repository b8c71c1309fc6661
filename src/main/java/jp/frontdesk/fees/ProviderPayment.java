package jp.frontdesk.fees;

import java.time.Instant;

/// A payment as the provider reports it. Nothing is booked before it was compared with the attempt.
///
/// @param id the provider's number of this payment
/// @param reference our key, or the 44 digits of a slip
/// @param amountYen the amount in units of the currency
/// @param currency ISO 4217, `JPY` for yen
/// @param paidAt when the resident paid, by the provider's clock
public record ProviderPayment(
    String id, String reference, long amountYen, String currency, Instant paidAt) {
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
