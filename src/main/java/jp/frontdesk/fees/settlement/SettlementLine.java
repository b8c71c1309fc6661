package jp.frontdesk.fees.settlement;

import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.fees.MoneyNotice;

/// One line of a settlement file.
///
/// @param row counts from 1 over all rows of the file, headings included
/// @param transferOn when the money comes 振込日; empty where the file does not say
public record SettlementLine(int row, MoneyNotice notice, Optional<LocalDate> transferOn) {
  /// What the line adds to the sum of its file: what comes, less what is kept back; a quick notice
  /// and its withdrawal move no money.
  long yen() {
    return switch (notice.kind()) {
      case FINAL -> notice.amountYen();
      case REFUND -> -notice.amountYen();
      case QUICK, WITHDRAWN -> 0;
    };
  }
}
