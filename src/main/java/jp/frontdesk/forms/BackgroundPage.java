package jp.frontdesk.forms;

/// One page of a PDF that a form is printed on. Only its look is taken over, never a script, link
/// or field. Each object is its own; a form keeps one per page.
final class BackgroundPage {
  private final byte[] pdf;
  private final int page;

  /// A page.
  ///
  /// @param page the page's index from 0
  BackgroundPage(byte[] pdf, int page) {
    this.pdf = pdf.clone();
    this.page = page;
  }

  byte[] pdf() {
    return pdf;
  }

  int page() {
    return page;
  }
}
