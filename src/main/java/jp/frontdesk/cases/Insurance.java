package jp.frontdesk.cases;

import java.util.Optional;

/// Which public insurance and allowance a person has by the certificate (住民基本台帳法施行令 第23条第2項第3号 to
/// 第5号).
///
/// @param health 国民健康保険の被保険者
/// @param lateElderly 後期高齢者医療の被保険者
/// @param care 介護保険の被保険者
/// @param pension 国民年金の被保険者の種別
/// @param pensionNumber 基礎年金番号 as printed
/// @param childAllowance 児童手当の支給を受けている
public record Insurance(
    boolean health,
    boolean lateElderly,
    boolean care,
    Optional<PensionKind> pension,
    Optional<String> pensionNumber,
    boolean childAllowance) {
  /// Nothing of all.
  public static final Insurance NONE =
      new Insurance(false, false, false, Optional.empty(), Optional.empty(), false);

  @Override
  public String toString() {
    return "Insurance(***)";
  }
}
