package jp.frontdesk.intake;

import java.util.List;
import jp.frontdesk.kernel.Problem;

/// The page that takes the sheets of the certificate (`kiosk/scan.jte`). It posts files `page` to
/// `/scan`, `sample` to `/scan/sample`, `sheet` to `/scan/remove`, and nothing to `/scan/done`.
///
/// @param frame what surrounds the page
/// @param sheets the pages received so far, in order of arrival
/// @param samples the shelf of invented certificates; empty where the shelf is switched off
/// @param problems what was wrong with the last upload, shown at the top
/// @param maxSheets how many pages one case may have
/// @param maxMegabytes the largest file taken
public record ScanView(
    PageFrame frame,
    List<Sheet> sheets,
    List<Sample> samples,
    List<Problem> problems,
    int maxSheets,
    int maxMegabytes) {
  public ScanView {
    sheets = List.copyOf(sheets);
    samples = List.copyOf(samples);
    problems = List.copyOf(problems);
  }

  /// Whether there is something to read.
  public boolean canStart() {
    return !sheets.isEmpty();
  }

  /// One page received.
  ///
  /// @param id posted as `sheet` to remove it
  /// @param number from 1
  /// @param thumbnailUrl a small picture of the page; blank while there is none
  /// @param note plain words about this page, e.g. a problem found in it; may be blank
  public record Sheet(String id, int number, String thumbnailUrl, String note) {}

  /// One invented certificate of the shelf.
  ///
  /// @param id posted as `sample`
  /// @param title e.g. 見本　太郎さん 3人家族
  /// @param note what is special about it, e.g. めずらしい漢字; may be blank
  /// @param thumbnailUrl a small picture of its first page
  /// @param pageCount how many sheets it has
  public record Sample(String id, String title, String note, String thumbnailUrl, int pageCount) {}
}
