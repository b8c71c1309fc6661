package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.page.Ink;

/// Several values in one line, divided where the print divides them: 本籍 ／ 筆頭者, 氏名（旧氏）, 性別　続柄.
final class SharedLine {
  private static final double WIDE_GAP = 0.8;
  private static final double SLASH_GAP = 0.3;

  private final Ink ink;

  /// @param ink the print of the page
  SharedLine(Ink ink) {
    this.ink = ink;
  }

  /// The slots with those divided that hold several values.
  List<Slot> divided(List<Slot> slots) {
    return slots.stream().flatMap(s -> divided(s).stream()).toList();
  }

  private List<Slot> divided(Slot slot) {
    if (slot.lines().size() != 1) {
      return List.of(slot);
    }
    List<Box> runs = InkRuns.of(ink, slot.lines().getFirst().box());
    if (slot.fields().size() == 1) {
      return List.of(isSecondName(slot) ? withoutBrackets(slot, runs) : slot);
    }
    List<Box> pieces = betweenSlashes(runs);
    if (pieces.size() == slot.fields().size()) {
      return parts(slot, pieces);
    }
    if (slot.fields().getFirst() == CertificateField.NAME) {
      List<Box> bracketed = betweenBrackets(runs);
      return bracketed.size() <= slot.fields().size() ? parts(slot, bracketed) : List.of(slot);
    }
    List<Box> apart = InkRuns.apart(ink, slot.lines().getFirst().box(), WIDE_GAP);
    boolean isClosed = slot.fields().stream().allMatch(SharedLine::isClosed);
    return isClosed && apart.size() == slot.fields().size() ? parts(slot, apart) : List.of(slot);
  }

  private static boolean isSecondName(Slot slot) {
    return switch (slot.fields().getFirst()) {
      case FORMER_NAME, ALIAS -> true;
      default -> false;
    };
  }

  private Slot withoutBrackets(Slot slot, List<Box> runs) {
    boolean hasBoth =
        runs.size() > 2
            && Marks.isOpening(ink, runs.getFirst())
            && Marks.isClosing(ink, runs.getLast());
    return hasBoth
        ? slot.part(slot.fields(), List.of(new TextLine(union(runs.subList(1, runs.size() - 1)))))
        : slot;
  }

  /// What stands before, between and after the slashes that have room around them.
  private List<Box> betweenSlashes(List<Box> runs) {
    List<Box> pieces = new ArrayList<>();
    int start = 0;
    for (int i = 1; i + 1 < runs.size(); i++) {
      Box run = runs.get(i);
      double gap = SLASH_GAP * run.height();
      boolean hasRoom =
          run.x() - runs.get(i - 1).right() > gap && runs.get(i + 1).x() - run.right() > gap;
      if (hasRoom && i > start && Marks.isSlash(ink, run)) {
        pieces.add(union(runs.subList(start, i)));
        start = i + 1;
      }
    }
    pieces.add(union(runs.subList(start, runs.size())));
    return pieces;
  }

  /// What stands before the first bracket and inside each pair.
  private List<Box> betweenBrackets(List<Box> runs) {
    List<Box> pieces = new ArrayList<>();
    boolean isOpen = false;
    int start = 0;
    for (int i = 1; i < runs.size(); i++) {
      Box run = runs.get(i);
      if (isOpen ? Marks.isClosing(ink, run) : Marks.isOpening(ink, run)) {
        if (i > start) {
          pieces.add(union(runs.subList(start, i)));
        }
        start = i + 1;
        isOpen = !isOpen;
      }
    }
    if (start < runs.size()) {
      pieces.add(union(runs.subList(start, runs.size())));
    }
    return pieces;
  }

  private static boolean isClosed(CertificateField field) {
    return switch (field.kind()) {
      case CHOICE, DATE, DIGITS, CODE -> true;
      case ADDRESS, NAME, TEXT, KANA -> false;
    };
  }

  private static List<Slot> parts(Slot slot, List<Box> pieces) {
    List<Slot> parts = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      int left = i == 0 ? slot.limits().x() : pieces.get(i - 1).right();
      int right = i + 1 == pieces.size() ? slot.limits().right() : pieces.get(i + 1).x();
      parts.add(slot.piece(slot.fields().get(i), pieces.get(i), left, right));
    }
    return parts;
  }

  private static Box union(List<Box> boxes) {
    return boxes.stream().reduce(Box::union).orElseThrow();
  }
}
