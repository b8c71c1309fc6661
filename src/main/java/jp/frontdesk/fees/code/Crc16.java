package jp.frontdesk.fees.code;

import java.nio.charset.StandardCharsets;

/// The check of payment QR codes: CRC-16/CCITT-FALSE (polynomial 0x1021, start 0xFFFF, nothing
/// reflected, no final xor), over the bytes of UTF-8, never over characters.
final class Crc16 {
  private static final int POLYNOMIAL = 0x1021;

  private Crc16() {}

  /// The check of a text, 0 to 65535.
  static int of(String text) {
    int crc = 0xFFFF;
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      crc ^= (one & 0xFF) << 8;
      for (int bit = 0; bit < 8; bit++) {
        boolean carries = (crc & 0x8000) != 0;
        crc = (crc << 1 ^ (carries ? POLYNOMIAL : 0)) & 0xFFFF;
      }
    }
    return crc;
  }
}
