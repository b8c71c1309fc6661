package jp.frontdesk.cases;

import java.util.Optional;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.Kana;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.PrintedDate;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.kernel.ResidentRecordCode;
import jp.frontdesk.kernel.Sex;

/// One person who moves in (住民基本台帳法 第7条, 第22条; for foreigners 第30条の45).
///
/// @param kana 氏名の振り仮名
/// @param formerName 旧氏
/// @param alias 通称, foreigners only
/// @param relation 続柄 to the new head of the household
/// @param registeredDomicile 本籍; empty for foreigners
/// @param domicileHead 筆頭者; empty for foreigners
/// @param foreign set exactly for foreign residents
public record Member(
    PersonName name,
    Optional<Kana> kana,
    Optional<PersonName> formerName,
    Optional<PersonName> alias,
    PrintedDate birthDate,
    Sex sex,
    Relationship relation,
    Optional<Address> registeredDomicile,
    Optional<PersonName> domicileHead,
    Optional<ForeignFacts> foreign,
    Optional<ResidentRecordCode> residentRecordCode,
    Optional<IndividualNumber> individualNumber,
    Insurance insurance) {

  /// Nothing of a person gets into a log.
  @Override
  public String toString() {
    return "Member(***)";
  }
}
