package jp.frontdesk.fees.settlement;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.fees.MoneyNotice;

/// How the files of one agent or provider look, `kiosk-config/common/settlement/<id>.yaml` or
/// `kiosk-config/<code>/settlement/<id>.yaml`, where a town's own stands in place of the common
/// one.
///
/// @param id name of its YAML file without the ending
/// @param name as the clerk chooses it
/// @param isExample whether nobody checked it against a contract
/// @param headerLines rows before the first line of data; the last of them names the columns
/// @param isSlip whether the reference is the 44 digits of a slip, else our key of a code
/// @param paymentId the provider's number of the payment
/// @param paidTime empty where `paidOn` holds the time too
/// @param transferOn when the money comes
/// @param kinds what each code of the column `kind` means; an empty meaning is left out
public record SettlementFormat(
    String id,
    String name,
    boolean isExample,
    Charset charset,
    char delimiter,
    int headerLines,
    boolean isSlip,
    Column reference,
    Optional<Column> paymentId,
    Column amount,
    Moment paidOn,
    Optional<Moment> paidTime,
    Optional<Moment> transferOn,
    Column kind,
    Map<String, Optional<MoneyNotice.Kind>> kinds) {
  public SettlementFormat {
    kinds = Map.copyOf(kinds);
  }

  /// Where a value stands.
  public sealed interface Column {
    /// Counts from 1.
    record Position(int number) implements Column {}

    /// By the last heading.
    record Named(String heading) implements Column {}
  }

  /// A column with a date, a time, or both.
  public record Moment(Column column, DateTimeFormatter pattern) {}
}
