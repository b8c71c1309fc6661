package jp.frontdesk.reading.evidence;

import java.util.OptionalDouble;

/// Readings of one field on demand: each costs some milliseconds, so a rule asks for the next one
/// only while it is in doubt.
public interface Passes {
  /// The fast model without any hint; made anyway when labels were looked for.
  Pass first();

  /// The fast model with only these characters allowed.
  Pass fast(String allowed);

  /// The combined model, the ink this many pixels high.
  Pass combined(int heightPx);

  /// The combined model with only these characters allowed; never for digits, which it writes
  /// ringed.
  Pass combinedOnly(int heightPx, String allowed);

  /// The English model with only these characters allowed.
  Pass english(String allowed);

  /// The width of the print, without wide gaps, in heights of its ink; empty where it is not known.
  default OptionalDouble widthInHeights() {
    return OptionalDouble.empty();
  }

  /// Whether the print is one character wide.
  boolean isOneCharacter();
}
