package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;

/// Print without ruling made into cells: lines are cut at wide gaps and after colons into labels
/// and values, so that [FormLayout] can treat a list of 氏名：… like a table. A value goes on to the
/// next label of its row.
final class Segments {
  /// The table that pieces outside all ruled tables belong to.
  static final int UNRULED = 10_000;

  private static final double PIECE_GAP = 0.6;
  private static final double COLON_WIDTH = 0.4;
  private static final double FINER_GAP = 0.3;
  private static final int MOST_PIECES = 12;
  private static final int MOST_SPREAD = 4;
  private static final double GAP_WITHOUT_COLON = 0.3;
  private static final double GOES_ON_GAP = 2.2;
  private static final double LABEL_EMS = 16;
  private static final double OVER_TABLE = 0.7;
  private static final int LABELS_OF_A_COLUMN = 2;

  private final ReadingThreads threads;
  private final UprightPage page;
  private final Engines engines;
  private final LabelBook labels;
  private final TextLines splitter;
  private final Map<Integer, Box> tables = new HashMap<>();
  private final Set<CertificateField> ruledFields = new HashSet<>();

  /// A run of print without wide gaps.
  private record Piece(Box box, String text, Optional<Label> label) {}

  Segments(
      ReadingThreads threads,
      UprightPage page,
      Engines engines,
      LabelBook labels,
      TextLines splitter,
      List<ReadCell> ruled) {
    this.threads = threads;
    this.page = page;
    this.engines = engines;
    this.labels = labels;
    this.splitter = splitter;
    for (ReadCell cell : ruled) {
      tables.merge(cell.cell().table(), cell.box(), Box::union);
      cell.label().ifPresent(l -> ruledFields.addAll(l.fields()));
    }
  }

  /// Labels and values among the lines; rows without any label are left out.
  List<ReadCell> of(List<TextLine> lines) {
    List<TextLine> cut =
        lines.stream()
            .flatMap(l -> splitter.parts(l, PIECE_GAP).stream())
            .map(this::withoutBlankRows)
            .toList();
    List<Piece> pieces = threads.each(cut, this::look).stream().flatMap(List::stream).toList();
    List<Piece> better =
        threads.each(pieces, p -> secondLook(p, pieces)).stream()
            .map(this::withoutSecondPlace)
            .toList();
    List<ReadCell> cells = new ArrayList<>();
    for (List<Piece> row : rows(better)) {
      addRow(cells, withSpreadLabels(row));
    }
    return cells;
  }

  /// A piece beside something higher, such as a ring, as high as its own print.
  private TextLine withoutBlankRows(TextLine piece) {
    List<TextLine> own = splitter.in(piece.box().inset(-2, -2));
    return own.size() == 1 && own.getFirst().box().height() * 2 > piece.box().height()
        ? own.getFirst()
        : piece;
  }

  /// The cells with those opened that hold labels and values of their own, e.g. 国保　有　介護　無; what has
  /// colons is left to [RunningLine].
  ///
  /// @param closed cells that no label was found for
  List<ReadCell> opened(List<ReadCell> cells, Set<ReadCell> closed) {
    List<ReadCell> out = new ArrayList<>();
    for (ReadCell cell : cells) {
      boolean mayHold =
          cell.label().isEmpty()
              && !Texts.folded(cell.text()).contains(":")
              && (closed.contains(cell) || labels.holdsWord(cell.text()));
      List<ReadCell> inside = mayHold ? of(cell.cell().lines()) : List.of();
      boolean hasLabel = inside.stream().anyMatch(c -> c.label().isPresent());
      boolean isOnlyLabel = hasLabel && inside.size() == 1;
      out.addAll(
          isOnlyLabel
              ? List.of(cell.withLabel(inside.getFirst().label().orElseThrow()))
              : hasLabel ? inside : List.of(cell));
    }
    return out;
  }

  private List<Piece> look(TextLine part) {
    SlotPasses passes = passes(part.box());
    String text = passes.first().text();
    boolean hasColon = Texts.folded(text).matches(".+:.+");
    Optional<LabelBook.Prefix> prefix = labels.findPrefix(text);
    Optional<Label> whole =
        labels
            .find(text)
            .filter(m -> m.distance() == 0 || (!hasColon && prefix.isEmpty()))
            .map(LabelBook.Match::label);
    if (whole.isPresent()) {
      return List.of(new Piece(part.box(), text, whole));
    }
    if (prefix.isEmpty()) {
      List<TextLine> finer =
          labels.holdsWord(text) ? splitter.parts(part, FINER_GAP) : List.of(part);
      return finer.size() > 1 && finer.size() <= MOST_PIECES
          ? finer.stream().flatMap(f -> look(f).stream()).toList()
          : List.of(new Piece(part.box(), text, Optional.empty()));
    }
    int end = passes.endOf(text.length() - restLength(text, prefix.orElseThrow()));
    Box box = part.box();
    double gap = hasColon ? 0.02 : GAP_WITHOUT_COLON;
    int at = gapNear(box, Math.clamp(end, box.x() + 1, box.right() - 1), gap);
    boolean isSentence = !hasColon && prefix.orElseThrow().rest().matches("[ぁ-ん].*");
    if (at < 0 || isSentence) {
      return List.of(new Piece(box, text, Optional.empty()));
    }
    Box label = new Box(box.x(), box.y(), at - box.x(), box.height());
    Box value = new Box(at, box.y(), box.right() - at, box.height());
    return List.of(
        new Piece(label, "", Optional.of(prefix.orElseThrow().label())),
        new Piece(tight(value), prefix.orElseThrow().rest(), Optional.empty()));
  }

  /// How many characters of the text as read belong to the rest after a label.
  private static int restLength(String text, LabelBook.Prefix prefix) {
    for (int length = 0; length <= text.length(); length++) {
      if (Texts.folded(text.substring(text.length() - length)).length() >= prefix.rest().length()) {
        return length;
      }
    }
    return 0;
  }

  /// The middle of the gap nearest to where a character seems to end, -1 when none is near.
  private int gapNear(Box box, int x, double gapOfHeight) {
    List<TextLine> runs = splitter.parts(new TextLine(box), gapOfHeight);
    int best = -1;
    int bestDistance = box.height();
    for (int i = 0; i + 1 < runs.size(); i++) {
      int middle = (runs.get(i).box().right() + runs.get(i + 1).box().x()) / 2;
      if (Math.abs(middle - x) < bestDistance) {
        best = middle;
        bestDistance = Math.abs(middle - x);
      }
    }
    return best;
  }

  private Box tight(Box box) {
    List<TextLine> runs = splitter.parts(new TextLine(box), 0.02);
    return runs.stream().map(TextLine::box).reduce(Box::union).orElse(box);
  }

  /// A piece that begins where labels begin may be a label that was read a character wrong.
  private Piece secondLook(Piece piece, List<Piece> all) {
    Box box = piece.box();
    boolean couldBeLabel =
        piece.label().isEmpty()
            && piece.text().length() >= 2
            && box.width() < LABEL_EMS * box.height();
    long aligned =
        all.stream()
            .filter(o -> o.label().isPresent())
            .filter(o -> Math.abs(o.box().x() - box.x()) < box.height() / 2)
            .count();
    if (!couldBeLabel || aligned < LABELS_OF_A_COLUMN) {
      return piece;
    }
    return labels
        .findLoosely(passes(box).combined(40).text())
        .filter(m -> m.wordLength() >= 2 && m.distance() * 3 <= m.wordLength())
        .map(m -> new Piece(box, piece.text(), Optional.of(m.label())))
        .orElse(piece);
  }

  /// Outside the tables no label counts that a table has: notes below a form speak of its fields.
  private Piece withoutSecondPlace(Piece piece) {
    boolean isSecond =
        piece.label().filter(l -> l.fields().stream().anyMatch(ruledFields::contains)).isPresent()
            && !isInTable(piece.box());
    return isSecond ? new Piece(piece.box(), piece.text(), Optional.empty()) : piece;
  }

  private static List<List<Piece>> rows(List<Piece> pieces) {
    List<List<Piece>> rows = new ArrayList<>();
    for (Piece piece :
        pieces.stream().sorted(Comparator.comparingInt(p -> p.box().centerY())).toList()) {
      Optional<List<Piece>> row =
          rows.stream().filter(r -> r.stream().anyMatch(p -> sharesRow(p, piece))).findFirst();
      row.ifPresentOrElse(r -> r.add(piece), () -> rows.add(new ArrayList<>(List.of(piece))));
    }
    rows.forEach(r -> r.sort(Comparator.comparingInt(p -> p.box().x())));
    return rows;
  }

  private static boolean sharesRow(Piece a, Piece b) {
    int shared = Math.min(a.box().bottom(), b.box().bottom()) - Math.max(a.box().y(), b.box().y());
    return shared > 0.5 * Math.min(a.box().height(), b.box().height());
  }

  /// Labels printed with wide gaps between their characters, e.g. 氏　　名, in one piece.
  private List<Piece> withSpreadLabels(List<Piece> row) {
    List<Piece> out = new ArrayList<>();
    int at = 0;
    while (at < row.size()) {
      Optional<Piece> label = Optional.empty();
      int used = 1;
      StringBuilder text = new StringBuilder(row.get(at).text());
      Box box = row.get(at).box();
      for (int i = at + 1; i < Math.min(row.size(), at + MOST_SPREAD) && label.isEmpty(); i++) {
        boolean isShort = row.get(i).text().length() <= 2 && row.get(at).text().length() <= 2;
        text.append(row.get(i).text());
        box = box.union(row.get(i).box());
        Box whole = box;
        String print = text.toString();
        label =
            labels
                .find(print)
                .filter(m -> isShort && m.distance() == 0)
                .map(m -> new Piece(whole, print, Optional.of(m.label())));
        used = label.isPresent() ? i - at + 1 : 1;
      }
      out.add(label.orElse(row.get(at)));
      at += used;
    }
    return out;
  }

  private void addRow(List<ReadCell> cells, List<Piece> row) {
    boolean hasLabel = row.stream().anyMatch(p -> p.label().isPresent());
    List<Piece> value = new ArrayList<>();
    boolean isAfterLabel = false;
    for (Piece piece : row) {
      boolean goesOn =
          value.isEmpty()
              || isAfterLabel
              || piece.box().x() - value.getLast().box().right()
                  < GOES_ON_GAP * piece.box().height();
      if (piece.label().isPresent() || !goesOn) {
        addValue(cells, value);
        value.clear();
      }
      if (piece.label().isPresent()) {
        cells.add(cell(piece.box(), piece.text(), piece.label()));
        isAfterLabel = true;
      } else if (hasLabel || isInTable(piece.box())) {
        value.add(piece);
      }
    }
    addValue(cells, value);
  }

  private void addValue(List<ReadCell> cells, List<Piece> value) {
    if (value.isEmpty()) {
      return;
    }
    Box box = value.stream().map(Piece::box).reduce(Box::union).orElseThrow();
    List<Box> runs = InkRuns.of(page.ink(), box);
    boolean startsWithColon = !runs.isEmpty() && isColon(runs.getFirst());
    List<Box> bare = startsWithColon ? runs.subList(1, runs.size()) : runs;
    bare.stream().reduce(Box::union).ifPresent(b -> cells.add(cell(b, "", Optional.empty())));
  }

  /// Two dots, one above the other.
  private boolean isColon(Box run) {
    List<InkBlobs.Blob> dots = InkBlobs.of(page.ink(), run);
    return dots.size() == 2
        && run.width() < COLON_WIDTH * run.height()
        && dots.stream().allMatch(d -> d.box().height() < COLON_WIDTH * run.height());
  }

  private ReadCell cell(Box box, String text, Optional<Label> label) {
    int margin = Math.max(2, box.height() / 5);
    Box around =
        new Box(
            Math.max(0, box.x() - margin),
            Math.max(0, box.y() - margin),
            box.width() + 2 * margin,
            box.height() + 2 * margin);
    int table = label.isPresent() ? tableUnder(box) : tableOf(box);
    return new ReadCell(new Cell(around, table, List.of(new TextLine(box))), text, label);
  }

  private boolean isInTable(Box box) {
    return tableOf(box) != UNRULED;
  }

  private int tableOf(Box box) {
    return tables.entrySet().stream()
        .filter(e -> e.getValue().x() <= box.centerX() && box.centerX() < e.getValue().right())
        .filter(e -> e.getValue().y() <= box.centerY() && box.centerY() < e.getValue().bottom())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(UNRULED);
  }

  /// The table a label stands in, or right over: the frame of its first row may be broken.
  private int tableUnder(Box box) {
    return tables.entrySet().stream()
        .filter(e -> e.getValue().x() <= box.x() && box.right() < e.getValue().right())
        .filter(e -> e.getValue().y() > box.bottom() - 4)
        .filter(e -> e.getValue().y() - box.bottom() < OVER_TABLE * box.height())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseGet(() -> tableOf(box));
  }

  private SlotPasses passes(Box box) {
    Box whole = new Box(0, 0, page.picture().width(), page.picture().height());
    return new SlotPasses(page, engines, List.of(new TextLine(box)), whole, List.of());
  }
}
