package jp.frontdesk.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an account is for 権限. One account has one: whoever sees residents' papers neither keeps the
/// accounts nor reads the records of colleagues, so a person with two tasks has two accounts.
public enum Role {
  /// Works on cases 窓口職員.
  CLERK("窓口職員"),
  /// Works on cases and decides what a second person has to 係長.
  SUPERVISOR("係長"),
  /// Reads who did what, without the content of cases 監査.
  AUDITOR("監査"),
  /// Keeps accounts and settings, without the content of cases 管理者.
  ADMINISTRATOR("管理者");

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /// The role in words for pages.
  public String label() {
    return label;
  }

  /// The role as files and forms write it, e.g. `clerk`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The role of a key.
  public static Optional<Role> parse(String key) {
    return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst();
  }
}
