package jp.frontdesk.server;

import java.util.Optional;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.code.BarSize;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.fees.code.CollectionCode;

/// The codes of a fee as pictures for a page.
final class Codes {
  private static final double QR_MM = 46;
  private static final double BAR_MM = 12;

  private Codes() {}

  /// The code of a payment slip for a page.
  ///
  /// @param digits the two printed lines as one text for people
  record Slip(String svg, String digits) {}

  static String qrSvg(String text) {
    return CodeDrawing.ofQr(text, QR_MM).svg("支払い用のQRコード");
  }

  /// A QR code that says a text, for phones.
  static String takeAlongSvg(String text, double mm) {
    return CodeDrawing.ofQr(text, mm).svg("QR");
  }

  static Optional<Slip> slipOf(Cashier.SlipOutcome outcome) {
    return switch (outcome) {
      case Cashier.SlipOutcome.None _ -> Optional.empty();
      case Cashier.SlipOutcome.Ready ready ->
          Optional.of(
              new Slip(
                  CodeDrawing.ofBars(ready.code(), new BarSize(600, 4), BAR_MM).svg("払込票のバーコード"),
                  digitsOf(ready.code())));
    };
  }

  private static String digitsOf(CollectionCode code) {
    return code.digits().replaceAll("(.{4})(?=.)", "$1 ");
  }
}
