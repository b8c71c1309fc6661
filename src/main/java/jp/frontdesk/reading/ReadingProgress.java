package jp.frontdesk.reading;

import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.page.PageLimits;

/// How far a reader is with the page in its hands. It holds for as long as the page is read: it is
/// never stored, and nothing is confirmed from it.
///
/// @param page from 1 in the order of the file
/// @param pages how many pages the file has
/// @param places how many places on the page hold something to read; 0 while they are looked for
/// @param placesRead how many of them are read
/// @param values what is beyond doubt so far, sorted by path, no path twice; the rules that look at
///   the whole page have not judged it yet
public record ReadingProgress(
    int page, int pages, int places, int placesRead, List<EarlyValue> values) {
  /// The fields by which people know their paper, in the order they are read and told; no other is
  /// told before the page is read.
  public static final List<CertificateField> FIELDS =
      List.of(
          CertificateField.NAME,
          CertificateField.BIRTH_DATE,
          CertificateField.OLD_ADDRESS,
          CertificateField.NEW_ADDRESS,
          CertificateField.MOVE_DATE);

  /// No page tells more values.
  static final int MOST_VALUES = 40;

  private static final int MOST_PLACES = 10_000;

  public ReadingProgress {
    if (page < 1 || page > pages || pages > PageLimits.MAX_PAGES) {
      throw new IllegalArgumentException("no file has such a page");
    }
    if (placesRead < 0 || placesRead > places || places > MOST_PLACES) {
      throw new IllegalArgumentException("no page is so far");
    }
    if (values.size() > MOST_VALUES) {
      throw new IllegalArgumentException("no page tells so many values");
    }
    values = List.copyOf(values);
  }

  /// Never shows the values: readings are personal.
  @Override
  public String toString() {
    return "ReadingProgress[page "
        + page
        + " of "
        + pages
        + ", "
        + placesRead
        + " of "
        + places
        + "]";
  }
}
