package jp.frontdesk.reading;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jp.frontdesk.reading.page.Gray;

/// The QR codes of a page. What towns put into them is not published, so nothing is made of them;
/// whoever looks into a certificate with `--debug` sees what they hold. It may be personal: never
/// log it.
final class PageCodes {
  private PageCodes() {}

  /// What the codes say, in no order; empty where there is none.
  static List<String> of(Gray page) {
    PlanarYUVLuminanceSource source =
        new PlanarYUVLuminanceSource(
            page.pixels(), page.width(), page.height(), 0, 0, page.width(), page.height(), false);
    try {
      Result[] found =
          new QRCodeMultiReader()
              .decodeMultiple(
                  new BinaryBitmap(new HybridBinarizer(source)),
                  Map.of(DecodeHintType.TRY_HARDER, true));
      return Arrays.stream(found).map(Result::getText).toList();
    } catch (NotFoundException none) {
      return List.of();
    }
  }
}
