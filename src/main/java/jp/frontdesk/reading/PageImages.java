package jp.frontdesk.reading;

import java.util.Map;
import jp.frontdesk.kernel.FieldPath;

/// The pictures that go with a [PageReading]: the page turned upright and one crop a field. Arrays
/// are not copied; nobody writes to them.
///
/// @param upright the page, at most 2,200 px high; empty where the page could not be decoded
/// @param mediaType `image/jpeg` or `image/png`
/// @param crops PNG bytes by the paths of the page's reading
@SuppressWarnings("ArrayRecordComponent") // megabytes on their way; wrapping would copy them
public record PageImages(byte[] upright, String mediaType, Map<FieldPath, byte[]> crops) {
  public PageImages {
    crops = Map.copyOf(crops);
  }

  /// No pictures, for a page that could not be decoded.
  public static PageImages none() {
    return new PageImages(new byte[0], "image/jpeg", Map.of());
  }

  @Override
  public String toString() {
    return "PageImages[" + upright.length + " bytes, " + crops.size() + " crops]";
  }
}
