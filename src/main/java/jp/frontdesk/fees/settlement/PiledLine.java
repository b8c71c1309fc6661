package jp.frontdesk.fees.settlement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.fees.SettlementBook;

/// A line of a file with where it lies.
///
/// @param fileName of its file
/// @param receivedAt when its file came
/// @param receivedBy who brought its file
/// @param why empty unless it is theirs only
/// @param cleared a clerk's word on it
public record PiledLine(
    UUID fileId,
    String fileName,
    Instant receivedAt,
    String receivedBy,
    SettlementLine line,
    Optional<SettlementBook.Reason> why,
    Optional<Clearance> cleared) {

  /// A clerk's word on money that does not fit.
  public record Clearance(String by, Instant at, String reason) {}
}
