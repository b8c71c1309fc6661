package jp.frontdesk.reading;

import java.util.List;

/// What to tell about a page by its kind.
final class PageWarnings {
  private PageWarnings() {}

  static List<ReadingWarning> of(DocumentType type, int fields) {
    return switch (type) {
      case MOVING_OUT_CERTIFICATE -> fields == 0 ? List.of(Warnings.NOT_A_CERTIFICATE) : List.of();
      case REISSUED_MOVING_OUT_CERTIFICATE -> List.of(Warnings.REISSUED);
      case EQUIVALENT_CERTIFICATE -> List.of(Warnings.EQUIVALENT_CERTIFICATE);
      case SPECIAL_RULE_DONE -> List.of(Warnings.SPECIAL_RULE_DONE);
      case RESIDENT_RECORD_COPY -> List.of(Warnings.RESIDENT_RECORD_COPY);
      case BLANK -> List.of(Warnings.BLANK_PAGE);
      case OTHER -> List.of(Warnings.NOT_A_CERTIFICATE);
    };
  }
}
