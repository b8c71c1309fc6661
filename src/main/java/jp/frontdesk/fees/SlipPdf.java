package jp.frontdesk.fees;

import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// A printed paper of a fee (slip, receipt, ticket) together with the case it belongs to: whoever
/// sends it out compares the case with that of the session first.
public final class SlipPdf {
  private final MunicipalityCode town;
  private final CaseId caseId;
  private final byte[] bytes;

  SlipPdf(MunicipalityCode town, CaseId caseId, byte[] bytes) {
    this.town = town;
    this.caseId = caseId;
    this.bytes = bytes.clone();
  }

  /// The town whose paper it is.
  public MunicipalityCode town() {
    return town;
  }

  /// The case whose paper it is.
  public CaseId caseId() {
    return caseId;
  }

  /// The document.
  public byte[] bytes() {
    return bytes.clone();
  }
}
