package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.LinePicture;
import jp.frontdesk.reading.text.Model;

/// Reads every cell once with the fast model and tells labels from values: by their words, and,
/// where a word is a character off, by standing in a column of labels.
final class CellReader {
  private static final int COLUMN_TOLERANCE_PX = 6;
  private static final int LABEL_EMS = 20;
  private static final double HIGH = 1.2;
  private static final double HEAD_ROW = 0.32;
  private static final double LOW = 0.87;
  private static final int AS_LOW_PX = 3;
  private static final int STANDING_PX = 36;
  private static final int LABELS_OF_A_HEAD_ROW = 3;
  private static final int ROUNDS = 3;
  private static final int SHORT_WORD = 2;

  private final ReadingThreads threads;
  private final UprightPage page;
  private final Engines engines;
  private final LabelBook labels;
  private final Map<Cell, SlotPasses> passes = new ConcurrentHashMap<>();

  CellReader(ReadingThreads threads, UprightPage page, Engines engines, LabelBook labels) {
    this.threads = threads;
    this.page = page;
    this.engines = engines;
    this.labels = labels;
  }

  List<ReadCell> read(List<Cell> cells) {
    LabelPictures pictures = new LabelPictures(page.darkness(), cells);
    List<Cell> originals = cells.stream().filter(c -> !pictures.isRepeated(c)).toList();
    Map<Cell, ReadCell> read = new HashMap<>();
    threads.each(originals, this::look).forEach(c -> read.put(c.cell(), c));
    List<Cell> unknown = new ArrayList<>();
    for (Cell cell : cells) {
      if (pictures.isRepeated(cell)) {
        Optional<Label> known =
            pictures.before(cell).stream()
                .flatMap(c -> Optional.ofNullable(read.get(c)).flatMap(ReadCell::label).stream())
                .filter(Label::isOfMember)
                .findFirst();
        known.ifPresentOrElse(
            l -> read.put(cell, new ReadCell(cell, "", Optional.of(l))), () -> unknown.add(cell));
      }
    }
    threads.each(unknown, this::look).forEach(c -> read.put(c.cell(), c));
    List<ReadCell> all = cells.stream().map(read::get).toList();
    for (int round = 0; round < ROUNDS; round++) {
      List<ReadCell> before = all;
      all = threads.each(before, c -> secondLook(c, before));
      if (all.equals(before)) {
        break;
      }
    }
    return LikeBlocks.labelled(all);
  }

  private ReadCell look(Cell cell) {
    Optional<List<Box>> standing = StandingPrint.charactersOf(cell);
    if (standing.isPresent()) {
      return standing(cell, standing.orElseThrow());
    }
    boolean couldBeLabel =
        !cell.isEmpty()
            && cell.lines().size() <= 3
            && (isHigh(cell) || !passesOf(cell).isOneCharacter());
    String text = couldBeLabel ? passesOf(cell).first().text() : "";
    Optional<Label> label =
        isShort(cell) ? labels.find(text).map(LabelBook.Match::label) : Optional.empty();
    return new ReadCell(cell, text, label);
  }

  /// As cells are that hold a heading of several rows, e.g. 旧 or 新 alone.
  private static boolean isHigh(Cell cell) {
    return cell.box().height() > HIGH * cell.box().width();
  }

  private ReadCell standing(Cell cell, List<Box> characters) {
    Gray picture = LinePicture.ofStanding(page, characters, STANDING_PX);
    String text = engines.read(Model.FAST, picture, "").text();
    return new ReadCell(cell, text, labels.find(text).map(LabelBook.Match::label));
  }

  /// The passes already made over the one cell a slot is.
  Optional<SlotPasses> passesOver(Slot slot) {
    return slot.drop().isEmpty()
        ? passes.entrySet().stream()
            .filter(e -> e.getKey().box().equals(slot.limits()))
            .filter(e -> e.getKey().lines().equals(slot.lines()))
            .map(Map.Entry::getValue)
            .findFirst()
        : Optional.empty();
  }

  /// The passes over a cell's lines, shared with whoever reads the value.
  SlotPasses passesOf(Cell cell) {
    return passes.computeIfAbsent(
        cell, c -> new SlotPasses(page, engines, c.lines(), c.box(), List.of()));
  }

  /// Labels are seldom longer than some fifteen characters a line.
  private static boolean isShort(Cell cell) {
    return cell.lines().stream()
        .map(TextLine::box)
        .allMatch(l -> l.width() < LABEL_EMS * l.height() && l.width() > l.height() / 2);
  }

  private ReadCell secondLook(ReadCell cell, List<ReadCell> all) {
    if (cell.label().isPresent() || cell.cell().isEmpty()) {
      return cell;
    }
    boolean isAmongLabels =
        isInLabelColumn(cell, all)
            || (isWord(cell) && (isInHeadRows(cell, all) || isAmongCaptions(cell, all)));
    if (!isAmongLabels) {
      if (!isWord(cell) || !isShort(cell.cell())) {
        return cell;
      }
      Optional<Label> found =
          isBesideLabels(cell, all)
              ? likeliest(cell, isHeading(cell, all)).or(() -> spelled(cell))
              : isLikeCaptions(cell, all) ? spelled(cell) : Optional.empty();
      return found.map(cell::withLabel).orElse(cell);
    }
    Optional<LabelBook.Match> loose = labels.findLoosely(cell.text());
    String second = passesOf(cell.cell()).combined(40).text();
    Optional<LabelBook.Match> better = labels.find(second).or(() -> labels.findLoosely(second));
    if (better.isPresent()
        && (loose.isEmpty() || better.orElseThrow().distance() <= loose.orElseThrow().distance())) {
      return cell.withLabel(better.orElseThrow().label());
    }
    return loose
        .or(() -> labels.find(passesOf(cell.cell()).own(Alphabet.KANA).text()))
        .map(LabelBook.Match::label)
        .or(() -> likeliest(cell, isHeading(cell, all)))
        .or(() -> byGlyphs(cell.cell()))
        .or(() -> spelled(cell))
        .map(cell::withLabel)
        .orElse(cell);
  }

  /// What is mostly digits is no blurred label, nor what both of the engine's models read alike.
  private Optional<Label> likeliest(ReadCell cell, boolean isHeading) {
    String text = LabelBook.bare(cell.text());
    if (2 * text.chars().filter(Character::isDigit).count() > text.length()) {
      return Optional.empty();
    }
    String second = LabelBook.bare(passesOf(cell.cell()).combined(40).text());
    return !text.isEmpty() && text.equals(second)
        ? Optional.empty()
        : labels.findLikeliest(printOf(cell), isHeading);
  }

  /// A print too blurred for either reading, by the pictures of all words.
  private Optional<Label> spelled(ReadCell cell) {
    return isShort(cell.cell())
        ? labels.findSpelled(
            printOf(cell),
            GlyphReader.spelling(
                page, cell.cell().lines().stream().map(TextLine::box).toList(), cell.box()))
        : Optional.empty();
  }

  /// Whether there is more than one character, of which the engine may have read only one.
  private boolean isWord(ReadCell cell) {
    return cell.text().length() > 1 || !passesOf(cell.cell()).isOneCharacter();
  }

  private LabelPrint printOf(ReadCell cell) {
    SlotPasses own = passesOf(cell.cell());
    return new LabelPrint()
        .with(cell.text())
        .with(own.combined(40).text())
        .with(own.glyphs(Alphabet.KANA))
        .with(own.glyphs(labels.alphabet()));
  }

  /// Our own reader, told to look for nothing but the characters of labels, reads a blurred one
  /// that the engine is lost in.
  private Optional<Label> byGlyphs(Cell cell) {
    String text = passesOf(cell).own(labels.alphabet()).text();
    return labels
        .find(text)
        .or(() -> labels.findLoosely(text).filter(m -> m.wordLength() > SHORT_WORD))
        .map(LabelBook.Match::label);
  }

  /// Of the cells with the same sides at least two, and at least as many as not, are labels.
  private static boolean isInLabelColumn(ReadCell cell, List<ReadCell> all) {
    Box box = cell.box();
    List<ReadCell> column =
        all.stream()
            .filter(o -> !o.cell().isEmpty() && !o.equals(cell))
            .filter(o -> Math.abs(o.box().x() - box.x()) <= COLUMN_TOLERANCE_PX)
            .filter(o -> Math.abs(o.box().right() - box.right()) <= COLUMN_TOLERANCE_PX)
            .toList();
    long labels =
        column.stream().filter(o -> o.label().isPresent() && !isInHeadRow(o, all)).count();
    return labels >= 2 && labels * 2 >= column.size();
  }

  /// A low cell over a higher one, beside labels only, in a table with three captions as low that
  /// stand over their values.
  private static boolean isAmongCaptions(ReadCell cell, List<ReadCell> all) {
    CellGrid grid = new CellGrid(all);
    List<ReadCell> row =
        grid.beside(cell).stream().filter(o -> !o.cell().isEmpty() && !o.equals(cell)).toList();
    return isOverValue(cell, grid)
        && !row.isEmpty()
        && row.stream().allMatch(o -> o.label().isPresent())
        && all.stream()
                .filter(o -> o.label().isPresent() && o.cell().table() == cell.cell().table())
                .filter(o -> Math.abs(o.box().height() - cell.box().height()) <= AS_LOW_PX)
                .filter(o -> isOverValue(o, grid))
                .count()
            >= LABELS_OF_A_HEAD_ROW;
  }

  /// A low cell over a higher one, as low as two captions of its table.
  private static boolean isLikeCaptions(ReadCell cell, List<ReadCell> all) {
    return isOverValue(cell, new CellGrid(all))
        && all.stream()
                .filter(o -> o.label().isPresent() && o.cell().table() == cell.cell().table())
                .filter(o -> Math.abs(o.box().height() - cell.box().height()) <= AS_LOW_PX)
                .count()
            >= SHORT_WORD;
  }

  private static boolean isOverValue(ReadCell cell, CellGrid grid) {
    return grid.below(cell).stream()
        .limit(1)
        .filter(o -> o.label().isEmpty() && !o.cell().isEmpty())
        .filter(o -> Math.abs(o.box().x() - cell.box().x()) <= COLUMN_TOLERANCE_PX)
        .filter(o -> Math.abs(o.box().right() - cell.box().right()) <= COLUMN_TOLERANCE_PX)
        .filter(o -> o.box().y() - cell.box().bottom() <= COLUMN_TOLERANCE_PX)
        .anyMatch(o -> cell.box().height() < LOW * o.box().height());
  }

  /// Of the cells beside it at least three, and more than not, are labels: a row of headings.
  private static boolean isInHeadRow(ReadCell cell, List<ReadCell> all) {
    List<ReadCell> row =
        new CellGrid(all)
            .beside(cell).stream()
                .filter(o -> !o.cell().isEmpty())
                .filter(o -> o.box().height() > HEAD_ROW * cell.box().height())
                .toList();
    long labels = row.stream().filter(o -> o.label().isPresent()).count();
    return labels >= LABELS_OF_A_HEAD_ROW && labels * 2 > row.size();
  }

  /// In a row of headings, or right under a label in one and beside as many labels: forms have up
  /// to three such rows, and half of the lowest may be too blurred to be read at first.
  private static boolean isInHeadRows(ReadCell cell, List<ReadCell> all) {
    if (isInHeadRow(cell, all)) {
      return true;
    }
    CellGrid grid = new CellGrid(all);
    return grid.beside(cell).stream().filter(o -> o.label().isPresent()).count()
            >= LABELS_OF_A_HEAD_ROW
        && grid.above(cell).stream()
            .limit(1)
            .filter(o -> o.label().isPresent() && isInHeadRow(o, all))
            .anyMatch(o -> cell.box().y() - o.box().bottom() <= COLUMN_TOLERANCE_PX);
  }

  /// Whether it can be no value: among the headings of a row, or in a first row.
  private static boolean isHeading(ReadCell cell, List<ReadCell> all) {
    return isInHeadRows(cell, all) || isInFirstRow(cell, all);
  }

  /// The first row of a table, of which some are labels, two of them side by side, so that no value
  /// stands between.
  private static boolean isInFirstRow(ReadCell cell, List<ReadCell> all) {
    CellGrid grid = new CellGrid(all);
    List<ReadCell> row = grid.beside(cell);
    List<ReadCell> known = row.stream().filter(o -> o.label().isPresent()).toList();
    return grid.over(cell).isEmpty()
        && known.size() >= LABELS_OF_A_HEAD_ROW
        && known.size() * LABELS_OF_A_HEAD_ROW > row.size()
        && known.stream().anyMatch(o -> grid.right(o).filter(known::contains).isPresent());
  }

  /// Whether a label stands beside it, or right over or under it with its sides.
  private static boolean isBesideLabels(ReadCell cell, List<ReadCell> all) {
    CellGrid grid = new CellGrid(all);
    return Stream.of(
            grid.beside(cell).stream(),
            grid.above(cell).stream().limit(1),
            grid.below(cell).stream().limit(1))
        .flatMap(s -> s)
        .anyMatch(o -> o.label().isPresent());
  }
}
