package jp.frontdesk.guide;

import java.util.List;
import jp.frontdesk.guide.floors.FloorPlan;
import jp.frontdesk.guide.floors.PlanShape;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.MmPoint;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// Draws a floor plan and the stops on it on paper.
final class FloorMapDrawing {
  private static final double PT_PER_MM = 72 / 25.4;
  private static final double MARK_LINE_MM = 0.5;

  private final PdfSheet sheet;
  private final MmBox place;
  private final double scale;

  /// @param place as wide and high as `placeOf` says
  private FloorMapDrawing(PdfSheet sheet, FloorPlan plan, MmBox place) {
    this.sheet = sheet;
    this.place = place;
    this.scale = place.widthMm() / plan.width();
  }

  /// The largest place for a plan within a width and a height, at the upper left.
  static MmBox placeOf(FloorPlan plan, MmBox room) {
    double scale = Math.min(room.widthMm() / plan.width(), room.heightMm() / plan.height());
    return new MmBox(room.xMm(), room.yMm(), plan.width() * scale, plan.height() * scale);
  }

  /// @param place as `placeOf` gave it
  static void draw(PdfSheet sheet, GuidePaper.FloorMap map, MmBox place) {
    FloorMapDrawing drawing = new FloorMapDrawing(sheet, map.plan(), place);
    map.plan().shapes().forEach(drawing::draw);
    double radius = map.plan().markRadius() * drawing.scale;
    map.marks().forEach(mark -> drawing.draw(mark, radius));
  }

  private void draw(PlanShape shape) {
    switch (shape) {
      case PlanShape.Outline outline -> {
        List<MmPoint> points = outline.points().stream().map(p -> at(p.xMm(), p.yMm())).toList();
        sheet.outline(
            points,
            outline.isClosed(),
            outline.fill(),
            outline.line(),
            outline.lineWidth() * scale);
      }
      case PlanShape.Words words -> {
        double sizePt = words.size() * scale * PT_PER_MM;
        double width = sheet.textWidthMm(Face.GOTHIC, sizePt, words.words());
        double before =
            switch (words.anchor()) {
              case START -> 0;
              case MIDDLE -> width / 2;
              case END -> width;
            };
        MmPoint from = at(words.x(), words.baseline());
        sheet.text(Face.GOTHIC, sizePt, from.xMm() - before, from.yMm(), words.words());
      }
    }
  }

  private void draw(GuidePaper.Mark mark, double radius) {
    MmPoint centre = at(mark.at().xMm(), mark.at().yMm());
    MmBox box = new MmBox(centre.xMm() - radius, centre.yMm() - radius, 2 * radius, 2 * radius);
    sheet.whiteEllipse(box, MARK_LINE_MM);
    boolean _ =
        sheet.textIn(
            box,
            TextStyle.center(Face.GOTHIC, radius * PT_PER_MM * 1.25),
            Integer.toString(mark.number()));
  }

  private MmPoint at(double x, double y) {
    return new MmPoint(place.xMm() + x * scale, place.yMm() + y * scale);
  }
}
