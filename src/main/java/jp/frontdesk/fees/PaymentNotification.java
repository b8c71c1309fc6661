package jp.frontdesk.fees;

import jp.frontdesk.kernel.MunicipalityCode;

/// What the provider or the collection agent told us: a hint to go and ask.
///
/// @param id the sender's number of the notification, at most 100 characters; the same for a repeat
/// @param reference our key, or the 44 digits of a slip
public record PaymentNotification(MunicipalityCode town, String id, Kind kind, String reference) {

  /// What it is about.
  public enum Kind {
    /// A code on the screen was paid.
    PAYMENT,
    /// A slip was paid: the agent's quick notice 速報.
    COLLECTION
  }
}
