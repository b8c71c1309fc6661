package jp.frontdesk.samples;

/// What kind of paper is printed; only the first four bear the fields of a certificate that may be
/// read.
public enum PaperKind {
  /// 転出証明書.
  CERTIFICATE("certificate", "転出証明書", "", true),
  /// 転出証明書 issued again after loss, marked 再交付 (住民基本台帳法施行令 第24条第2項).
  REISSUE("reissue", "転出証明書", "再交付", true),
  /// 転出証明書 printed under the card rule, which must not be taken as an ordinary one.
  SPECIAL_RULE("special_rule", "転出証明書", "特例による転出処理済", true),
  /// 転出証明書に準ずる証明書, issued for a late notification.
  EQUIVALENT("equivalent", "転出証明書に準ずる証明書", "", true),
  /// 住民票の写し: the wrong paper.
  RESIDENT_RECORD_COPY("resident_record_copy", "住民票", "", false),
  /// A sheet with nothing on it.
  BLANK("blank", "", "", false),
  /// A leaflet: something else altogether.
  FLYER("flyer", "", "", false);

  private final String word;
  private final String title;
  private final String mark;
  private final boolean bearsFields;

  PaperKind(String word, String title, String mark, boolean bearsFields) {
    this.word = word;
    this.title = title;
    this.mark = mark;
    this.bearsFields = bearsFields;
  }

  /// The stable word in truth files.
  public String word() {
    return word;
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
