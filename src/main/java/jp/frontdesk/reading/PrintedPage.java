package jp.frontdesk.reading;

/// The page number printed on the paper, e.g. （1／2）.
///
/// @param number from 1
/// @param total how many pages the certificate has
public record PrintedPage(int number, int total) {
  public PrintedPage {
    if (number < 1 || total < number || total > 99) {
      throw new IllegalArgumentException("not a page of so many");
    }
  }
}
