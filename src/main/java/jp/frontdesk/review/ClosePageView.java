package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// The daily close at the desk (`desk/close.jte`). Every form posts below `/close`.
///
/// @param messages what a person should know now
/// @param formats of files that can be taken
/// @param files the newest first
/// @param piles three: matched, ours only, theirs only
/// @param theirs what nothing of ours fits, the oldest first
/// @param ours what no file has accounted for, the oldest first
/// @param cleared what clerks said of both, the newest first
/// @param byAccount income that no closed day holds, by revenue account
/// @param byTransfer the same income by transfer date
/// @param closes closed days, the newest first
public record ClosePageView(
    PageFrame frame,
    List<CaseView.Message> messages,
    List<Format> formats,
    List<TakenFile> files,
    List<Total> piles,
    List<Theirs> theirs,
    List<Ours> ours,
    List<Cleared> cleared,
    List<Total> byAccount,
    List<Total> byTransfer,
    Cash cash,
    List<Closed> closes) {
  public ClosePageView {
    messages = List.copyOf(messages);
    formats = List.copyOf(formats);
    files = List.copyOf(files);
    piles = List.copyOf(piles);
    theirs = List.copyOf(theirs);
    ours = List.copyOf(ours);
    cleared = List.copyOf(cleared);
    byAccount = List.copyOf(byAccount);
    byTransfer = List.copyOf(byTransfer);
    closes = List.copyOf(closes);
  }

  /// Whether lines of a file are not booked yet.
  public boolean isWaiting() {
    return files.stream().anyMatch(f -> f.waiting() > 0);
  }

  /// A format of files.
  public record Format(String id, String name) {}

  /// A file that was taken.
  ///
  /// @param at when and by whom, in words
  /// @param theirs lines that nothing of ours fits, cleared or not
  /// @param waiting lines that are not booked yet
  public record TakenFile(
      String name,
      String format,
      String at,
      int lines,
      long totalYen,
      int matched,
      int theirs,
      int waiting) {}

  /// A number of payments and their sum.
  public record Total(String label, long count, long yen) {}

  /// A line that is theirs only. `/close/theirs` takes `file` and `row`.
  ///
  /// @param kind in words
  /// @param number what the line names
  /// @param at when it was paid, in words
  /// @param days since then
  /// @param why in words
  /// @param from file and row, in words
  public record Theirs(
      String file,
      int row,
      String kind,
      String number,
      long yen,
      String at,
      long days,
      String why,
      String from) {}

  /// A payment that is ours only. `/close/ours` takes `attempt` and `yen`.
  ///
  /// @param way how it was paid, in words
  /// @param days since it was paid
  /// @param path of the case's money
  public record Ours(String attempt, String way, long yen, String at, long days, String path) {}

  /// A clerk's word.
  ///
  /// @param what it is about, in words
  /// @param by who and when, in words
  public record Cleared(String what, long yen, String reason, String by) {}

  /// The drawer. `/close/day` takes `day`, `expected`, `counted` and `reason`.
  ///
  /// @param day as `2026-11-23`
  /// @param dayWords the same in words
  /// @param today as `2026-11-23`
  /// @param isClosed whether this day, or a later one, is closed
  /// @param counted what was typed; blank at first
  /// @param reason what was typed
  public record Cash(
      String day,
      String dayWords,
      String today,
      boolean isClosed,
      int payments,
      long expectedYen,
      String counted,
      String reason) {}

  /// A closed day.
  ///
  /// @param path of its file for accounting
  /// @param by who and when, in words
  public record Closed(
      String day, String path, long expectedYen, long countedYen, String reason, String by) {
    /// What was counted beyond what was expected.
    public long differenceYen() {
      return countedYen - expectedYen;
    }
  }
}
