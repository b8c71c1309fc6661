package jp.frontdesk.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of file a page may arrive as, told by the first bytes alone and never by a name.
public enum FileType {
  JPEG("image/jpeg", "\u00FF\u00D8\u00FF"),
  PNG("image/png", "\u0089PNG\r\n\u001A\n"),
  TIFF_LITTLE("image/tiff", "II*\0"),
  TIFF_BIG("image/tiff", "MM\0*"),
  PDF("application/pdf", "%PDF-");

  private final String mediaType;
  private final String magic;

  FileType(String mediaType, String magic) {
    this.mediaType = mediaType;
    this.magic = magic;
  }

  /// The media type kept with the sheet.
  public String mediaType() {
    return mediaType;
  }

  /// The type of a file by its first bytes.
  public static Optional<FileType> of(byte[] content) {
    String start = new String(content, 0, Math.min(8, content.length), StandardCharsets.ISO_8859_1);
    return Arrays.stream(values()).filter(t -> start.startsWith(t.magic)).findFirst();
  }
}
