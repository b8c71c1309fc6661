package jp.frontdesk.fees.simulator;

import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.kernel.Yen;

/// What a resident is about to pay, as the app shows it.
///
/// @param text what was scanned or pasted; posted back with the payment
/// @param payee who is paid
/// @param amount how much
/// @param kind what was scanned: 払込票 or QRコード
/// @param dueOn last day to pay; empty where there is none
public record SimulatorBill(
    String text, String payee, Yen amount, String kind, Optional<LocalDate> dueOn) {

  /// What came of a scan.
  public sealed interface Outcome {
    /// It can be paid.
    record Payable(SimulatorBill bill) implements Outcome {}

    /// It cannot; `message` is one or two Japanese sentences.
    record Refused(String message) implements Outcome {}
  }
}
