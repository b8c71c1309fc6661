package jp.frontdesk.fees;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// What a case owes 納付: lines and prices frozen when it was made, with the version of the fee table
/// they come from.
///
/// @param fiscalYear western year in which the Japanese fiscal year of the issue starts
/// @param number counts from 1 within town and fiscal year, without gaps
/// @param dueOn last day to pay
/// @param lines one for each kind of certificate; none where nothing is wanted
/// @param total the sum of the lines
/// @param version counts the changes of status, for optimistic locking
public record Invoice(
    MunicipalityCode town,
    UUID id,
    CaseId caseId,
    int fiscalYear,
    long number,
    String feeTableVersion,
    LocalDate issuedOn,
    LocalDate dueOn,
    List<Line> lines,
    Yen total,
    Status status,
    int version) {

  public Invoice {
    lines = List.copyOf(lines);
    if (!lines.stream().map(Line::amount).reduce(Yen.ZERO, Yen::plus).equals(total)) {
      throw new IllegalArgumentException("the lines do not add up to the total");
    }
  }

  /// Where an invoice stands.
  public enum Status {
    /// Not paid yet.
    DUE,
    /// Everything on it is free.
    NOTHING_DUE,
    /// Paid and booked.
    PAID,
    /// Replaced or no longer wanted; money for it is a surplus.
    WITHDRAWN,
    /// Paid, and the money went back 還付.
    REFUNDED
  }

  /// What happens to an invoice.
  public enum Event {
    /// One attempt brought the exact amount.
    PAYMENT_BOOKED,
    /// The resident wants something else.
    WITHDRAWN,
    /// The money went back.
    REFUND_BOOKED,
    /// The agent took its notice of the payment back 速報取消.
    NOTICE_WITHDRAWN
  }

  /// The one table of an invoice's changes of status.
  ///
  /// @throws IllegalStateException for every change that is not in it
  public static Status next(Status status, Event event) {
    boolean isLegal =
        switch (event) {
          case PAYMENT_BOOKED -> status == Status.DUE;
          case WITHDRAWN ->
              status == Status.DUE || status == Status.NOTHING_DUE || status == Status.REFUNDED;
          case REFUND_BOOKED, NOTICE_WITHDRAWN -> status == Status.PAID;
        };
    if (!isLegal) {
      throw new IllegalStateException("an invoice " + status + " cannot be " + event);
    }
    return switch (event) {
      case PAYMENT_BOOKED -> Status.PAID;
      case WITHDRAWN -> Status.WITHDRAWN;
      case REFUND_BOOKED -> Status.REFUNDED;
      case NOTICE_WITHDRAWN -> Status.DUE;
    };
  }

  /// One kind of certificate.
  ///
  /// @param item key of the fee table
  /// @param unitPrice zero where it is exempt
  /// @param revenueAccount 歳入科目
  /// @param exemption why it costs nothing 免除; empty where it is paid for or free for everybody
  public record Line(
      String item,
      String name,
      String unit,
      int copies,
      Yen unitPrice,
      String revenueAccount,
      String legalBasis,
      Optional<Exemption> exemption) {
    /// A line that nobody was exempted from.
    public Line(
        String item,
        String name,
        String unit,
        int copies,
        Yen unitPrice,
        String revenueAccount,
        String legalBasis) {
      this(item, name, unit, copies, unitPrice, revenueAccount, legalBasis, Optional.empty());
    }

    /// Price times copies.
    public Yen amount() {
      return unitPrice.times(copies);
    }
  }

  /// That a line costs nothing.
  ///
  /// @param key of the fee table
  /// @param name as it was when it was granted
  /// @param grantedBy a clerk's account
  public record Exemption(String key, String name, String grantedBy) {}

  /// The number as people read it: fiscal year and number.
  public String displayNumber() {
    return "%d-%06d".formatted(fiscalYear, number);
  }

  /// The western year in which the fiscal year of a day starts: April to March.
  static int fiscalYearOf(LocalDate day) {
    return day.getMonthValue() >= 4 ? day.getYear() : day.getYear() - 1;
  }
}
