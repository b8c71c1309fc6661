package jp.frontdesk.samples;

import java.util.Locale;

/// How well a page was brought into the machine.
public enum ScanLevel {
  /// Straight from the printer's data: 300 dpi, PNG.
  CLEAN,
  /// An office scanner: 200 dpi, slight skew, copy-guard words visible, JPEG.
  OFFICE,
  /// A bad copy: 150 to 200 dpi, shadow, blur, noise, more skew.
  POOR,
  /// A document camera: perspective, dark table, uneven light.
  PHOTO;

  /// The level with that word.
  ///
  /// @throws IllegalArgumentException when there is none
  public static ScanLevel ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }

  /// The stable word in truth files and on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
