package jp.frontdesk.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// A case 受付案件 without anything personal: what lists, queues and statistics need.
///
/// @param receptionNumber the number of the day shown to the resident, once the case is handed in
/// @param version counts every change of status, for optimistic locking
/// @param memberCount people on the certificate as far as read
/// @param doubtfulCount values that a person has to look at
/// @param isProtected whether no document may show the new address 支援措置
/// @param helpCalledAt when the resident pressed 係を呼ぶ and nobody came yet
public record CaseFile(
    MunicipalityCode town,
    CaseId id,
    CaseStatus status,
    int version,
    LocalDate receptionDay,
    Optional<Integer> receptionNumber,
    Instant openedAt,
    Optional<Instant> submittedAt,
    int memberCount,
    int doubtfulCount,
    Optional<Instant> helpCalledAt,
    boolean isProtected) {

  /// The number as printed, e.g. `012`; a dash before the case is handed in.
  public String receptionLabel() {
    return receptionNumber.map("%03d"::formatted).orElse("―");
  }

  /// The number with its day, unique within a town, e.g. `20261122-012`; empty text before the case
  /// is handed in.
  public String receptionKey() {
    return receptionNumber
        .map(n -> "%s-%03d".formatted(receptionDay.toString().replace("-", ""), n))
        .orElse("");
  }
}
