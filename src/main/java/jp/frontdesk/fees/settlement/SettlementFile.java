package jp.frontdesk.fees.settlement;

import java.time.Instant;
import java.util.UUID;

/// A file of agent or provider that was taken, and how far it is booked.
///
/// @param format id of its format
/// @param fileName as the clerk's computer called it, without what is no letter, digit, `.`, `-`
/// @param receivedBy a clerk's account
/// @param lineCount lines of data that are not left out
/// @param totalYen what comes by 確定, less what is kept back for refunds
/// @param waitingCount lines that are not booked yet
/// @param matchedCount lines that are ours
public record SettlementFile(
    UUID id,
    String sha256,
    String format,
    String fileName,
    Instant receivedAt,
    String receivedBy,
    int lineCount,
    long totalYen,
    int waitingCount,
    int matchedCount) {}
