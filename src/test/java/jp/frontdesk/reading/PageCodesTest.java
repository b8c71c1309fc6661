package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import jp.frontdesk.reading.page.Gray;
import org.junit.jupiter.api.Test;

class PageCodesTest {
  @Test
  void everyCodeOfAPageIsDecoded() throws WriterException {
    Gray page = Gray.white(900, 700);
    draw(page, "MIHON-1", 40);
    draw(page, "MIHON-2", 560);

    assertThat(PageCodes.of(page)).containsExactlyInAnyOrder("MIHON-1", "MIHON-2");
  }

  @Test
  void aPageWithoutCodesHasNone() {
    assertThat(PageCodes.of(Gray.white(900, 700))).isEmpty();
  }

  private static void draw(Gray page, String text, int left) throws WriterException {
    BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 250, 250);
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        if (code.get(x, y)) {
          page.pixels()[(y + 100) * page.width() + x + left] = 0;
        }
      }
    }
  }
}
