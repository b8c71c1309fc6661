package jp.frontdesk.samples.paper;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.samples.scan.Quad;

/// One printed sheet.
///
/// @param image the sheet, `TYPE_INT_RGB`
/// @param text what is printed on it, line by line, cells of a row separated by tabs
/// @param boxes where each field stands, in image pixels
public record PrintedPage(BufferedImage image, String text, List<Box> boxes) {
  public PrintedPage {
    boxes = List.copyOf(boxes);
  }

  /// The place of one field.
  ///
  /// @param lines one area for each line of its text; never empty
  /// @param cell the ruled cell around it, if any
  public record Box(FieldPath path, List<Quad> lines, Optional<Quad> cell) {
    public Box {
      lines = List.copyOf(lines);
    }
  }
}
