package jp.frontdesk.kernel;

import java.util.Optional;
import java.util.UUID;

/// The identity of a case 受付案件, random and without meaning. Never shown in a kiosk's address bar.
///
/// @param value a random UUID
public record CaseId(UUID value) {
  /// A new random identity.
  public static CaseId random() {
    return new CaseId(UUID.randomUUID());
  }

  /// Empty when the text is not a UUID.
  public static Optional<CaseId> parse(String text) {
    try {
      return Optional.of(new CaseId(UUID.fromString(text)));
    } catch (IllegalArgumentException notAUuid) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
