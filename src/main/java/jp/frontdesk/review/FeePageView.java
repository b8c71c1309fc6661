package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The money of one case at the desk (`desk/fee.jte`): lines, payments, refunds. Every form posts
/// below `{path}/fee`.
///
/// @param path of the case
/// @param reception number of the case
/// @param messages what a person should know now
/// @param fee as on the page of the case
/// @param lines what the fee is made of, with the grounds on which each may cost nothing
/// @param paper the file below `{path}/fee` that can be printed now, the ticket of what is due or
///   the receipt of what was paid; blank when there is none
/// @param paperLabel its name in words
/// @param ticketProblem what is wrong with the ticket number that was sent; blank when nothing is
/// @param payments everything that was tried and that money came for, the oldest first
/// @param refunds the oldest first
public record FeePageView(
    PageFrame frame,
    String path,
    String reception,
    List<CaseView.Message> messages,
    CaseView.Fee fee,
    List<Line> lines,
    String paper,
    String paperLabel,
    String ticketProblem,
    List<Payment> payments,
    List<RefundLine> refunds) {
  public FeePageView {
    messages = List.copyOf(messages);
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    refunds = List.copyOf(refunds);
  }

  /// One kind of certificate. `{path}/fee/exempt` takes its `item` and a `ground`, blank to take
  /// the exemption back.
  ///
  /// @param label with the exemption, if there is one
  /// @param grantedBy who exempted it; blank where nobody did
  /// @param grounds that the reader may choose from; empty once it is paid
  public record Line(
      String item,
      String label,
      int copies,
      long amountYen,
      String grantedBy,
      List<Ground> grounds) {
    public Line {
      grounds = List.copyOf(grounds);
    }
  }

  /// A ground on which a certificate costs nothing.
  public record Ground(String key, String name) {}

  /// One payment. `{path}/fee/refund` and `{path}/fee/accept` take its `attempt`.
  ///
  /// @param attempt its key
  /// @param way how it was paid, in words
  /// @param state in words
  /// @param amountYen what came
  /// @param at when, in words; blank where nobody knows
  /// @param number of the register's ticket or of the provider; blank where there is none
  /// @param canRefund whether a refund can be asked for
  /// @param canAccept whether it can be taken for the fee
  public record Payment(
      String attempt,
      String way,
      StateView state,
      long amountYen,
      String at,
      String number,
      boolean canRefund,
      boolean canAccept) {}

  /// One refund. `{path}/fee/approve` and `{path}/fee/decline` take its `refund`.
  ///
  /// @param id of the refund
  /// @param way how the money goes back, in words
  /// @param state in words
  /// @param reason as the person wrote it who asked
  /// @param people who asked and who decided, when, in words
  /// @param canDecide whether the reader may approve or decline it
  /// @param note why not, or what to do before; may be blank
  public record RefundLine(
      String id,
      String way,
      StateView state,
      long amountYen,
      String reason,
      String people,
      boolean canDecide,
      String note) {}
}
