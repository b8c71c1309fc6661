package jp.frontdesk.samples;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.samples.scan.CameraShot;
import jp.frontdesk.samples.scan.Homography;
import jp.frontdesk.samples.scan.PageFile;
import jp.frontdesk.samples.scan.PaperWear;
import jp.frontdesk.samples.scan.PixelFilters;
import jp.frontdesk.samples.scan.Point;
import jp.frontdesk.samples.scan.Quad;

/// Chooses and does what a scan level does to the sheets of one certificate.
final class ScanRoom {
  private static final int MAX_PAGES = 9;
  private static final int CAMERA_LONG_PX = 3264;
  private static final int CAMERA_SHORT_PX = 2448;

  private final ScanLevel level;
  private final Luck luck;
  private final int dpi;
  private final List<Double> skews = new ArrayList<>();
  private final boolean grey;

  ScanRoom(ScanLevel level, Luck luck) {
    this.level = level;
    this.luck = luck;
    dpi =
        switch (level) {
          case CLEAN -> 300;
          case OFFICE -> 200;
          case POOR -> luck.pick(List.of(150, 170, 200));
          case PHOTO -> 245;
        };
    double most =
        switch (level) {
          case CLEAN, PHOTO -> 0;
          case OFFICE -> 1.0;
          case POOR -> 2.5;
        };
    for (int i = 0; i < MAX_PAGES; i++) {
      skews.add(most == 0 ? 0.0 : luck.between(-most, most));
    }
    grey =
        level == ScanLevel.POOR ? luck.chance(0.6) : level == ScanLevel.OFFICE && luck.chance(0.3);
  }

  /// Resolution at which the sheets are printed.
  int dpi() {
    return dpi;
  }

  /// Clockwise degrees, page by page.
  List<Double> skews() {
    return skews;
  }

  /// How visible the copy-guard word is.
  Color guardInk() {
    int paleness =
        switch (level) {
          case CLEAN -> luck.between(236, 244);
          case OFFICE -> luck.between(205, 225);
          case POOR, PHOTO -> luck.between(195, 218);
        };
    boolean bluish = luck.chance(0.4);
    return new Color(
        paleness - (bluish ? 12 : 0),
        paleness - (bluish ? 8 : 0),
        Math.min(255, paleness + (bluish ? 8 : 0)));
  }

  /// A scanned page: pixels, file and the way from the printed page to the image.
  ///
  /// @param extension `png` or `jpg`
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Scan(byte[] bytes, String extension, int width, int height, Homography mapping) {}

  /// Scans one sheet.
  ///
  /// @param rotation clockwise quarter turns in degrees
  Scan scan(BufferedImage sheet, int rotation) {
    if (level != ScanLevel.CLEAN) {
      wear(sheet);
    }
    BufferedImage image = sheet;
    Homography mapping = Homography.identity();
    switch (level) {
      case CLEAN -> {}
      case OFFICE -> office(image);
      case POOR -> poor(image);
      case PHOTO -> {
        Quad corners = corners(sheet);
        mapping = Homography.onto(corners, sheet.getWidth(), sheet.getHeight());
        image = photo(sheet, corners);
      }
    }
    if (grey) {
      PixelFilters.grey(image);
    }
    mapping = mapping.then(Homography.quarterTurns(rotation, image.getWidth(), image.getHeight()));
    image = PixelFilters.turned(image, rotation);
    byte[] bytes =
        switch (level) {
          case CLEAN -> PageFile.png(image, dpi);
          case OFFICE -> PageFile.jpeg(image, dpi, luck.between(78, 90));
          case POOR -> PageFile.jpeg(image, dpi, luck.between(55, 75));
          case PHOTO -> PageFile.jpeg(image, dpi, luck.between(75, 88));
        };
    String extension = level == ScanLevel.CLEAN ? "png" : "jpg";
    return new Scan(bytes, extension, image.getWidth(), image.getHeight(), mapping);
  }

  /// Not every sheet is new: folded, filed, printed on both sides.
  private void wear(BufferedImage sheet) {
    if (luck.chance(0.2)) {
      PaperWear.shineThrough(sheet, luck.between(0.04, 0.1));
    }
    if (luck.chance(0.25)) {
      double at = luck.pick(List.of(0.333, 0.5, 0.667));
      PaperWear.fold(sheet, at + luck.between(-0.01, 0.01), luck.between(0.08, 0.25), dpi);
    }
    if (luck.chance(0.12)) {
      PaperWear.punch(sheet, dpi, luck.pick(List.of(25, 90, 235)));
    }
  }

  private void office(BufferedImage image) {
    PixelFilters.blur(image, luck.between(0.1, 0.45));
    PixelFilters.fade(image, luck.between(0, 30), luck.between(244, 255));
    PixelFilters.noise(image, luck.between(1.0, 4.0), luck.seed());
  }

  private void poor(BufferedImage image) {
    if (dpi >= 200 && luck.chance(0.25)) {
      fax(image);
      return;
    }
    PixelFilters.blur(image, luck.between(0.45, 1.3));
    PixelFilters.fade(image, luck.between(25, 80), luck.between(190, 235));
    double band = luck.between(0.1, 0.9);
    double slope = luck.between(-0.08, 0.08);
    double depth = luck.between(0.15, 0.45);
    double edge = luck.between(0.0, 0.3);
    PixelFilters.light(
        image,
        (u, v) -> {
          double distance = (v - band - slope * (u - 0.5)) / 0.02;
          return (1 - depth * Math.exp(-distance * distance)) * (1 - edge * Math.pow(1 - u, 6));
        });
    PixelFilters.noise(image, luck.between(3.0, 8.0), luck.seed());
  }

  /// As a fax sends it: black and white, with specks and lost rows.
  private void fax(BufferedImage image) {
    PixelFilters.blur(image, luck.between(0.1, 0.4));
    PixelFilters.noise(image, luck.between(6.0, 14.0), luck.seed());
    PaperWear.blackAndWhite(image, luck.between(150, 185));
    PaperWear.fax(image, luck.between(0.0002, 0.0012), luck.between(0, 12), luck.seed());
  }

  /// The sheet's corners on the camera's picture: inside it, near its edges, a little askew.
  private Quad corners(BufferedImage sheet) {
    boolean wide = sheet.getWidth() > sheet.getHeight();
    double width = wide ? CAMERA_LONG_PX : CAMERA_SHORT_PX;
    double height = wide ? CAMERA_SHORT_PX : CAMERA_LONG_PX;
    double scale = 0.86 * Math.min(width / sheet.getWidth(), height / sheet.getHeight());
    double w = sheet.getWidth() * scale;
    double h = sheet.getHeight() * scale;
    double x = (width - w) / 2;
    double y = (height - h) / 2;
    double dx = width * 0.035;
    double dy = height * 0.03;
    double pinch = luck.between(-0.025, 0.05) * width;
    return new Quad(
        List.of(
            new Point(x + pinch + luck.between(-dx, dx), y + luck.between(-dy, dy)),
            new Point(x + w - pinch + luck.between(-dx, dx), y + luck.between(-dy, dy)),
            new Point(x + w + luck.between(-dx, dx), y + h + luck.between(-dy, dy)),
            new Point(x + luck.between(-dx, dx), y + h + luck.between(-dy, dy))));
  }

  private BufferedImage photo(BufferedImage sheet, Quad corners) {
    PixelFilters.fade(sheet, luck.between(15, 40), luck.between(222, 245));
    boolean wide = sheet.getWidth() > sheet.getHeight();
    int table = luck.pick(List.of(0x1E2A36, 0x3A2A1C, 0x2C2C2E, 0x203026));
    BufferedImage picture =
        CameraShot.take(
            sheet,
            wide ? CAMERA_LONG_PX : CAMERA_SHORT_PX,
            wide ? CAMERA_SHORT_PX : CAMERA_LONG_PX,
            corners,
            table,
            luck.seed());
    PixelFilters.blur(picture, luck.between(0.2, 0.8));
    double lampX = luck.between(0.1, 0.9);
    double lampY = luck.between(0.0, 0.8);
    double fall = luck.between(0.15, 0.4);
    PixelFilters.light(
        picture, (u, v) -> 1.04 - fall * ((u - lampX) * (u - lampX) + (v - lampY) * (v - lampY)));
    if (luck.chance(0.3)) {
      castShadow(picture);
    }
    if (luck.chance(0.25)) {
      reflectLamp(picture);
    }
    PixelFilters.noise(picture, luck.between(1.5, 4.5), luck.seed());
    return picture;
  }

  /// The shadow of a hand or an arm, with a soft edge.
  private void castShadow(BufferedImage picture) {
    double slope = luck.between(-1.5, 1.5);
    double at = luck.between(0.2, 0.8);
    double depth = luck.between(0.15, 0.4);
    double side = luck.chance(0.5) ? 1 : -1;
    PixelFilters.light(
        picture, (u, v) -> 1 - depth / (1 + Math.exp(-60 * side * (u - at - slope * (v - 0.5)))));
  }

  /// A lamp that is reflected by the paper.
  private void reflectLamp(BufferedImage picture) {
    double x = luck.between(0.25, 0.75);
    double y = luck.between(0.25, 0.75);
    double glare = luck.between(0.15, 0.35);
    PixelFilters.light(
        picture, (u, v) -> 1 + glare * Math.exp(-((u - x) * (u - x) + (v - y) * (v - y)) / 0.01));
  }
}
