package jp.frontdesk.review;

import java.util.List;
import java.util.Optional;

/// One value of a case before it is confirmed: what the paper says, and what people made of it.
///
/// @param text the value now
/// @param origin who gave the value now
/// @param readText what the reader made of the paper; empty when the paper has no such field
/// @param doubtful whether a person still has to look at it
/// @param reasons why, in plain Japanese
/// @param candidates other values it may be
/// @param place where it stands on the paper
public record DraftValue(
    String text,
    Origin origin,
    Optional<String> readText,
    boolean doubtful,
    List<String> reasons,
    List<String> candidates,
    Optional<Place> place) {
  /// Who gave a value.
  public enum Origin {
    /// The reader, from the paper.
    PAPER("紙"),
    /// The resident at the kiosk.
    RESIDENT("本人"),
    /// A clerk.
    CLERK("職員");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /// The word shown to clerks.
    public String label() {
      return label;
    }
  }

  /// A place on one of the case's page pictures, as fractions of its width and height.
  ///
  /// @param page from 1 in the order of the case
  /// @param cropPath the field's path within its page, which names its crop
  public record Place(int page, double x, double y, double width, double height, String cropPath) {}

  public DraftValue {
    reasons = List.copyOf(reasons);
    candidates = List.copyOf(candidates);
  }

  /// The value as a person leaves it.
  ///
  /// @param compared whether a clerk compared it with the paper; only that, or a clerk's own
  ///   change, ends a doubt
  public DraftValue changedBy(Origin who, String newText, boolean compared) {
    boolean same = newText.equals(text);
    boolean settled = who == Origin.CLERK && (compared || !same);
    return new DraftValue(
        newText, same ? origin : who, readText, doubtful && !settled, reasons, candidates, place);
  }

  /// A value that a person gave and the paper lacks.
  public static DraftValue given(Origin who, String text) {
    return new DraftValue(
        text, who, Optional.empty(), false, List.of(), List.of(), Optional.empty());
  }

  @Override
  public String toString() {
    return "DraftValue[" + origin + (doubtful ? ", doubtful" : "") + "]";
  }
}
