package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.reading.page.Ink;

/// Marks in a line of print that are known by their shape and whose place no engine tells well.
///
/// @param colons two dots, one above the other
/// @param brackets narrow and as high as the line: brackets, but also I or 1
/// @param closings those of them bent as ） is, which no digit is
record PrintShapes(List<Box> colons, List<Box> brackets, List<Box> closings) {
  private static final double COLON_WIDTH = 0.4;
  private static final double DOT_SIDES = 1.7;
  private static final double BRACKET_WIDTH = 0.36;
  private static final double BRACKET_HEIGHT = 0.8;

  PrintShapes {
    colons = List.copyOf(colons);
    brackets = List.copyOf(brackets);
    closings = List.copyOf(closings);
  }

  static PrintShapes of(Ink ink, Box line) {
    List<Box> colons = new ArrayList<>();
    List<Box> brackets = new ArrayList<>();
    for (Box run : InkRuns.of(ink, line)) {
      if (isColon(ink, run)) {
        colons.add(run);
      } else if (isBracket(ink, run)) {
        brackets.add(run);
      }
    }
    List<Box> closings = brackets.stream().filter(b -> Marks.isClosing(ink, b)).toList();
    return new PrintShapes(colons, brackets, closings);
  }

  static boolean isColon(Ink ink, Box run) {
    if (run.width() >= COLON_WIDTH * run.height()) {
      return false;
    }
    List<InkBlobs.Blob> dots = InkBlobs.of(ink, run);
    return dots.size() == 2
        && dots.stream().allMatch(d -> d.box().height() < COLON_WIDTH * run.height() && isDot(d));
  }

  /// About as high as wide: pieces of a torn stroke are not.
  private static boolean isDot(InkBlobs.Blob blob) {
    int shorter = Math.min(blob.box().width(), blob.box().height());
    return Math.max(blob.box().width(), blob.box().height()) <= DOT_SIDES * shorter + 1;
  }

  private static boolean isBracket(Ink ink, Box run) {
    return run.width() < BRACKET_WIDTH * run.height()
        && InkBlobs.of(ink, run).stream()
            .anyMatch(b -> b.box().height() > BRACKET_HEIGHT * run.height());
  }
}
