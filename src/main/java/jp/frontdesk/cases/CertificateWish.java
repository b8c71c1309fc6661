package jp.frontdesk.cases;

/// A certificate the resident wants to take home, e.g. two 住民票の写し.
///
/// @param feeItem the key of the town's fee table, e.g. `resident_record_copy`
/// @param copies 1 to 99
public record CertificateWish(String feeItem, int copies) {
  public CertificateWish {
    if (feeItem.isBlank() || copies < 1 || copies > 99) {
      throw new IllegalArgumentException("a wish names a fee item and 1 to 99 copies");
    }
  }
}
