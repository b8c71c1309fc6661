package jp.frontdesk.reading;

import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.Verdict;

/// A field with its verdict and place, before rules that look at the whole page.
///
/// @param field which field
/// @param member from 0 on this page, -1 for fields of the whole paper
/// @param verdict what the evidence of the field itself says
/// @param box the ink of the value
record Found(CertificateField field, int member, Verdict verdict, Box box) {
  Found with(Verdict other) {
    return new Found(field, member, other, box);
  }
}
