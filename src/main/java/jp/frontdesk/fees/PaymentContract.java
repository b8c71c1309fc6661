package jp.frontdesk.fees;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.fees.code.BarSize;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// How a town may be paid, `kiosk-config/<code>/payment.yaml`: its contract with the collection
/// agent 収納代行 (company code, meaning of the free field, limit), the printer of its slips, and the
/// apps. Company code and free field belong to the agent or the town, so nothing of them is in the
/// code.
///
/// @param town whose contract it is
/// @param payee as the resident reads it on slip and app
/// @param companyCode six digits 請求書発行企業コード
/// @param freeField parts of the 21 digits 自由使用欄, left to right
/// @param isReissueDigitOurs whether the desk counts re-issues in digit 29; else it stays 0
/// @param limit the most that one slip may ask
/// @param dueDays days from the invoice to the last day to pay
/// @param isDueDateInCode whether the code carries the last day; else it says 999999, none
/// @param textMask digits below the bars, see {@link CollectionCode#humanReadable}
/// @param barSize size of the bars on the town's printer
/// @param ticketDpi dots per inch of the 80 mm printer that prints QR codes, never the bars
/// @param codeMinutes how long a dynamic code is offered on the screen, in minutes
/// @param apps which apps read the slip, with their dates
public record PaymentContract(
    MunicipalityCode town,
    String payee,
    String companyCode,
    List<FreeFieldPart> freeField,
    boolean isReissueDigitOurs,
    Yen limit,
    int dueDays,
    boolean isDueDateInCode,
    String textMask,
    BarSize barSize,
    int ticketDpi,
    int codeMinutes,
    List<App> apps) {

  public PaymentContract {
    freeField = List.copyOf(freeField);
    apps = List.copyOf(apps);
  }

  /// Where the digits of one part of the free field come from.
  public enum Source {
    /// The same digits on every slip.
    FIXED,
    /// The six digits of the town.
    MUNICIPALITY_CODE,
    /// The western year in which the Japanese fiscal year of the invoice starts.
    FISCAL_YEAR,
    /// The number of the invoice, zeros in front.
    INVOICE_NUMBER
  }

  /// One part of the free field.
  ///
  /// @param length digits
  /// @param digits the digits of a `FIXED` part, else empty
  public record FreeFieldPart(String name, int length, Source source, String digits) {}

  /// An app that reads the slip while its contract runs.
  ///
  /// @param until last day; empty while it goes on
  public record App(String name, LocalDate from, Optional<LocalDate> until) {
    /// Whether the app can be used on a day.
    public boolean isOfferedOn(LocalDate day) {
      return !day.isBefore(from) && until.map(last -> !day.isAfter(last)).orElse(true);
    }
  }

  /// Reads and checks a whole file.
  public static Loaded<PaymentContract> load(Path file) {
    List<String> faults = new ArrayList<>();
    Optional<PaymentContract> contract =
        TownYaml.open(file, faults).map(top -> new PaymentContractReader(top).read());
    return faults.isEmpty() && contract.isPresent()
        ? new Loaded.Good<>(contract.get())
        : new Loaded.Faulty<>(faults);
  }

  /// The apps that can pay a slip on a day.
  public List<App> appsOn(LocalDate day) {
    return apps.stream().filter(app -> app.isOfferedOn(day)).toList();
  }

  /// The code of an invoice's slip, or why there is none.
  ///
  /// @param fiscalYear western year of the invoice's fiscal year
  /// @param invoiceNumber counts within town and fiscal year
  /// @param reissue how often the slip was made anew; without effect where the digit is the agent's
  public CollectionCode.Outcome codeFor(
      int fiscalYear, long invoiceNumber, int reissue, LocalDate dueOn, Yen amount) {
    if (amount.compareTo(limit) > 0) {
      return new CollectionCode.Outcome.Refused(
          "金額が" + limit + "を超えるため、払込票のバーコードは使えません。窓口でお支払いください。");
    }
    StringBuilder free = new StringBuilder();
    for (FreeFieldPart part : freeField) {
      free.append(digitsOf(part, fiscalYear, invoiceNumber));
    }
    return CollectionCode.compose(
        companyCode,
        free.toString(),
        isReissueDigitOurs ? reissue : 0,
        isDueDateInCode ? Optional.of(dueOn) : Optional.empty(),
        false,
        amount);
  }

  /// Whether a code was made under this contract, as far as its fixed digits tell. Public money
  /// never asks for a revenue stamp.
  public boolean isOurs(CollectionCode code) {
    if (!code.companyCode().equals(companyCode) || code.hasStamp()) {
      return false;
    }
    int at = 0;
    for (FreeFieldPart part : freeField) {
      String digits = code.freeField().substring(at, at + part.length());
      at += part.length();
      boolean isConstant =
          part.source() == Source.FIXED || part.source() == Source.MUNICIPALITY_CODE;
      if (isConstant && !digits.equals(digitsOf(part, 0, 0))) {
        return false;
      }
    }
    return true;
  }

  private String digitsOf(FreeFieldPart part, int fiscalYear, long invoiceNumber) {
    return switch (part.source()) {
      case FIXED -> part.digits();
      case MUNICIPALITY_CODE -> town.digits();
      case FISCAL_YEAR -> "%04d".formatted(fiscalYear);
      case INVOICE_NUMBER -> ("%0" + part.length() + "d").formatted(invoiceNumber);
    };
  }
}
