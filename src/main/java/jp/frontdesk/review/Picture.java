package jp.frontdesk.review;

import jp.frontdesk.kernel.CaseId;

/// A page or a crop of one case, opened; the case it belongs to travels with it.
///
/// @param caseId checked against the session's case before a byte leaves
/// @param mediaType `image/jpeg` or `image/png`
@SuppressWarnings("ArrayRecordComponent") // on its way to the wire; nobody writes to it
public record Picture(CaseId caseId, String mediaType, byte[] content) {
  @Override
  public String toString() {
    return "Picture[" + caseId + ", " + content.length + " bytes]";
  }
}
