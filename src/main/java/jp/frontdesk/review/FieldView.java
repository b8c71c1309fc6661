package jp.frontdesk.review;

import java.util.List;
import java.util.stream.Stream;
import jp.frontdesk.kernel.FieldKind;

/// One value beside its image, at the kiosk and at the desk. Its input is named as the path, e.g.
/// `members[0].name`; a field that is not sent keeps its value.
///
/// @param path the stable path, e.g. `members[0].name`
/// @param label the Japanese word, e.g. 氏名
/// @param who whose field it is, e.g. 1人目 見本　花子; blank for a field of the whole paper
/// @param kind how its text is built, decides the keys shown
/// @param value as it is now; for a secret number at the desk blank until revealed
/// @param secret how a secret number is hidden
/// @param cropUrl the image of the printed field; blank when there is none
/// @param origin who gave the value
/// @param doubt why the value is doubtful, in plain words; blank when it is not doubtful
/// @param isSettled whether a person already looked at a doubtful value and accepted or changed it
/// @param candidates other readings, most likely first, e.g. variant characters; may be empty
/// @param choices the closed list of values; empty for free text
/// @param problem why the value cannot stay so, in plain words; blank when it can
public record FieldView(
    String path,
    String label,
    String who,
    FieldKind kind,
    String value,
    Secret secret,
    String cropUrl,
    Origin origin,
    String doubt,
    boolean isSettled,
    List<String> candidates,
    List<String> choices,
    String problem) {
  public FieldView {
    candidates = List.copyOf(candidates);
    choices = List.copyOf(choices);
  }

  /// Who gave a value.
  public enum Origin {
    PAPER("紙"),
    RESIDENT("本人"),
    CLERK("職員"),
    NONE("");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /// The word shown to clerks.
    public String label() {
      return label;
    }
  }

  /// How a number that must not be seen by others is hidden.
  ///
  /// @param isSecret whether the value is hidden until asked for
  /// @param masked what is shown instead, e.g. ●●●●-●●●●-●●34
  public record Secret(boolean isSecret, String masked) {
    /// A value that everybody at the screen may see.
    public static Secret open() {
      return new Secret(false, "");
    }

    /// A hidden value.
    public static Secret masked(String masked) {
      return new Secret(true, masked);
    }
  }

  /// Whether somebody has to look at it: doubtful and not settled, or wrong.
  public boolean needsLook() {
    return (!doubt.isBlank() && !isSettled) || !problem.isBlank();
  }

  /// Whether there is nothing on the paper and nothing was typed.
  public boolean isBlank() {
    return value.isBlank() && !secret.isSecret();
  }

  /// The id of its input in the page.
  public String domId() {
    return "f-" + path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  /// Which touch keys help with it: `kana`, `number`, `code` or blank for none.
  public String pad() {
    return switch (kind) {
      case KANA -> "kana";
      case DIGITS -> "number";
      case CODE -> "code";
      case DATE -> "date";
      case NAME, ADDRESS, CHOICE, TEXT -> "";
    };
  }

  /// Whether the value is set in the font that has every variant of a character.
  public boolean isSetInMincho() {
    return switch (kind) {
      case NAME, ADDRESS -> true;
      case KANA, DATE, DIGITS, CODE, CHOICE, TEXT -> false;
    };
  }

  /// Whether the value is as long as an address, so that it takes a line of its own.
  public boolean isLong() {
    return kind == FieldKind.ADDRESS;
  }

  /// The choices, with the present value added when the list does not have it.
  public List<String> choicesWithValue() {
    if (value.isBlank() || choices.contains(value)) {
      return choices;
    }
    return Stream.concat(choices.stream(), Stream.of(value)).toList();
  }
}
