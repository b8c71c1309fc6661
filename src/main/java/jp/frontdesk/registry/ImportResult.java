package jp.frontdesk.registry;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// What a registry says about a file it imported 取込結果: a UTF-8 CSV file with these headings and one
/// row for each household.
///
/// @param key 連携番号
/// @param sha256 of the data file it speaks of, 64 hexadecimal digits
/// @param isAccepted whether the household stands in the registry as a provisional entry
/// @param receipt the registry's 受付番号; empty text when it refused
/// @param code a stable word for a refusal; empty text when it accepted
/// @param message the registry's words for the clerk; may be personal
record ImportResult(
    String key, String sha256, boolean isAccepted, String receipt, String code, String message) {
  private static final String ACCEPTED = "受付";
  private static final String REFUSED = "拒否";
  private static final int COLUMNS = 6;
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader("連携番号", "SHA-256", "結果", "受付番号", "コード", "内容").get();

  /// The row of one household; empty when the file is not a whole result or does not name it.
  static Optional<ImportResult> find(byte[] file, String key) {
    String text = new String(file, StandardCharsets.UTF_8);
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (!plain.endsWith("\n")) {
      return Optional.empty();
    }
    try {
      List<CSVRecord> rows =
          FORMAT
              .builder()
              .setSkipHeaderRecord(true)
              .get()
              .parse(new StringReader(plain))
              .getRecords();
      List<CSVRecord> found =
          rows.stream().filter(row -> row.size() == COLUMNS && row.get(0).equals(key)).toList();
      return found.size() == 1 ? of(found.getFirst()) : Optional.empty();
    } catch (IOException | UncheckedIOException | IllegalArgumentException notCsv) {
      return Optional.empty();
    }
  }

  private static Optional<ImportResult> of(CSVRecord row) {
    boolean isAccepted = row.get(2).equals(ACCEPTED) && !row.get(3).isBlank();
    if (!isAccepted && !row.get(2).equals(REFUSED)) {
      return Optional.empty();
    }
    return Optional.of(
        new ImportResult(row.get(0), row.get(1), isAccepted, row.get(3), row.get(4), row.get(5)));
  }

  /// The whole file for these results.
  static byte[] write(List<ImportResult> results) {
    StringBuilder text = new StringBuilder();
    try (var printer = FORMAT.print(text)) {
      for (ImportResult result : results) {
        printer.printRecord(
            result.key(),
            result.sha256(),
            result.isAccepted() ? ACCEPTED : REFUSED,
            result.receipt(),
            result.code(),
            result.message());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ImportResult(" + key + ")";
  }
}
