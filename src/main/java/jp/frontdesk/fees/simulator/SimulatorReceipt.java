package jp.frontdesk.fees.simulator;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import jp.frontdesk.kernel.Yen;

/// A payment as the app shows it.
///
/// @param id number of the payment
/// @param kind what was scanned
/// @param paidAt date and time in Japan, ready to show
public record SimulatorReceipt(String id, String payee, Yen amount, String kind, String paidAt) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.JAPAN)
          .withZone(ZoneId.of("Asia/Tokyo"));

  static SimulatorReceipt of(SimulatorBook.Payment payment) {
    return new SimulatorReceipt(
        payment.id(),
        payment.payee(),
        new Yen(payment.amountYen()),
        payment.isSlip() ? "払込票" : "QRコード",
        MINUTES.format(payment.paidAt()));
  }
}
