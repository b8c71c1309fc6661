package jp.frontdesk.samples;

import java.time.LocalDate;

/// One invented person on a certificate. Names have a full-width space between surname and given
/// name, Latin names ASCII spaces; an empty text is not printed.
///
/// @param sex 男 or 女
/// @param relation 続柄 to the head of the old household
/// @param juminhyoCode 住民票コード, eleven digits
/// @param individualNumber 個人番号, twelve digits without spaces
/// @param formerName 旧氏, or empty
public record SamplePerson(
    String name,
    String kana,
    String formerName,
    SampleDate birth,
    String sex,
    String relation,
    Origin origin,
    String juminhyoCode,
    String individualNumber,
    Insurance insurance) {

  /// Where a person belongs: to a Japanese family register, or to another country.
  public sealed interface Origin {
    /// 本籍 and 筆頭者.
    record Domestic(String registeredDomicile, String domicileHead) implements Origin {}

    /// 国籍・地域, 在留資格 and the residence card.
    ///
    /// @param alias 通称, or empty
    /// @param cardNumber two letters, eight digits, two letters
    /// @param until 在留期間の満了の日
    record Foreign(
        String nationality, String status, String cardNumber, LocalDate until, String alias)
        implements Origin {}
  }

  /// Insurance, pension and allowance.
  ///
  /// @param pensionKind 国民年金の種別 1 to 3, or 0 for none
  /// @param pensionNumber 基礎年金番号 `1234-567890`, or empty
  public record Insurance(
      boolean health,
      boolean lateElderly,
      boolean care,
      int pensionKind,
      String pensionNumber,
      boolean childAllowance) {
    /// None of them.
    public static Insurance none() {
      return new Insurance(false, false, false, 0, "", false);
    }
  }

  /// Whether the cells of a foreign resident are printed.
  public boolean isForeign() {
    return origin instanceof Origin.Foreign;
  }
}
