package jp.frontdesk.reading;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.FieldPath;

/// All pages of one certificate joined: members numbered over the pages, fields of the whole paper
/// once.
///
/// @param documentType what the paper is
/// @param pages one for each page given, in the order given
/// @param fields sorted by path, no path twice
/// @param warnings of all pages and of the stack, each code and message once
public record CertificateReading(
    DocumentType documentType,
    List<PageReading> pages,
    List<FieldReading> fields,
    List<ReadingWarning> warnings) {
  public CertificateReading {
    pages = List.copyOf(pages);
    fields = List.copyOf(fields);
    warnings = List.copyOf(warnings);
  }

  /// Joins pages in any order: they are put in order by the page number printed on them, else by
  /// the member numbers, else as given.
  ///
  /// @param acceptance which values a person need not look at
  public static CertificateReading merge(List<PageReading> pages, Acceptance acceptance) {
    CertificateReading stated = stated(pages);
    return new CertificateReading(
        stated.documentType(),
        stated.pages(),
        stated.fields().stream().map(acceptance::judged).toList(),
        stated.warnings());
  }

  /// The same with the confidence that the rules state, which [Calibration] is made from.
  static CertificateReading stated(List<PageReading> pages) {
    return new PageMerge(pages).merged();
  }

  /// The reading of that path.
  public Optional<FieldReading> find(FieldPath path) {
    return fields.stream().filter(f -> f.path().equals(path)).findFirst();
  }

  /// How many members the paper lists.
  public int memberCount() {
    return fields.stream().mapToInt(f -> f.path().member() + 1).max().orElse(0);
  }
}
