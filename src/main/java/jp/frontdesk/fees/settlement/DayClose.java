package jp.frontdesk.fees.settlement;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;

/// A day that was closed; nothing of it changes any more.
///
/// @param expectedYen what the drawer held by our books
/// @param countedYen what was counted in it
/// @param reason why these differ; empty where they do not
/// @param charset of the file for accounting
/// @param closedBy a clerk's account
public record DayClose(
    LocalDate day,
    long expectedYen,
    long countedYen,
    String reason,
    Charset charset,
    String closedBy,
    Instant closedAt) {
  /// What was counted beyond what was expected; below zero where money lacks.
  public long differenceYen() {
    return countedYen - expectedYen;
  }
}
