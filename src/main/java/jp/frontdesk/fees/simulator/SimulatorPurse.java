package jp.frontdesk.fees.simulator;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import jp.frontdesk.fees.PaymentContract;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.kernel.Yen;

/// The app's purse: understands what a camera or a hand scanner gave, and pays it once.
final class SimulatorPurse {
  /// The path of a code's address; the code's number follows.
  static final String CODE_PATH = "/app/code/";

  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

  private final SimulatorBook book;
  private final SimulatorPayees payees;
  private final AtomicReference<SimulatorFaults> faults;
  private final InstantSource clock;

  SimulatorPurse(
      SimulatorBook book,
      SimulatorPayees payees,
      AtomicReference<SimulatorFaults> faults,
      InstantSource clock) {
    this.book = book;
    this.payees = payees;
    this.faults = faults;
    this.clock = clock;
  }

  /// What the scanned text asks to pay.
  SimulatorBill.Outcome billOf(String text) {
    String trimmed = text.strip();
    if (trimmed.isEmpty()) {
      return new SimulatorBill.Outcome.Refused("コードが読み取れていません。読み取るか、入力してください。");
    }
    return trimmed.contains(CODE_PATH) ? billOfCode(trimmed) : billOfSlip(trimmed);
  }

  /// Takes the money; empty where it can no longer be paid, which {@link #billOf} then explains.
  Optional<SimulatorBook.Payment> pay(SimulatorBill bill) {
    Instant now = clock.instant();
    SimulatorFaults on = faults.get();
    SimulatorBook.Money money =
        new SimulatorBook.Money(
            bill.amount().amountYen() + (on.has(SimulatorFault.CHARGES_WRONG_AMOUNT) ? 1 : 0),
            on.has(SimulatorFault.CHARGES_WRONG_CURRENCY) ? "USD" : "JPY");
    Optional<SimulatorBook.Code> code = codeOf(bill.text());
    if (code.isPresent()) {
      return book.payCode(code.get(), money, takesLate(), now);
    }
    if (CollectionCode.parse(bill.text())
        instanceof CollectionCode.Outcome.Valid(CollectionCode slip)) {
      return payees
          .findPayee(slip)
          .flatMap(payee ->
              book.paySlip(slip.digits(), payee.town().digits(), payee.payee(), money, now));
    }
    return Optional.empty();
  }

  private SimulatorBill.Outcome billOfCode(String text) {
    Optional<SimulatorBook.Code> found = codeOf(text);
    if (found.isEmpty()) {
      return new SimulatorBill.Outcome.Refused("このQRコードは、このアプリでは使えません。");
    }
    SimulatorBook.Code code = found.get();
    if (book.findPayment(code.key()).isPresent()) {
      return new SimulatorBill.Outcome.Refused("このQRコードはお支払い済みです。二重にお支払いになることはありません。");
    }
    if (!takesLate() && !code.isOpen(clock.instant())) {
      return new SimulatorBill.Outcome.Refused(
          "このQRコードは有効期限が切れたか、取り消されています。窓口の画面で新しいコードを表示してください。");
    }
    return new SimulatorBill.Outcome.Payable(
        new SimulatorBill(
            text, code.payee(), new Yen(code.amountYen()), "QRコード", Optional.empty()));
  }

  private SimulatorBill.Outcome billOfSlip(String text) {
    return switch (CollectionCode.parse(text)) {
      case CollectionCode.Outcome.Refused(String reason) ->
          new SimulatorBill.Outcome.Refused(reason);
      case CollectionCode.Outcome.Valid(CollectionCode code) -> billOfSlip(code);
    };
  }

  private SimulatorBill.Outcome billOfSlip(CollectionCode code) {
    Optional<PaymentContract> payee = payees.findPayee(code);
    if (payee.isEmpty()) {
      return new SimulatorBill.Outcome.Refused("この払込票の収納先は、このアプリに登録されていません。");
    }
    if (book.findPayment(code.digits()).isPresent()) {
      return new SimulatorBill.Outcome.Refused("この払込票はお支払い済みです。二重にお支払いになることはありません。");
    }
    LocalDate today = clock.instant().atZone(ZONE).toLocalDate();
    if (!takesLate() && code.dueOn().map(today::isAfter).orElse(false)) {
      return new SimulatorBill.Outcome.Refused("この払込票は支払期限を過ぎています。窓口でご相談ください。");
    }
    return new SimulatorBill.Outcome.Payable(
        new SimulatorBill(code.digits(), payee.get().payee(), code.amount(), "払込票", code.dueOn()));
  }

  private boolean takesLate() {
    return faults.get().has(SimulatorFault.TAKES_LATE_PAYMENTS);
  }

  private Optional<SimulatorBook.Code> codeOf(String text) {
    try {
      String path = Optional.ofNullable(new URI(text.strip()).getPath()).orElse("");
      return path.startsWith(CODE_PATH)
          ? book.findCodeById(path.substring(CODE_PATH.length()))
          : Optional.empty();
    } catch (URISyntaxException notAnAddress) {
      return Optional.empty();
    }
  }
}
