package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;

/// The runs of one row of print from left to right, cut into captions and what stands between them.
final class PrintedRow {
  private static final double SMALL_GAP = 0.3;
  private static final double COLON_GAP = 0.12;
  private static final double ANY_GAP = 0.02;
  private static final String OPENING = "([「【〔<《";
  private static final String CLOSING = ")]」】〕>》";
  private static final String BULLETS = "■□●○◆◇◎*";

  private final List<PrintedRun> runs;
  private final TextLines splitter;
  private final StringBuilder text = new StringBuilder();
  private final BitSet beginnings = new BitSet();
  private final List<PrintedRun> runOf = new ArrayList<>();
  private final List<PrintedRun.Mark> marks = new ArrayList<>();

  /// A stretch of the row.
  ///
  /// @param boxes its runs or parts of them
  /// @param text what was read there
  /// @param label what it names, if it is a caption
  record Part(List<Box> boxes, String text, Optional<Label> label) {
    Box box() {
      return boxes.stream().reduce(Box::union).orElseThrow();
    }

    /// Never shows the text: it is personal.
    @Override
    public String toString() {
      return "Part[" + text.length() + " characters]";
    }
  }

  PrintedRow(List<PrintedRun> given, TextLines splitter) {
    runs =
        given.stream()
            .filter(r -> given.stream().noneMatch(o -> isPieceOf(r.box(), o.box())))
            .sorted(Comparator.comparingInt(r -> r.box().x()))
            .toList();
    this.splitter = splitter;
    for (PrintedRun run : runs) {
      beginnings.set(text.length());
      text.append(run.text());
      for (PrintedRun.Mark mark : run.marks()) {
        runOf.add(run);
        marks.add(mark);
      }
    }
  }

  static List<PrintedRow> of(List<PrintedRun> runs, TextLines splitter) {
    List<List<PrintedRun>> rows = new ArrayList<>();
    for (PrintedRun run :
        runs.stream().sorted(Comparator.comparingInt(p -> p.box().centerY())).toList()) {
      Optional<List<PrintedRun>> row =
          rows.stream()
              .filter(r -> r.stream().anyMatch(p -> sharesRow(p.box(), run.box())))
              .findFirst();
      row.ifPresentOrElse(r -> r.add(run), () -> rows.add(new ArrayList<>(List.of(run))));
    }
    return rows.stream().map(r -> new PrintedRow(r, splitter)).toList();
  }

  private static boolean sharesRow(Box a, Box b) {
    int shared = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return shared > 0.5 * Math.min(a.height(), b.height());
  }

  /// Specks of characters that were taken for a line of their own.
  private static boolean isPieceOf(Box piece, Box run) {
    return piece.x() >= run.x()
        && piece.right() <= run.right()
        && piece.height() < 0.7 * run.height();
  }

  List<PrintedRun> runs() {
    return runs;
  }

  List<CaptionFinder.Caption> captions(CaptionFinder finder, Optional<Label> before) {
    List<CaptionFinder.Caption> found =
        new ArrayList<>(finder.in(text.toString(), beginnings, this::isAfterGap, before));
    found.removeIf(c -> c.to() < marks.size() && cutBefore(c.to(), c.isFirm()) < 0);
    for (PrintedRun run : runs) {
      run.label()
          .ifPresent(l -> {
            int from = runOf.indexOf(run);
            int to = runOf.lastIndexOf(run) + 1;
            found.removeIf(c -> c.from() < to && c.to() > from);
            found.add(new CaptionFinder.Caption(l, from, to, true, false));
          });
    }
    found.sort(Comparator.comparingInt(CaptionFinder.Caption::from));
    return found;
  }

  /// Whether a colon stands behind something that is no caption.
  boolean hasOtherColon(List<CaptionFinder.Caption> captions) {
    for (int i = 1; i < text.length(); i++) {
      int at = i;
      if (text.charAt(i) == ':' && captions.stream().noneMatch(c -> c.from() < at && at < c.to())) {
        return true;
      }
    }
    return false;
  }

  private boolean isAfterGap(int at) {
    return at > 0 && at < marks.size() && cutBefore(at, false) >= 0;
  }

  /// The column at which a run is cut before a character, -1 where it cannot be; the run's left
  /// edge before its first character.
  private int cutBefore(int at, boolean isFirm) {
    PrintedRun run = runOf.get(at);
    if (at == 0 || !runOf.get(at - 1).equals(run)) {
      return run.box().x();
    }
    PrintedRun.Mark before = marks.get(at - 1);
    Box box = run.box();
    Optional<Box> shape = shapeOf(run, before);
    if (shape.isPresent()) {
      return shape.orElseThrow().right();
    }
    Optional<Box> next = shapeOf(run, marks.get(at));
    if (next.isPresent()) {
      return next.orElseThrow().x();
    }
    int guess = (before.right() + marks.get(at).left()) / 2;
    double gap = !isFirm ? SMALL_GAP : before.character() == ':' ? COLON_GAP : ANY_GAP;
    return gapNear(box, Math.clamp(guess, box.x() + 1, box.right() - 1), gap);
  }

  /// Where a colon or a bracket stands by its shape.
  private static Optional<Box> shapeOf(PrintedRun run, PrintedRun.Mark mark) {
    boolean isLast = mark.equals(run.marks().getLast());
    List<Box> shapes =
        mark.character() == ':'
            ? run.shapes().colons()
            : isLast || (OPENING + CLOSING).indexOf(mark.character()) >= 0
                ? run.shapes().brackets()
                : List.of();
    return shapes.stream()
        .filter(s -> Math.abs(s.centerX() - mark.center()) < s.height())
        .min(Comparator.comparingInt(s -> Math.abs(s.centerX() - mark.center())));
  }

  /// The middle of the gap nearest to where a character seems to end, -1 when none is near.
  private int gapNear(Box box, int x, double gapOfHeight) {
    List<TextLine> pieces = splitter.parts(new TextLine(box), gapOfHeight);
    int best = -1;
    int bestDistance = box.height();
    for (int i = 0; i + 1 < pieces.size(); i++) {
      int middle = (pieces.get(i).box().right() + pieces.get(i + 1).box().x()) / 2;
      if (Math.abs(middle - x) < bestDistance) {
        best = middle;
        bestDistance = Math.abs(middle - x);
      }
    }
    return best;
  }

  /// The row cut at its captions.
  List<Part> parts(List<CaptionFinder.Caption> captions) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    boolean isOpen = false;
    for (CaptionFinder.Caption caption : captions) {
      int start = caption.from();
      while (start > at && isBeforeCaption(text.charAt(start - 1))) {
        start--;
      }
      addPart(parts, at, isOpen ? beforeBracket(at, start) : start, Optional.empty());
      isOpen = OPENING.indexOf(text.charAt(start)) >= 0;
      addPart(parts, start, caption.to(), Optional.of(caption.label()));
      at = caption.to();
    }
    addPart(parts, at, isOpen ? beforeBracket(at, marks.size()) : marks.size(), Optional.empty());
    return parts;
  }

  /// A value whose caption stands behind an opening bracket, （世帯主：見本太郎）, ends before the closing
  /// one, whatever that was read as.
  private int beforeBracket(int from, int to) {
    if (to - from < 2) {
      return to;
    }
    PrintedRun run = runOf.get(to - 1);
    boolean isBracket =
        run.shapes().brackets().stream()
            .anyMatch(
                b -> b.right() >= run.box().right() - 1 && b.x() >= marks.get(to - 2).center());
    return isBracket ? to - 1 : to;
  }

  private static boolean isBeforeCaption(char c) {
    return OPENING.indexOf(c) >= 0 || BULLETS.indexOf(c) >= 0 || c == '/';
  }

  String text() {
    return text.toString();
  }

  Box box() {
    return runs.stream().map(PrintedRun::box).reduce(Box::union).orElseThrow();
  }

  /// What stands between two characters; empty where it cannot be cut out.
  Optional<Part> part(int from, int to) {
    List<Part> parts = new ArrayList<>();
    addPart(parts, from, to, Optional.empty());
    return parts.stream().findFirst();
  }

  private void addPart(List<Part> parts, int from, int to, Optional<Label> label) {
    int last = to;
    while (label.isEmpty() && last > from && isUnpaired(from, last - 1)) {
      last--;
    }
    List<Box> boxes = new ArrayList<>();
    for (int at = from; at < last; ) {
      PrintedRun run = runOf.get(at);
      int end = at;
      while (end < last && runOf.get(end).equals(run)) {
        end++;
      }
      int left = at == from ? cutBefore(at, true) : run.box().x();
      boolean isWhole = end == marks.size() || !runOf.get(end).equals(run);
      int right = isWhole ? run.box().right() : cutBefore(end, true);
      if (left >= 0 && right > left) {
        Box box = new Box(left, run.box().y(), right - left, run.box().height());
        splitter.parts(new TextLine(box), ANY_GAP).stream()
            .map(TextLine::box)
            .reduce(Box::union)
            .ifPresent(boxes::add);
      }
      at = end;
    }
    if (!boxes.isEmpty()) {
      parts.add(new Part(boxes, text.substring(from, last), label));
    }
  }

  /// A closing bracket at the end of a value that opened before its caption; engines read a 1 at
  /// the end as one.
  private boolean isUnpaired(int from, int at) {
    return CLOSING.indexOf(text.charAt(at)) >= 0
        && (")]".indexOf(text.charAt(at)) < 0 || isClosing(runOf.get(at), marks.get(at)))
        && text.substring(from, at).chars().noneMatch(c -> OPENING.indexOf(c) >= 0);
  }

  private static boolean isClosing(PrintedRun run, PrintedRun.Mark mark) {
    return run.shapes().closings().stream()
        .anyMatch(b -> Math.abs(b.centerX() - mark.center()) < b.height());
  }
}
