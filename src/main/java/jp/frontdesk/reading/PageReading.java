package jp.frontdesk.reading;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.FieldPath;

/// What was read on one page. Members are numbered from 0 within the page;
/// [CertificateReading#merge] numbers them over all pages.
///
/// @param page from 1 in the order the pages were given
/// @param rotationDegrees 0, 90, 180 or 270: the clockwise turn the given image already had, undone
///   in the upright image
/// @param layout a word for the kind of form, e.g. `ruled`
/// @param documentType what the paper is
/// @param printedPage the page number printed on the paper, where there is one
/// @param memberNumbers the numbers printed beside the members of this page, in order of the page;
///   0 where none was read
/// @param fields sorted by path, no path twice
/// @param warnings about this page; may be empty
/// @param widthPx width of the upright image that the boxes refer to
/// @param heightPx its height
/// @param elapsedMs time spent on the page
public record PageReading(
    int page,
    int rotationDegrees,
    String layout,
    DocumentType documentType,
    Optional<PrintedPage> printedPage,
    List<Integer> memberNumbers,
    List<FieldReading> fields,
    List<ReadingWarning> warnings,
    int widthPx,
    int heightPx,
    long elapsedMs) {
  public PageReading {
    memberNumbers = List.copyOf(memberNumbers);
    fields = List.copyOf(fields);
    warnings = List.copyOf(warnings);
  }

  /// A page nothing could be read on, with the reasons.
  public static PageReading unread(
      int page, DocumentType type, int widthPx, int heightPx, ReadingWarning warning) {
    return new PageReading(
        page,
        0,
        "none",
        type,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(warning),
        widthPx,
        heightPx,
        0);
  }

  /// The reading of that path on this page.
  public Optional<FieldReading> find(FieldPath path) {
    return fields.stream().filter(f -> f.path().equals(path)).findFirst();
  }

  /// The same page at another place of the stack.
  public PageReading asPage(int newPage) {
    return new PageReading(
        newPage,
        rotationDegrees,
        layout,
        documentType,
        printedPage,
        memberNumbers,
        fields.stream().map(f -> f.at(f.path(), newPage)).toList(),
        warnings,
        widthPx,
        heightPx,
        elapsedMs);
  }
}
