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
  private static final double GAP_WITHOUT_COLON = 0.3;
  private static final double GOES_ON_GAP = 2.2;
  private static final double LABEL_EMS = 16;
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
            .filter(p -> p.box().width() * 2 > p.box().height())
            .toList();
    List<Piece> pieces = threads.each(cut, this::look).stream().flatMap(List::stream).toList();
    List<Piece> better =
        threads.each(pieces, p -> secondLook(p, pieces)).stream()
            .map(this::withoutSecondPlace)
            .toList();
    List<ReadCell> cells = new ArrayList<>();
    for (List<Piece> row : rows(better)) {
      addRow(cells, row);
    }
    return cells;
  }

  private List<Piece> look(TextLine part) {
    SlotPasses passes = passes(part.box());
    String text = passes.first().text();
    Optional<Label> whole = labels.find(text).map(LabelBook.Match::label);
    if (whole.isPresent()) {
      return List.of(new Piece(part.box(), text, whole));
    }
    Optional<LabelBook.Prefix> prefix = labels.findPrefix(text);
    if (prefix.isEmpty()) {
      return List.of(new Piece(part.box(), text, Optional.empty()));
    }
    int end = passes.endOf(text.length() - restLength(text, prefix.orElseThrow()));
    Box box = part.box();
    boolean hasColon = Texts.folded(text).contains(":");
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
    boolean startsWithColon = Texts.folded(value.getFirst().text()).matches("[:;・.].*");
    Box bare = startsWithColon ? afterColon(box) : box;
    if (bare.width() * 2 > bare.height()) {
      cells.add(cell(bare, "", Optional.empty()));
    }
  }

  /// Without the first run of ink, which is narrow.
  private Box afterColon(Box box) {
    List<TextLine> runs = splitter.parts(new TextLine(box), 0.02);
    if (runs.size() < 2 || runs.getFirst().box().width() > 0.4 * box.height()) {
      return box;
    }
    return runs.subList(1, runs.size()).stream().map(TextLine::box).reduce(Box::union).orElse(box);
  }

  private ReadCell cell(Box box, String text, Optional<Label> label) {
    int margin = Math.max(2, box.height() / 5);
    Box around =
        new Box(
            Math.max(0, box.x() - margin),
            Math.max(0, box.y() - margin),
            box.width() + 2 * margin,
            box.height() + 2 * margin);
    return new ReadCell(new Cell(around, tableOf(box), List.of(new TextLine(box))), text, label);
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

  private SlotPasses passes(Box box) {
    Box whole = new Box(0, 0, page.picture().width(), page.picture().height());
    return new SlotPasses(page, engines, List.of(new TextLine(box)), whole, List.of());
  }
}
