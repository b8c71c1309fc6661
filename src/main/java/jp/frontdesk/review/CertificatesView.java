package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;
import jp.frontdesk.kernel.Problem;

/// The page on which certificates are wished for (`kiosk/certificates.jte`). It posts to
/// `/certificates`: `version` and `copies.` + key for each item, 0 for none.
///
/// @param frame what surrounds the page
/// @param version of the draft
/// @param items in the order of the fee table
/// @param isSignedNext whether the page to sign comes next; else this page hands the case in
/// @param problems `field` is `copies.` + key, or `page`
public record CertificatesView(
    PageFrame frame, int version, List<Item> items, boolean isSignedNext, List<Problem> problems) {
  public CertificatesView {
    items = List.copyOf(items);
    problems = List.copyOf(problems);
  }

  /// What all wished copies cost together, in yen.
  public long totalYen() {
    return items.stream().mapToLong(i -> i.amountYen() * i.copies()).sum();
  }

  /// One kind of certificate.
  ///
  /// @param key of the fee table, e.g. `resident_record_copy`
  /// @param label e.g. 住民票の写し（世帯全員）
  /// @param note what it is good for, in plain words; may be blank
  /// @param amountYen the fee of one copy
  /// @param copies how many are wished
  /// @param maxCopies how many can be wished
  public record Item(
      String key, String label, String note, long amountYen, int copies, int maxCopies) {}
}
