package jp.frontdesk.fees.simulator;

/// How the simulator misbehaves just now.
///
/// @param slowMs how long every answer to the desk is held back
/// @param losesAnswers does what the desk asks for, but never answers
/// @param failsWith5xx answers every call of the desk with 503 and does nothing
/// @param dropsNotifications never tells the desk of a payment
/// @param repeatsNotifications tells it three times
/// @param chargesWrongAmount charges one yen more than asked
public record SimulatorFaults(
    int slowMs,
    boolean losesAnswers,
    boolean failsWith5xx,
    boolean dropsNotifications,
    boolean repeatsNotifications,
    boolean chargesWrongAmount) {
  /// Everything works.
  public static final SimulatorFaults NONE =
      new SimulatorFaults(0, false, false, false, false, false);

  /// Whether anything is switched on.
  public boolean isAny() {
    return !equals(NONE);
  }
}
