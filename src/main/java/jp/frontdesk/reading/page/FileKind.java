package jp.frontdesk.reading.page;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What a file is by its first bytes; its name and media type are not believed.
public enum FileKind {
  /// PNG, RFC 2083.
  PNG,
  /// JPEG, ISO/IEC 10918.
  JPEG,
  /// TIFF, either byte order.
  TIFF,
  /// PDF, ISO 32000; the mark may stand a little after the start.
  PDF;

  private static final byte[] PNG_MARK = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final byte[] JPEG_MARK = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
  private static final byte[] TIFF_LITTLE = {'I', 'I', 42, 0};
  private static final byte[] TIFF_BIG = {'M', 'M', 0, 42};
  private static final int PDF_SEARCH_BYTES = 1024;

  /// Empty when it is none of these.
  public static Optional<FileKind> of(byte[] file) {
    if (startsWith(file, PNG_MARK)) {
      return Optional.of(PNG);
    }
    if (startsWith(file, JPEG_MARK)) {
      return Optional.of(JPEG);
    }
    if (startsWith(file, TIFF_LITTLE) || startsWith(file, TIFF_BIG)) {
      return Optional.of(TIFF);
    }
    String head =
        new String(file, 0, Math.min(file.length, PDF_SEARCH_BYTES), StandardCharsets.ISO_8859_1);
    return head.contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
  }

  private static boolean startsWith(byte[] file, byte[] mark) {
    if (file.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (file[i] != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
