package jp.frontdesk.fees.settlement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;

/// The file for accounting 会計 of a closed day: a heading, the frozen rows, and a last row with
/// their number, count, sum and SHA-256. The same day gives the same bytes every time.
public final class AccountingCsv {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.MINIMAL).get();
  private static final String GETA = "〓"; // printers' sign for a character that is lacking

  private AccountingCsv() {}

  /// The bytes of the file: with a byte order mark in UTF-8, lines end with CR LF.
  public static byte[] of(DayCloses.Closed day) {
    Charset charset = day.close().charset();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    if (charset.equals(StandardCharsets.UTF_8)) {
      file.writeBytes(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    file.writeBytes(bytes(charset, List.of("収入日", "振込日", "科目", "科目名", "支払方法", "件数", "金額")));
    ByteArrayOutputStream rows = new ByteArrayOutputStream();
    for (IncomeRow row : day.rows()) {
      rows.writeBytes(
          bytes(
              charset,
              List.of(
                  row.incomeOn().toString(),
                  row.transferOn().map(LocalDate::toString).orElse(""),
                  harmless(row.account()),
                  harmless(row.accountName()),
                  row.way().label(),
                  Integer.toString(row.itemCount()),
                  Long.toString(row.yen()))));
    }
    file.writeBytes(rows.toByteArray());
    file.writeBytes(
        bytes(
            charset,
            List.of(
                "合計",
                "行数",
                Integer.toString(day.rows().size()),
                "SHA-256",
                sha256(rows.toByteArray()),
                Long.toString(day.rows().stream().mapToLong(IncomeRow::itemCount).sum()),
                Long.toString(day.rows().stream().mapToLong(IncomeRow::yen).sum()))));
    return file.toByteArray();
  }

  /// A text that no spreadsheet takes for a formula.
  static String harmless(String text) {
    return !text.isEmpty() && "=+-@\t\r＝＋－＠".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static byte[] bytes(Charset charset, List<String> values) {
    StringBuilder line = new StringBuilder();
    try (CSVPrinter printer = new CSVPrinter(line, FORMAT)) {
      printer.printRecord(values);
      CharsetEncoder encoder =
          charset
              .newEncoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .onUnmappableCharacter(CodingErrorAction.REPLACE)
              .replaceWith(GETA.getBytes(charset));
      ByteBuffer encoded = encoder.encode(CharBuffer.wrap(line));
      byte[] bytes = new byte[encoded.remaining()];
      encoded.get(bytes);
      return bytes;
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException("a replacement was refused", impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("no SHA-256 in this Java", broken);
    }
  }
}
