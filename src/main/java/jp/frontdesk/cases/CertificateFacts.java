package jp.frontdesk.cases;

import java.util.Optional;
import jp.frontdesk.kernel.PrintedDate;

/// Who issued the 転出証明書 and when (住民基本台帳法施行令 第24条).
///
/// @param issuer the municipality's name, e.g. 見本県架空市
/// @param mayor title and name of the mayor as printed
/// @param issuedOn 発行年月日
/// @param number 発行番号
public record CertificateFacts(
    String issuer,
    Optional<String> mayor,
    Optional<PrintedDate> issuedOn,
    Optional<String> number) {
  public CertificateFacts {
    if (issuer.isBlank()) {
      throw new IllegalArgumentException("a certificate has an issuer");
    }
  }

  @Override
  public String toString() {
    return "CertificateFacts(***)";
  }
}
