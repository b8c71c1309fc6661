package jp.frontdesk.cases;

import java.util.Optional;
import jp.frontdesk.kernel.PrintedDate;

/// What the register holds of foreign residents only (住民基本台帳法 第30条の45).
///
/// @param nationality 国籍・地域
/// @param residenceStatus 在留資格
/// @param residenceCard 在留カード等の番号
/// @param residenceUntil 在留期間の満了の日
public record ForeignFacts(
    String nationality,
    Optional<String> residenceStatus,
    Optional<String> residenceCard,
    Optional<PrintedDate> residenceUntil) {
  public ForeignFacts {
    if (nationality.isBlank()) {
      throw new IllegalArgumentException("a foreign resident has a nationality or region");
    }
  }

  @Override
  public String toString() {
    return "ForeignFacts(***)";
  }
}
