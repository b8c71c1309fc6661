package jp.frontdesk.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.PrintedDate;

/// Everything a 転入届 says (住民基本台帳法 第22条, 第27条): what the certificate printed and what the resident
/// answered. Forms and registry take it only as a confirmed value.
///
/// @param receptionNumber 受付番号, as the resident and the clerks call the case
/// @param notifiedOn 届出年月日
/// @param movedOn 異動年月日, the day they began to live at the new address
/// @param newAddress 新しい住所
/// @param newHead 新世帯主の氏名; may live there already and be no member here
/// @param oldAddress 前の住所
/// @param oldHead 前の世帯主の氏名; empty where the register had none
/// @param plannedOn 転出予定年月日
/// @param members who moves in, at least one, in the order of the register
/// @param answers question of the guide -> `yes` or `no`; what nobody answered is missing
public record MovingInRecord(
    MunicipalityCode town,
    CaseId caseId,
    String receptionNumber,
    LocalDate notifiedOn,
    PrintedDate movedOn,
    Address newAddress,
    PersonName newHead,
    Address oldAddress,
    Optional<PersonName> oldHead,
    PrintedDate plannedOn,
    CertificateFacts certificate,
    Notifier notifier,
    List<Member> members,
    Map<String, String> answers) {
  public MovingInRecord {
    members = List.copyOf(members);
    answers = Optional.ofNullable(answers).map(Map::copyOf).orElse(Map.of());
    if (receptionNumber.isBlank()) {
      throw new IllegalArgumentException("a record has a reception number");
    }
    if (members.isEmpty()) {
      throw new IllegalArgumentException("at least one person moves in");
    }
  }

  /// The record's text names its case only.
  @Override
  public String toString() {
    return "MovingInRecord(" + caseId + ")";
  }
}
