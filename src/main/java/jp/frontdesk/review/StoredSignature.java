package jp.frontdesk.review;

import java.time.Instant;
import java.util.Optional;

/// How the notifier 届出人 of a case signs.
///
/// @param signed what was signed on a screen; empty when the person chose paper
/// @param origin where
/// @param at when
public record StoredSignature(Optional<SignedContent> signed, Origin origin, Instant at) {
  /// Where somebody signed.
  public enum Origin {
    /// Alone at the kiosk.
    KIOSK,
    /// At the counter, on a tablet handed over it.
    DESK
  }
}
