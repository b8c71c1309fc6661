package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.paper.MmBox;

/// The cells of a number in groups, and which character stands in which.
///
/// @param groups the outline of each group
/// @param dividers between the cells of a group
/// @param hyphens the gaps between the groups
/// @param written the characters in their cells
record DigitCells(
    List<MmBox> groups, List<MmBox> dividers, List<MmBox> hyphens, List<Cell> written) {
  /// A character in its cell.
  record Cell(MmBox place, String text) {}

  /// The cells, with the number written in them. A number with hyphens fills each group from its
  /// right end, one without runs through. Empty when the number does not fit the groups; it is then
  /// written as a text.
  static Optional<DigitCells> of(String text, FormItem.Digits item) {
    return distributed(text.strip(), item.groups()).map(parts -> laidOut(parts, item));
  }

  private static Optional<List<String>> distributed(String text, List<Integer> groups) {
    if (text.isEmpty()) {
      return Optional.of(groups.stream().map(cells -> "").toList());
    }
    List<String> parts = List.of(text.split("[-－‐]", -1));
    if (parts.size() == 1) {
      return cut(text, groups);
    }
    boolean fits = parts.size() == groups.size();
    for (int i = 0; fits && i < parts.size(); i++) {
      fits = parts.get(i).length() <= groups.get(i) && parts.get(i).matches("[0-9A-Z]+");
    }
    return fits ? Optional.of(parts) : Optional.empty();
  }

  private static Optional<List<String>> cut(String text, List<Integer> groups) {
    if (!text.matches("[0-9A-Z]+")
        || text.length() != groups.stream().mapToInt(Integer::intValue).sum()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int cells : groups) {
      parts.add(text.substring(from, from + cells));
      from += cells;
    }
    return Optional.of(parts);
  }

  private static DigitCells laidOut(List<String> parts, FormItem.Digits item) {
    List<Integer> groups = item.groups();
    int cells = groups.stream().mapToInt(Integer::intValue).sum();
    MmBox at = item.at();
    double width = (at.widthMm() - item.gapMm() * (groups.size() - 1)) / cells;
    DigitCells made =
        new DigitCells(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    double x = at.xMm();
    for (int group = 0; group < groups.size(); group++) {
      made.addGroup(
          new MmBox(x, at.yMm(), width * groups.get(group), at.heightMm()),
          groups.get(group),
          parts.get(group));
      x += width * groups.get(group);
      if (group < groups.size() - 1 && item.gapMm() > 0) {
        made.hyphens.add(new MmBox(x, at.yMm(), item.gapMm(), at.heightMm()));
      }
      x += item.gapMm();
    }
    return made;
  }

  private void addGroup(MmBox box, int cells, String text) {
    groups.add(box);
    double width = box.widthMm() / cells;
    for (int i = 0; i < cells; i++) {
      double x = box.xMm() + i * width;
      if (i > 0) {
        dividers.add(new MmBox(x, box.yMm(), 0, box.heightMm()));
      }
      int place = i - (cells - text.length());
      if (place >= 0) {
        written.add(
            new Cell(
                new MmBox(x, box.yMm(), width, box.heightMm()), text.substring(place, place + 1)));
      }
    }
  }
}
