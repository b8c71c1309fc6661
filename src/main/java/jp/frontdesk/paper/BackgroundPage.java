package jp.frontdesk.paper;

/// One page of a PDF that a form is printed on. Only its look is taken over, never a script, link
/// or field. Each object is its own; a form keeps one per page.
public final class BackgroundPage {
  private final byte[] pdf;
  private final int page;

  /// A page.
  ///
  /// @param page the page's index from 0
  public BackgroundPage(byte[] pdf, int page) {
    this.pdf = pdf.clone();
    this.page = page;
  }

  public byte[] pdf() {
    return pdf;
  }

  public int page() {
    return page;
  }
}
