package jp.frontdesk.paper;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A QR code as black rectangles with exact edges (ISO/IEC 18004, level M, UTF-8).
public final class QrCode {
  private static final int QUIET_MODULES = 4;

  private QrCode() {}

  /// The black parts of the code, as large as the box allows with its quiet zone of four modules.
  ///
  /// @throws IllegalArgumentException when no code holds the text
  public static List<MmBox> boxesOf(String text, MmBox box) {
    ByteMatrix matrix = matrixOf(text);
    int modules = matrix.getWidth() + 2 * QUIET_MODULES;
    double side = Math.min(box.widthMm(), box.heightMm()) / modules;
    double left = box.xMm() + (box.widthMm() - side * modules) / 2 + QUIET_MODULES * side;
    double top = box.yMm() + (box.heightMm() - side * modules) / 2 + QUIET_MODULES * side;
    List<MmBox> runs = new ArrayList<>();
    for (int y = 0; y < matrix.getHeight(); y++) {
      int start = -1;
      for (int x = 0; x <= matrix.getWidth(); x++) {
        boolean isBlack = x < matrix.getWidth() && matrix.get(x, y) == 1;
        if (isBlack && start < 0) {
          start = x;
        } else if (!isBlack && start >= 0) {
          runs.add(new MmBox(left + start * side, top + y * side, (x - start) * side, side));
          start = -1;
        }
      }
    }
    return runs;
  }

  private static ByteMatrix matrixOf(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalArgumentException("the text does not fit a QR code", tooLong);
    }
  }
}
