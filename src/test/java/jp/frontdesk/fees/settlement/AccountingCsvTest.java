package jp.frontdesk.fees.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The file for accounting says what is in it, and no name of an account does anything in a
/// spreadsheet.
class AccountingCsvTest {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

  private static byte[] file(Charset charset, String accountName) {
    return AccountingCsv.of(
        new DayCloses.Closed(
            new DayClose(DAY, 0, 0, "", charset, "suitou", Instant.EPOCH),
            List.of(
                new IncomeRow(
                    DAY,
                    Optional.of(DAY.plusDays(7)),
                    "13-02",
                    accountName,
                    IncomeRow.Way.SLIP,
                    2,
                    1200),
                new IncomeRow(
                    DAY,
                    Optional.empty(),
                    "13-02",
                    accountName,
                    IncomeRow.Way.CASH_REFUND,
                    1,
                    -600))));
  }

  @Test
  void theLastRowHasNumberCountSumAndHashOfTheRows() throws Exception {
    String rows =
        """
        2026-11-23,2026-11-30,13-02,手数料,払込票,2,1200
        2026-11-23,,13-02,手数料,現金（還付）,1,-600
        """
            .replace("\n", "\r\n");
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(rows.getBytes(StandardCharsets.UTF_8)));

    assertThat(new String(file(StandardCharsets.UTF_8, "手数料"), StandardCharsets.UTF_8))
        .isEqualTo(
            "\ufeff収入日,振込日,科目,科目名,支払方法,件数,金額\r\n"
                + rows
                + "合計,行数,2,SHA-256,"
                + hash
                + ",3,600\r\n");
  }

  @Test
  void aFormulaInANameIsTextAndQuotesAreDoubled() {
    String text =
        new String(file(StandardCharsets.UTF_8, "=HYPERLINK(\"x\"),1"), StandardCharsets.UTF_8);

    assertThat(text).contains(",\"'=HYPERLINK(\"\"x\"\"),1\",");
  }

  @Test
  void shiftJisHasNoMarkAndShowsWhatItLacksAsGeta() {
    byte[] file = file(MS932, "𠮷野手数料");

    assertThat(new String(file, MS932)).startsWith("収入日,").contains("〓野手数料");
    assertThat(file(MS932, "𠮷野手数料")).isEqualTo(file);
  }
}
