package jp.frontdesk.samples;

/// What kind of paper is printed; only the first four bear the fields of a certificate that may be
/// read.
public enum PaperKind {
  /// 転出証明書.
  CERTIFICATE("certificate", "moving_out_certificate", "転出証明書", "", true),
  /// 転出証明書 issued again after loss, marked 再交付 (住民基本台帳法施行令 第24条第2項).
  REISSUE("reissue", "reissued_moving_out_certificate", "転出証明書", "再交付", true),
  /// 転出証明書 printed under the card rule, which must not be taken as an ordinary one.
  SPECIAL_RULE("special_rule", "special_rule_done", "転出証明書", "特例による転出処理済", true),
  /// 転出証明書に準ずる証明書, issued for a late notification.
  EQUIVALENT("equivalent", "equivalent_certificate", "転出証明書に準ずる証明書", "", true),
  /// 住民票の写し: the wrong paper.
  RESIDENT_RECORD_COPY("resident_record_copy", "resident_record_copy", "住民票", "", false),
  /// A sheet with nothing on it.
  BLANK("blank", "blank", "", "", false),
  /// A leaflet: something else altogether.
  FLYER("flyer", "other", "", "", false);

  private final String word;
  private final String documentType;
  private final String title;
  private final String mark;
  private final boolean bearsFields;

  PaperKind(String word, String documentType, String title, String mark, boolean bearsFields) {
    this.word = word;
    this.documentType = documentType;
    this.title = title;
    this.mark = mark;
    this.bearsFields = bearsFields;
  }

  /// The kind with that word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static PaperKind ofWord(String word) {
    for (PaperKind kind : values()) {
      if (kind.word.equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of paper: " + word);
  }

  /// The stable word in truth files.
  public String word() {
    return word;
  }

  /// The word by which a reader should know it.
  public String documentType() {
    return documentType;
  }

  /// The paper's printed name, or empty.
  public String title() {
    return title;
  }

  /// What is stamped on it, or empty.
  public String mark() {
    return mark;
  }

  /// Whether a reader should give the printed fields back.
  public boolean bearsFields() {
    return bearsFields;
  }
}
