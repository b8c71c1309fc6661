package jp.frontdesk.reading;

import java.util.ArrayList;
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
import jp.frontdesk.reading.text.Model;

/// Print without ruling made into cells: lines are cut at wide gaps and after colons into labels
/// and values, so that [FormLayout] can treat a list of 氏名：… like a table. A value goes on to the
/// next label of its row.
final class Segments {
  /// The table that pieces outside all ruled tables belong to.
  static final int UNRULED = 10_000;

  private static final double PIECE_GAP = 0.6;
  private static final double GOES_ON_GAP = 2.2;
  private static final double JOINED_GAP = 2.8;
  private static final double OVER_TABLE = 0.7;
  private static final double LEAST_BULLET = 0.4;
  private static final double BULLET_FILL = 0.92;
  private static final int LEAST_FIRST_WORD = 3;

  private final ReadingThreads threads;
  private final UprightPage page;
  private final Engines engines;
  private final LabelBook labels;
  private final CaptionFinder finder;
  private final BlurredCaptions blurred;
  private final TextLines splitter;
  private final Map<Integer, Box> tables = new HashMap<>();
  private final Set<CertificateField> ruledFields = new HashSet<>();

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
    finder = new CaptionFinder(labels);
    blurred = new BlurredCaptions(page, engines, labels, splitter);
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
            .map(l -> new TextLine(InkRuns.withMark(page.ink(), splitter.whole(l).box())))
            .flatMap(l -> splitter.parts(l, PIECE_GAP).stream())
            .map(this::withoutBlankRows)
            .flatMap(l -> withoutBullet(l).stream())
            .toList();
    List<PrintedRun> runs = threads.each(cut, l -> read(l, Model.FAST));
    List<PrintedRow> rows = threads.each(PrintedRow.of(runs, splitter), this::better);
    List<Box> known =
        rows.stream()
            .flatMap(r -> r.parts(captions(r, Optional.empty())).stream())
            .filter(p -> p.label().isPresent())
            .map(PrintedRow.Part::box)
            .toList();
    List<ReadCell> cells = new ArrayList<>();
    List<PrintedRow> looked = threads.each(rows, r -> blurred.lookedAt(r, known));
    for (List<PrintedRow.Part> row :
        new AlignedRows(looked, parts(looked), labels, blurred::headOf).named()) {
      addRow(cells, row.stream().map(this::withoutSecondPlace).toList());
    }
    return cells;
  }

  private List<List<PrintedRow.Part>> parts(List<PrintedRow> rows) {
    BareMembers bare = new BareMembers(labels);
    List<List<PrintedRow.Part>> parts = new ArrayList<>();
    Optional<Label> last = Optional.empty();
    for (int i = 0; i < rows.size(); i++) {
      PrintedRow row = rows.get(i);
      List<CaptionFinder.Caption> captions = captions(row, last);
      if (captions.isEmpty() && row.hasOtherColon(captions)) {
        PrintedRow other = byGlyphs(row);
        List<CaptionFinder.Caption> found = captions(other, last);
        row = found.isEmpty() ? row : other;
        captions = found;
      }
      last = captions.isEmpty() ? last : Optional.of(captions.getLast().label());
      List<PrintedRow.Part> own = new ArrayList<>(row.parts(captions));
      int end = captions.isEmpty() ? row.text().length() : captions.getFirst().from();
      List<PrintedRow.Part> person = bare.person(row, end);
      if (!person.isEmpty()) {
        while (!own.isEmpty() && own.getFirst().label().isEmpty()) {
          own.removeFirst();
        }
        own.addAll(0, person);
        if (i > 0 && parts.getLast().stream().allMatch(p -> p.label().isEmpty())) {
          List<PrintedRow.Part> name = bare.name(rows.get(i - 1), row);
          parts.set(i - 1, name.isEmpty() ? parts.getLast() : name);
        }
      }
      parts.add(own);
    }
    return parts;
  }

  /// A piece beside something higher, such as a ring, as high as its own print.
  private TextLine withoutBlankRows(TextLine piece) {
    List<TextLine> own = splitter.in(piece.box().inset(-2, -2));
    return own.size() == 1 && own.getFirst().box().height() * 2 > piece.box().height()
        ? own.getFirst()
        : piece;
  }

  /// Engines read a filled square before a caption as anything.
  private Optional<TextLine> withoutBullet(TextLine line) {
    List<Box> runs = InkRuns.of(page.ink(), line.box());
    if (runs.isEmpty() || !isBullet(runs.getFirst())) {
      return Optional.of(line);
    }
    return runs.stream().skip(1).reduce(Box::union).map(TextLine::new);
  }

  private boolean isBullet(Box run) {
    List<InkBlobs.Blob> blobs = InkBlobs.of(page.ink(), run);
    if (blobs.size() != 1) {
      return false;
    }
    Box box = blobs.getFirst().box();
    return Math.min(box.width(), box.height()) > LEAST_BULLET * run.height()
        && blobs.getFirst().count() > BULLET_FILL * box.width() * box.height();
  }

  private PrintedRun read(TextLine line, Model model) {
    return PrintedRun.read(page, engines, line, model);
  }

  private List<CaptionFinder.Caption> captions(PrintedRow row, Optional<Label> before) {
    return row.captions(finder, before);
  }

  /// Wide gaps between the characters of a caption leave pieces that are hard to read; such a row
  /// is read once more as a whole.
  private PrintedRow better(PrintedRow row) {
    List<CaptionFinder.Caption> captions = captions(row, Optional.empty());
    if (row.runs().size() < 2 || !row.hasOtherColon(captions)) {
      return row;
    }
    List<Box> joined = new ArrayList<>();
    for (PrintedRun run : row.runs()) {
      boolean goesOn =
          !joined.isEmpty()
              && run.box().x() - joined.getLast().right() < JOINED_GAP * run.box().height();
      if (goesOn) {
        joined.add(joined.removeLast().union(run.box()));
      } else {
        joined.add(run.box());
      }
    }
    PrintedRow whole =
        new PrintedRow(
            joined.stream().map(b -> read(new TextLine(b), Model.FAST)).toList(), splitter);
    return captions(whole, Optional.empty()).size() > captions.size() ? whole : row;
  }

  /// A row whose caption the engine could not read, as our own reader reads it up to its colon.
  private PrintedRow byGlyphs(PrintedRow row) {
    List<PrintedRun> out = new ArrayList<>();
    boolean isBefore = true;
    for (PrintedRun run : row.runs()) {
      out.add(isBefore ? PrintedRun.readByGlyphs(page, run.box()) : run);
      isBefore &= run.shapes().colons().isEmpty();
    }
    return new PrintedRow(out, splitter);
  }

  /// The cells with those opened that hold labels and values of their own, e.g. 国保　有　介護　無; what has
  /// colons is left to [RunningLine].
  ///
  /// @param closed cells that no label was found for
  List<ReadCell> opened(List<ReadCell> cells, Set<ReadCell> closed) {
    List<ReadCell> out = new ArrayList<>();
    for (ReadCell cell : cells) {
      boolean isPlain = cell.label().isEmpty() && !Texts.folded(cell.text()).contains(":");
      boolean mayHold = isPlain && (closed.contains(cell) || labels.holdsWord(cell.text()));
      List<ReadCell> inside = mayHold ? of(cell.cell().lines()) : List.of();
      if (isPlain && !closed.contains(cell) && inside.stream().allMatch(c -> c.label().isEmpty())) {
        inside = withFirstWord(cell);
      }
      boolean hasLabel =
          inside.stream().anyMatch(c -> c.label().isPresent())
              && (closed.contains(cell) || inside.getLast().label().isEmpty());
      boolean isOnlyLabel = hasLabel && inside.size() == 1;
      out.addAll(
          isOnlyLabel
              ? List.of(cell.withLabel(inside.getFirst().label().orElseThrow()))
              : hasLabel ? inside : List.of(cell));
    }
    return out;
  }

  /// A caption that the line begins with, known from the whole line or from the piece by itself, if
  /// the piece is as long as its word.
  private List<ReadCell> withFirstWord(ReadCell cell) {
    if (cell.cell().lines().size() != 1) {
      return List.of();
    }
    List<TextLine> pieces =
        splitter.parts(splitter.whole(cell.cell().lines().getFirst()), PIECE_GAP);
    Box first = pieces.getFirst().box();
    String text = Texts.folded(cell.text());
    int length = (int) Math.round((double) first.width() / first.height());
    if (pieces.size() < 2 || length < LEAST_FIRST_WORD || text.length() <= length) {
      return List.of();
    }
    Optional<Label> label =
        labels
            .findLoosely(text.substring(0, length))
            .filter(m -> m.wordLength() == length)
            .flatMap(m ->
                m.distance() == 0
                    ? Optional.of(m)
                    : labels.find(read(new TextLine(first), Model.COMBINED).text()))
            .filter(m -> m.distance() == 0)
            .map(LabelBook.Match::label);
    List<ReadCell> found = new ArrayList<>();
    if (label.isPresent()) {
      found.add(cell(first, "", label));
      addValues(found, pieces.stream().skip(1).map(TextLine::box).toList());
    }
    return found;
  }

  /// Outside the tables no label counts that a table has: notes below a form speak of its fields.
  private PrintedRow.Part withoutSecondPlace(PrintedRow.Part part) {
    boolean isSecond =
        part.label().filter(l -> l.fields().stream().anyMatch(ruledFields::contains)).isPresent()
            && !isInTable(part.box());
    return isSecond ? new PrintedRow.Part(part.boxes(), part.text(), Optional.empty()) : part;
  }

  private void addRow(List<ReadCell> cells, List<PrintedRow.Part> row) {
    boolean isAfterLabel = false;
    for (PrintedRow.Part part : row) {
      if (part.label().isPresent()) {
        cells.add(cell(part.box(), part.text(), part.label()));
        isAfterLabel = true;
      } else if (isAfterLabel || isInTable(part.box())) {
        addValues(cells, part.boxes());
      }
    }
  }

  /// A value goes on over gaps that are not too wide.
  private void addValues(List<ReadCell> cells, List<Box> boxes) {
    List<Box> value = new ArrayList<>();
    for (Box box : boxes) {
      boolean goesOn =
          value.isEmpty() || box.x() - value.getLast().right() < GOES_ON_GAP * box.height();
      if (!goesOn) {
        addValue(cells, value);
        value.clear();
      }
      value.add(box);
    }
    addValue(cells, value);
  }

  private void addValue(List<ReadCell> cells, List<Box> value) {
    Box box = value.stream().reduce(Box::union).orElseThrow();
    List<Box> runs = InkRuns.of(page.ink(), box);
    boolean startsWithColon = !runs.isEmpty() && PrintShapes.isColon(page.ink(), runs.getFirst());
    List<Box> bare = startsWithColon ? runs.subList(1, runs.size()) : runs;
    bare.stream().reduce(Box::union).ifPresent(b -> cells.add(cell(b, "", Optional.empty())));
  }

  private ReadCell cell(Box box, String text, Optional<Label> label) {
    int margin = Math.max(2, box.height() / 5);
    Box beside = InkRuns.withRoom(page.ink(), box, margin);
    Box around =
        new Box(
            beside.x(), Math.max(0, box.y() - margin), beside.width(), box.height() + 2 * margin);
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
}
