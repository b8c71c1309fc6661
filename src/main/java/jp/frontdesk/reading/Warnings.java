package jp.frontdesk.reading;

/// Every warning of the reader: code and plain Japanese sentence that says what to do. Codes are
/// stable.
public final class Warnings {
  /// The file has no bytes.
  public static final ReadingWarning EMPTY_FILE =
      new ReadingWarning("empty_file", "ファイルの中身がありません。もう一度、証明書を読み取ってください。");

  /// Neither image nor PDF.
  public static final ReadingWarning NOT_AN_IMAGE =
      new ReadingWarning("not_an_image", "画像でもPDFでもないファイルです。証明書を写した画像（JPEG・PNG・TIFF）かPDFをお使いください。");

  /// An image or PDF that cannot be decoded to its end.
  public static final ReadingWarning DAMAGED_FILE =
      new ReadingWarning("damaged_file", "ファイルがこわれていて開けません。もう一度、証明書を読み取ってください。");

  /// More bytes than [jp.frontdesk.reading.page.PageLimits] allows.
  public static final ReadingWarning FILE_TOO_LARGE =
      new ReadingWarning("file_too_large", "ファイルが大きすぎます（12MBまで）。読み取りの細かさを下げて、もう一度読み取ってください。");

  /// More pixels than allowed; told from the header, never decoded.
  public static final ReadingWarning IMAGE_TOO_LARGE =
      new ReadingWarning(
          "image_too_large", "画像が大きすぎます（4000万画素まで）。読み取りの細かさを300dpi以下にして、もう一度読み取ってください。");

  /// More pages than allowed.
  public static final ReadingWarning TOO_MANY_PAGES =
      new ReadingWarning("too_many_pages", "ページが多すぎます（10ページまで）。転出証明書のページだけを読み取ってください。");

  /// A PDF with a password.
  public static final ReadingWarning ENCRYPTED_PDF =
      new ReadingWarning("encrypted_pdf", "パスワードのついたPDFは開けません。パスワードを外すか、紙の証明書を読み取ってください。");

  /// Nothing is printed on the page.
  public static final ReadingWarning BLANK_PAGE =
      new ReadingWarning("blank_page", "何も書かれていない紙のようです。文字のある面を下にして、もう一度読み取ってください。");

  /// No title and no label of a certificate was found.
  public static final ReadingWarning NOT_A_CERTIFICATE =
      new ReadingWarning(
          "not_a_certificate", "転出証明書として読めませんでした。転出証明書の全体が明るく写るように置いて、もう一度読み取ってください。");

  /// 住民票の写し.
  public static final ReadingWarning RESIDENT_RECORD_COPY =
      new ReadingWarning(
          "resident_record_copy", "これは住民票の写しです。転入の手続きには、前の市区町村が出した「転出証明書」を読み取ってください。");

  /// 特例による転出処理済.
  public static final ReadingWarning SPECIAL_RULE_DONE =
      new ReadingWarning(
          "special_rule_done", "「特例による転出処理済」と書かれています。この紙では手続きできません。マイナンバーカードを持って窓口へお越しください。");

  /// 再交付.
  public static final ReadingWarning REISSUED =
      new ReadingWarning("reissued", "再交付された転出証明書です。職員が内容を確かめますので、そのままお進みください。");

  /// 転出証明書に準ずる証明書.
  public static final ReadingWarning EQUIVALENT_CERTIFICATE =
      new ReadingWarning("equivalent_certificate", "転出証明書に準ずる証明書です。職員が内容を確かめますので、そのままお進みください。");

  /// Two pages of the stack show the same.
  public static final ReadingWarning DUPLICATE_PAGE =
      new ReadingWarning("duplicate_page", "同じページが2回読み取られています。1枚だけを使います。");

  /// The pages belong to different certificates.
  public static final ReadingWarning MIXED_CERTIFICATES =
      new ReadingWarning("mixed_certificates", "別の転出証明書のページが混ざっています。1通ずつ、分けて読み取ってください。");

  /// The reader process died or took too long.
  public static final ReadingWarning READING_FAILED =
      new ReadingWarning("reading_failed", "この画像は自動で読み取れませんでした。もう一度読み取るか、職員にお声がけください。");

  private Warnings() {}

  /// A page of the certificate was not given.
  ///
  /// @param number the missing page, from 1
  public static ReadingWarning pageMissing(int number) {
    return new ReadingWarning("page_missing", number + "枚目がありません。" + number + "枚目も読み取ってください。");
  }
}
