package jp.frontdesk.platform;

/// Sealed bytes did not open: another town, case or field than they were sealed for, a wrong key,
/// or bytes that were changed. The message never says more, and nothing of the content.
public final class CouldNotOpenException extends RuntimeException {
  CouldNotOpenException() {
    super("sealed bytes could not be opened");
  }
}
