package jp.frontdesk.fees;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// Money that is to go back 還付: asked for by one person, approved by another.
///
/// @param id also the provider's key of the refund
/// @param attemptKey what was paid
/// @param amount everything that came for that attempt
/// @param reason in the words of the person who asked
/// @param askedBy a clerk's account
/// @param decidedBy another clerk's account; empty while nobody decided
public record Refund(
    MunicipalityCode town,
    UUID id,
    String attemptKey,
    UUID invoiceId,
    Yen amount,
    Way way,
    Status status,
    String reason,
    String askedBy,
    Instant askedAt,
    Optional<String> decidedBy,
    Optional<Instant> decidedAt,
    int unansweredChecks) {

  /// How the money goes back.
  public enum Way {
    /// The provider of codes gives it back to the app.
    PROVIDER,
    /// A clerk or the treasurer does: cash, slips, and what the provider will not do.
    BY_HAND
  }

  /// Where a refund stands.
  public enum Status {
    /// A second person has to decide.
    ASKED,
    /// Approved; the provider is asked until it answers.
    APPROVED,
    /// The money went back.
    DONE,
    /// The second person said no.
    DECLINED,
    /// The provider said no.
    FAILED;

    /// Whether another refund of the same payment can still be asked for.
    public boolean isOver() {
      return this == DECLINED || this == FAILED;
    }
  }

  /// The same refund after somebody or the provider decided.
  Refund with(Status next, String decider, Instant at) {
    return new Refund(
        town,
        id,
        attemptKey,
        invoiceId,
        amount,
        way,
        next,
        reason,
        askedBy,
        askedAt,
        decidedBy.or(() -> Optional.of(decider)),
        decidedAt.or(() -> Optional.of(at)),
        unansweredChecks);
  }
}
