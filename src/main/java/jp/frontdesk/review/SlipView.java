package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The reception slip 受付票 (`kiosk/slip.jte`). It listens to `/events/slip`: an event `payment`
/// carries a new `kiosk/payment.jte`.
///
/// @param frame what surrounds the page
/// @param receptionNumber shown very large
/// @param receivedAt when, in words
/// @param waiting how long it takes, in words, e.g. およそ20分
/// @param steps what happens next, in order
/// @param payment the fee and its codes
public record SlipView(
    PageFrame frame,
    String receptionNumber,
    String receivedAt,
    String waiting,
    List<Step> steps,
    Payment payment) {
  public SlipView {
    steps = List.copyOf(steps);
  }

  /// One thing that happens next.
  ///
  /// @param title a few words
  /// @param text one sentence
  public record Step(String title, String text) {}

  /// The fee; the single parameter of `kiosk/payment.jte`.
  ///
  /// @param lines what it is made of; empty when nothing is due
  /// @param amountYen what is due in all
  /// @param isPaid whether it is paid
  /// @param paidAt when, in words; blank until paid
  /// @param qrSvg the code for a payment app as SVG made by us; blank when there is none
  /// @param slipSvg the GS1-128 code 料金代理収納 as SVG made by us; blank when there is none
  /// @param slipNumber the digits of that code in groups, for people; blank when there is none
  /// @param payUntil the last moment to pay, in words; may be blank
  public record Payment(
      List<Line> lines,
      long amountYen,
      boolean isPaid,
      String paidAt,
      String qrSvg,
      String slipSvg,
      String slipNumber,
      String payUntil) {
    public Payment {
      lines = List.copyOf(lines);
    }

    /// Nothing is due.
    public static Payment free() {
      return new Payment(List.of(), 0, false, "", "", "", "", "");
    }
  }

  /// One line of the fee.
  ///
  /// @param label e.g. 住民票の写し
  /// @param copies how many
  /// @param amountYen for all copies together
  public record Line(String label, int copies, long amountYen) {}
}
