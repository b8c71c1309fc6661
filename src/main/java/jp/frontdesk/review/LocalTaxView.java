package jp.frontdesk.review;

import java.util.List;
import jp.frontdesk.intake.PageFrame;

/// An eL-QR that the tax system handed over, checked at the desk (`desk/local-tax.jte`).
/// `/local-tax` and `/local-tax/print` take `code`; nothing is kept.
///
/// @param problem what is wrong, one sentence; blank when nothing is
/// @param digits of a code that was found in order; blank before one was
/// @param facts what its digits say; none before one was found in order
public record LocalTaxView(PageFrame frame, String problem, String digits, List<Fact> facts) {
  public LocalTaxView {
    facts = List.copyOf(facts);
  }

  /// One fact in words.
  public record Fact(String label, String value) {}
}
