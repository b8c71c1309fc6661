package jp.frontdesk.forms;

import java.util.List;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.MmPoint;

/// Lays a signature into its box on a form: the ink as it was drawn, neither stretched nor cut, in
/// the middle of the height, at the left.
final class SignatureInk {
  /// The width of a pen.
  static final double PEN_MM = 0.4;

  private static final double SIDE_MM = 2;
  private static final double TOP_MM = 0.5;

  /// A small name is drawn larger than on the screen, but not more than this.
  private static final double MOST_ENLARGED = 1.6;

  private SignatureInk() {}

  /// The strokes' places on the sheet.
  static List<List<MmPoint>> in(MmBox box, Signature signature) {
    MmBox room = box.inset(SIDE_MM + PEN_MM / 2, TOP_MM + PEN_MM / 2);
    Signature.Extent ink = signature.extent();
    double scaleMm =
        Math.min(
            room.heightMm() * MOST_ENLARGED,
            Math.min(
                ink.height() > 0 ? room.heightMm() / ink.height() : Double.MAX_VALUE,
                ink.width() > 0 ? room.widthMm() / ink.width() : Double.MAX_VALUE));
    double top = room.yMm() + (room.heightMm() - ink.height() * scaleMm) / 2;
    return signature.strokes().stream()
        .map(stroke ->
            stroke.points().stream()
                .map(point ->
                    new MmPoint(
                        room.xMm() + (point.x() * signature.aspect() - ink.left()) * scaleMm,
                        top + (point.y() - ink.top()) * scaleMm))
                .toList())
        .toList();
  }
}
