package jp.frontdesk.registry;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How one town's registry wants its CSV 取込データ (住民記録システム標準仕様書 10.8): the standard leaves the form
/// to the town and its registry, so all of it is a file of the town.
///
/// @param charset of the whole file
/// @param hasMark whether a byte order mark stands before the text
/// @param lineEnd after every row
/// @param delimiter between two columns
/// @param quotesAll whether every value stands in quotation marks, so that no program takes one for
///   a formula
/// @param hasHeader whether the first row names the columns
/// @param dates how days are written
/// @param yes what a true flag is written as
/// @param no what a false flag is written as
/// @param codes table -> code of the record -> code of the registry; a table that is missing is
///   written as it is
/// @param columns in the order of the file
record CsvMapping(
    Charset charset,
    boolean hasMark,
    String lineEnd,
    char delimiter,
    boolean quotesAll,
    boolean hasHeader,
    Dates dates,
    String yes,
    String no,
    Map<String, Map<String, String>> codes,
    List<Column> columns) {
  CsvMapping {
    codes = Map.copyOf(codes);
    columns = List.copyOf(columns);
  }

  /// How days are written.
  enum Dates {
    /// `2026-11-24`.
    ISO,
    /// `2026/11/24`.
    SLASH,
    /// `20261124`.
    DIGITS,
    /// `5081124`: the era's code 元号, two digits each of year, month and day.
    ERA
  }

  /// One column.
  ///
  /// @param heading its name in the first row
  /// @param item what stands in it; empty where `fixed` does
  /// @param fixed the same text in every row
  /// @param isFullWidth whether digits are written ０ to ９
  /// @param longest the most characters the registry takes
  record Column(
      String heading, Optional<CsvItem> item, String fixed, boolean isFullWidth, int longest) {}

  /// The headings, in the order of the file.
  List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }
}
