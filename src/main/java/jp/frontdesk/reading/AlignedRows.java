package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.evidence.FieldRules;

/// Tables by alignment alone, as line printers make them: one row or more of headings, below them
/// the rows of one person after the other. Each value gets a caption of its own, as in a list.
final class AlignedRows {
  private static final int LEAST_HEADS = 3;
  private static final double HEADS_APART = 2.2;
  private static final double ROWS_APART = 3.5;
  private static final double SPREAD = 2.8;
  private static final double SHARED = 1.5;
  private static final double JOINED = 0.9;
  private static final int LONGEST_SPREAD = 6;
  private static final int LONGEST_JOINED = 3;
  private static final int LONGEST_HIRAGANA = 8;
  private static final double SKIPPED = 2;
  private static final double NEAR = 0.4;
  private static final int CAPTION_PX = 2;

  private final List<PrintedRow> rows;
  private final List<List<PrintedRow.Part>> parts;
  private final Function<List<PrintedRun>, Optional<Label>> labelOf;
  private final LabelBook labels;
  private final Map<Integer, List<PrintedRow.Part>> found = new TreeMap<>();

  /// @param rows from top to bottom
  /// @param parts the same cut at their captions
  /// @param labelOf what runs side by side name together as a heading
  AlignedRows(
      List<PrintedRow> rows,
      List<List<PrintedRow.Part>> parts,
      LabelBook labels,
      Function<List<PrintedRun>, Optional<Label>> labelOf) {
    this.rows = List.copyOf(rows);
    this.parts = List.copyOf(parts);
    this.labels = labels;
    this.labelOf = labelOf;
  }

  /// The parts of the rows with those of such tables named.
  List<List<PrintedRow.Part>> named() {
    int at = 0;
    while (at < rows.size()) {
      at = isOfHeads(at) ? readTable(at) : at + 1;
    }
    List<List<PrintedRow.Part>> out = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      out.add(found.getOrDefault(i, parts.get(i)));
    }
    return out;
  }

  /// Captions with next to nothing between them; two alone only if their values stand right below.
  private boolean isOfHeads(int at) {
    List<PrintedRow.Part> row = parts.get(at);
    long captions = row.stream().filter(p -> p.label().isPresent()).count();
    if (hasColons(at, captions)) {
      return false;
    }
    if (captions * 2 <= row.size()) {
      return captions >= LEAST_HEADS && captions * LEAST_HEADS >= row.size() && isMostlyHeads(at);
    }
    return captions >= LEAST_HEADS || (captions == row.size() && isOverValues(at));
  }

  /// Whether most of a row are headings after a second look.
  private boolean isMostlyHeads(int at) {
    List<AlignedColumns.Head> heads = headsOf(rows.get(at).runs());
    return heads.stream().filter(h -> h.label().isPresent()).count() * 2 > heads.size();
  }

  /// Whether the row below holds values of these headings that begin or end with them.
  private boolean isOverValues(int at) {
    List<AlignedColumns.Head> heads = headsOf(rows.get(at).runs());
    boolean isKnown = heads.size() > 1 && heads.stream().allMatch(h -> h.label().isPresent());
    if (!isKnown
        || at + 1 >= rows.size()
        || !isClose(at + 1, HEADS_APART)
        || !isOfValues(at + 1, heads)) {
      return false;
    }
    AlignedColumns columns = new AlignedColumns(heads, List.of());
    AlignedColumns.Placed placed = columns.place(rows.get(at + 1).runs());
    return placed.misfits() == 0 && placed.cost() < NEAR * heads.size() && isRow(columns, placed);
  }

  /// A colon that was read where none stands is one among several captions.
  private boolean hasColons(int at, long captions) {
    return rows.get(at).text().chars().filter(c -> c == ':').count() * LEAST_HEADS
        > Math.max(LEAST_HEADS, captions);
  }

  /// The headings of a row right under headings, none where most of it is something else.
  private List<AlignedColumns.Head> furtherHeads(int at) {
    if (at >= rows.size() || !isClose(at, HEADS_APART)) {
      return List.of();
    }
    List<AlignedColumns.Head> heads = headsOf(rows.get(at).runs());
    long known = heads.stream().filter(h -> h.label().isPresent()).count();
    return known * 2 > heads.size() && !hasColons(at, known) ? heads : List.of();
  }

  private boolean isClose(int at, double heights) {
    Box above = rows.get(at - 1).box();
    Box own = rows.get(at).box();
    return own.y() - above.bottom() < heights * Math.min(above.height(), own.height());
  }

  /// Reads on from a row of headings and gives the first row behind the table.
  private int readTable(int first) {
    List<List<AlignedColumns.Head>> over = new ArrayList<>();
    int at = first;
    List<AlignedColumns.Head> own = headsOf(rows.get(at).runs());
    while (!own.isEmpty()) {
      over.add(own);
      at++;
      own = furtherHeads(at);
    }
    int begin = at;
    List<AlignedColumns.Head> all = over.stream().flatMap(List::stream).toList();
    List<List<PrintedRun>> below = new ArrayList<>();
    for (int i = begin; i < rows.size() && isClose(i, ROWS_APART) && isOfValues(i, all); i++) {
      below.add(rows.get(i).runs());
    }
    List<Integer> starts = AlignedColumns.starts(below);
    List<AlignedColumns> heads = over.stream().map(h -> new AlignedColumns(h, starts)).toList();
    int last = -1;
    while (at < rows.size() && isClose(at, ROWS_APART) && isOfValues(at, all)) {
      Optional<Row> row = placed(heads, last, rows.get(at).runs());
      if (row.isEmpty()) {
        break;
      }
      for (int blank = last + 1; blank % heads.size() != row.orElseThrow().of(); blank++) {
        name(at, heads.get(blank % heads.size()), List.of());
      }
      last = row.orElseThrow().of();
      name(at, heads.get(last), row.orElseThrow().placed().pieces());
      at++;
    }
    if (at > begin) {
      for (int head = first; head < begin; head++) {
        found.put(head, List.of());
      }
    }
    return at;
  }

  /// Whether a row holds no caption and no sentence; 介護 is none under 在留資格.
  private boolean isOfValues(int at, List<AlignedColumns.Head> heads) {
    String text = rows.get(at).text();
    boolean isSentence =
        text.contains("。")
            || text.contains("証明")
            || text.chars().filter(c -> c >= 'ぁ' && c <= 'ん').count() > LONGEST_HIRAGANA;
    boolean hasStatus =
        heads.stream()
            .flatMap(h -> h.label().stream())
            .anyMatch(l -> l.names(CertificateField.RESIDENCE_STATUS));
    return !isSentence
        && parts.get(at).stream()
            .allMatch(p ->
                p.label().isEmpty() || (hasStatus && FieldRules.isStatusOfResidence(p.text())));
  }

  private record Row(int of, AlignedColumns.Placed placed) {}

  /// Rows of values follow each other as those of the headings do; one may be blank and missing.
  private static Optional<Row> placed(List<AlignedColumns> heads, int last, List<PrintedRun> runs) {
    Optional<Row> best = Optional.empty();
    double least = Double.POSITIVE_INFINITY;
    for (int skip = 0; skip < heads.size(); skip++) {
      int of = (last + 1 + skip) % heads.size();
      AlignedColumns.Placed placed = heads.get(of).place(runs);
      double cost = placed.cost() + SKIPPED * skip;
      if (cost < least && isRow(heads.get(of), placed)) {
        least = cost;
        best = Optional.of(new Row(of, placed));
      }
    }
    return best;
  }

  /// Whether a row has most of what everybody has, and little that does not fit.
  private static boolean isRow(AlignedColumns columns, AlignedColumns.Placed placed) {
    int expected = 0;
    int there = 0;
    int values = 0;
    for (int h = 0; h < columns.heads().size(); h++) {
      boolean isThere = !placed.pieces().get(h).isEmpty();
      values += isThere ? 1 : 0;
      if (columns.heads().get(h).isOfEverybody()) {
        expected++;
        there += isThere ? 1 : 0;
      }
    }
    return values > 0
        && values * LEAST_HEADS >= columns.heads().size()
        && placed.misfits() * 4 <= values
        && (expected == 0 || there * 2 > expected);
  }

  /// The runs of a row of headings, spread ones joined.
  private List<AlignedColumns.Head> headsOf(List<PrintedRun> runs) {
    List<AlignedColumns.Head> heads = new ArrayList<>();
    for (int at = 0; at < runs.size(); ) {
      int end = at + 1;
      Optional<Label> label = Optional.empty();
      for (int to = Math.min(runs.size(), at + LONGEST_SPREAD); to > at + 1; to--) {
        Optional<Label> joined = spread(runs.subList(at, to));
        if (label.isEmpty() && joined.isPresent()) {
          label = joined;
          end = to;
        }
      }
      if (label.isEmpty()) {
        label = labelOf.apply(runs.subList(at, at + 1));
      }
      for (int to = at + 2; label.isEmpty() && to <= joinedEnd(runs, at); to++) {
        label = labelOf.apply(runs.subList(at, to));
        end = label.isPresent() ? to : end;
      }
      heads.add(new AlignedColumns.Head(AlignedColumns.boxOf(runs.subList(at, end)), label));
      at = end;
    }
    return heads;
  }

  /// Where the runs end that stand so close that they may be one heading.
  private static int joinedEnd(List<PrintedRun> runs, int at) {
    int end = at + 1;
    while (end < Math.min(runs.size(), at + LONGEST_JOINED)
        && runs.get(end).box().x() - runs.get(end - 1).box().right()
            < JOINED * runs.get(end).box().height()) {
      end++;
    }
    return end;
  }

  /// A word whose characters stand apart; two words that are headings by themselves are none, but
  /// where they stand close and have one place for both.
  private Optional<Label> spread(List<PrintedRun> runs) {
    double widest = 0;
    for (int i = 1; i < runs.size(); i++) {
      int gap = runs.get(i).box().x() - runs.get(i - 1).box().right();
      widest = Math.max(widest, (double) gap / runs.get(i).box().height());
    }
    Optional<LabelBook.Match> whole = labels.find(textOf(runs));
    if (whole.isEmpty() || widest > SPREAD) {
      return Optional.empty();
    }
    boolean isShared = widest < SHARED && !whole.orElseThrow().label().foreign().isEmpty();
    boolean isOne =
        whole.orElseThrow().distance() == 0
            && (widest < JOINED || runs.stream().allMatch(r -> labels.find(r.text()).isEmpty()));
    return whole.filter(m -> isShared || isOne).map(LabelBook.Match::label);
  }

  private void name(int at, AlignedColumns columns, List<List<PrintedRun>> pieces) {
    List<PrintedRow.Part> row = new ArrayList<>(found.getOrDefault(at, List.of()));
    Box all = rows.get(at).box();
    for (int h = 0; h < columns.heads().size(); h++) {
      AlignedColumns.Head head = columns.heads().get(h);
      List<PrintedRun> own = pieces.isEmpty() ? List.of() : pieces.get(h);
      if (head.label().isEmpty()) {
        continue;
      }
      Box value =
          own.isEmpty()
              ? new Box(head.box().x(), all.y(), head.box().width(), all.height())
              : AlignedColumns.boxOf(own);
      int left = Math.max(0, value.x() - value.height() / 2 - CAPTION_PX);
      row.add(
          new PrintedRow.Part(
              List.of(new Box(left, all.y(), CAPTION_PX, all.height())), "", head.label()));
      if (!own.isEmpty()) {
        row.add(new PrintedRow.Part(List.of(value), textOf(own), Optional.empty()));
      }
    }
    found.put(at, row);
  }

  private static String textOf(List<PrintedRun> runs) {
    StringBuilder text = new StringBuilder();
    runs.forEach(r -> text.append(r.text()));
    return text.toString();
  }
}
