package jp.frontdesk.platform;

/// A password or token that must not appear in a log, an error or a settings print-out.
///
/// @param value the secret itself; call it only where it leaves for its one use
public record Secret(String value) {
  @Override
  public String toString() {
    return "***";
  }
}
