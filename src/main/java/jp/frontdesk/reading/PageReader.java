package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldKind;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.cells.Cell;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.FieldRules;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.Oval;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;

/// One page from grey pixels to fields: upright, cells, labels, values, rules. Reads one page at a
/// time, on all its threads.
final class PageReader {
  private static final int LABELS_OF_A_CERTIFICATE = 4;
  private static final Pattern BLANK = Pattern.compile("[(（]?(以下)?余白[)）]?|[*ー\\-―─・…/=]+");
  private static final Pattern NONE = Pattern.compile("[(（]?(該当)?(なし|無し?)[)）]?");
  private static final Pattern CAPTION = Pattern.compile("^(世帯主)?の?(氏名|名前)[\\s　:]*(?=.)");
  private static final Pattern PLACE = Pattern.compile("[都道府県市区郡町村番0-9０-９]");
  private static final long BLANK_INK_PER_MILLION = 120;
  private static final double FREE_GAP = 0.8;

  private final Engines engines;
  private final ReadingThreads threads;
  private final LabelBook labels;
  private final Trace trace;

  /// @param trace sees the picture after each stage
  PageReader(Engines engines, ReadingThreads threads, LabelBook labels, Trace trace) {
    this.engines = engines;
    this.threads = threads;
    this.labels = labels;
    this.trace = trace;
  }

  /// Reads one page.
  ///
  /// @param number from 1, as given
  /// @param progress told how far it is
  public ReadPage read(Gray source, int number, PageProgress progress) {
    long start = System.nanoTime();
    Orientation.Way way = new Orientation(threads, engines, labels).best(source);
    UprightPage page = way.page();
    progress.upright();
    StageTrace.show(trace, way);
    long ink = page.ink().count() * 1_000_000 / page.picture().pixels().length;
    if (ink < BLANK_INK_PER_MILLION || (way.cells().isEmpty() && way.loose().isEmpty())) {
      return finished(
          way.shown(),
          number,
          start,
          DocumentType.BLANK,
          "none",
          Optional.empty(),
          Map.of(),
          List.of());
    }
    TextLines splitter = new TextLines(page.ink(), way.rules());
    CellReader cellReader = new CellReader(threads, page, engines, labels);
    BiFunction<Cell, TextLine, String> lineText =
        (c, line) ->
            new SlotPasses(page, engines, List.of(line), c.box(), List.of()).first().text();
    List<ReadCell> parted =
        new SideBySide(splitter, labels, lineText)
            .parted(new CornerCaptions(labels, lineText).parted(cellReader.read(way.cells())));
    List<ReadCell> ruled =
        new TornCells(splitter).mended(new GroupedLabels(labels).resolved(parted));
    Segments segments = new Segments(threads, page, engines, labels, splitter, ruled);
    List<ReadCell> cells =
        new ArrayList<>(segments.opened(ruled, new FormLayout(ruled).unlabelled().keySet()));
    cells.addAll(new OpenFrames(ruled).closed(segments.of(way.loose())));
    FormLayout layout = new FormLayout(cells, c -> numberIn(page, c), labels::isPartial);
    Function<Slot, String> text = s -> passesOf(page, s, cellReader).first().text();
    List<Slot> named =
        new ForeignSlots(splitter, text).resolved(new ImpliedFields(text).named(layout.slots()));
    List<Slot> offered = new OfferedWords(!way.rings().isEmpty(), page.ink(), text).divided(named);
    List<Slot> slots =
        new KanaInBrackets(page.ink(), s -> passesOf(page, s, cellReader).glyphs(Alphabet.NAME))
            .divided(new SharedLine(page.ink()).divided(offered));
    List<TextLine> free =
        way.loose().stream().flatMap(l -> freeOf(l, cells, slots, splitter).stream()).toList();
    LooseText loose = new LooseText(page, engines, labels, splitter, sealsAmong(ruled));
    RunningLine running = new RunningLine(page, engines, labels, splitter);
    Map<Integer, Integer> numbers = new ConcurrentHashMap<>();
    List<ReadingTask> work = new ArrayList<>();
    work.add(new ReadingTask(ReadingTask.PAGE, () -> loose.read(free)));
    slots.forEach(slot ->
        work.add(
            new ReadingTask(
                ReadingTask.rankOf(slot), () -> valuesOf(page, way.rings(), slot, cellReader))));
    layout
        .unlabelled()
        .forEach((cell, member) ->
            cell.cell()
                .lines()
                .forEach(line ->
                    work.add(
                        new ReadingTask(
                            ReadingTask.REST, () -> running.read(line, cell.box(), member)))));
    layout
        .indexCells()
        .forEach((member, cell) ->
            work.add(
                new ReadingTask(
                    ReadingTask.REST,
                    () -> {
                      numbers.put(member, numberIn(page, cell));
                      return List.of();
                    })));
    List<Found> found =
        ReadingTask.done(work, threads, progress).stream()
            .filter(f -> !isText(f.field()) || !isLabel(f.field(), f.verdict().value()))
            .toList();
    StageTrace.show(trace, page, cells, found);
    long labelCount = cells.stream().filter(c -> c.label().isPresent()).count();
    DocumentType type = typeOf(loose.notes(), labelCount);
    Map<FieldPath, Found> fields = new TreeMap<>();
    if (type != DocumentType.OTHER && type != DocumentType.RESIDENT_RECORD_COPY) {
      for (Found one :
          new PrintedSpaces(splitter)
              .restored(HouseholdRules.applied(found, layout.isDoubtful()))) {
        if (!one.verdict().value().isEmpty()) {
          fields.merge(new FieldPath(one.field(), one.member()), one, PageReader::better);
        }
      }
    }
    return finished(
        way.shown(),
        number,
        start,
        type,
        labelCount > 0 ? "ruled" : "none",
        loose.printedPage(),
        fields,
        IntStream.range(0, layout.memberCount())
            .mapToObj(m -> numbers.getOrDefault(m, 0))
            .toList());
  }

  private static Found better(Found a, Found b) {
    return b.verdict().confidence() > a.verdict().confidence() ? b : a;
  }

  /// What of a line is no label and no value: all of it, or stretches with wide gaps around them.
  private static List<TextLine> freeOf(
      TextLine line, List<ReadCell> cells, List<Slot> slots, TextLines splitter) {
    if (!isTaken(line, cells, slots)) {
      return List.of(line);
    }
    List<TextLine> free = new ArrayList<>();
    boolean goesOn = false;
    for (TextLine piece : splitter.parts(line, FREE_GAP)) {
      boolean isFree = !isTaken(piece, cells, slots);
      if (isFree) {
        free.add(goesOn ? new TextLine(free.removeLast().box().union(piece.box())) : piece);
      }
      goesOn = isFree;
    }
    return free;
  }

  /// Whether a line is a label or the value of one.
  private static boolean isTaken(TextLine line, List<ReadCell> cells, List<Slot> slots) {
    return cells.stream()
            .filter(c -> c.label().isPresent())
            .flatMap(c -> c.cell().lines().stream())
            .anyMatch(l -> l.box().meets(line.box()))
        || slots.stream().flatMap(s -> s.lines().stream()).anyMatch(l -> l.box().meets(line.box()));
  }

  private SlotPasses passesOf(UprightPage page, Slot slot, CellReader read) {
    return read.passesOver(slot)
        .orElseGet(() -> new SlotPasses(page, engines, slot.lines(), slot.limits(), slot.drop()));
  }

  private List<Found> valuesOf(UprightPage page, List<Oval> rings, Slot slot, CellReader read) {
    Passes passes = passesOf(page, slot, read);
    if (slot.fields().size() == 1) {
      CertificateField field = slot.fields().getFirst();
      if (field == CertificateField.CERTIFICATE_NUMBER) {
        passes = LooseText.certificateNumberIn(passes);
      }
      Passes all = passes;
      Verdict verdict =
          new CircledChoice(rings, page.ink(), part -> passesOf(page, part, read))
              .read(slot, passes)
              .orElseGet(() -> FieldRules.of(field).read(all));
      if (isText(field)
          && (isLabel(field, verdict.value())
              || BLANK.matcher(verdict.value()).matches()
              || isNone(field, verdict.value()))) {
        return List.of();
      }
      Matcher caption = CAPTION.matcher(verdict.value());
      if (field.kind() == FieldKind.NAME && caption.find()) {
        verdict =
            Verdict.doubtful(
                verdict.value().substring(caption.end()),
                0.5,
                Reasons.UNCLEAR,
                List.of(verdict.value()));
      }
      if (field.kind() == FieldKind.ADDRESS && !PLACE.matcher(verdict.value()).find()) {
        verdict = Verdict.doubtful(verdict.value(), 0.3, Reasons.UNCLEAR, verdict.candidates());
      }
      return List.of(Found.at(slot, verdict));
    }
    List<Found> found = new ArrayList<>();
    new SharedCell(slot.fields())
        .read(passes)
        .forEach(
            (field, verdict) -> found.add(new Found(field, slot.member(), verdict, slot.inkBox())));
    return found;
  }

  /// 介護 is a label and a status of residence.
  private boolean isLabel(CertificateField field, String value) {
    boolean isStatus =
        field == CertificateField.RESIDENCE_STATUS && FieldRules.isStatusOfResidence(value);
    return !isStatus && labels.isWord(value);
  }

  /// Printed for people without another name; a domicile may really be なし.
  private static boolean isNone(CertificateField field, String value) {
    return switch (field) {
      case FORMER_NAME, ALIAS -> NONE.matcher(value).matches();
      default -> false;
    };
  }

  private static boolean isText(CertificateField field) {
    return switch (field.kind()) {
      case ADDRESS, NAME, TEXT -> true;
      case DATE, KANA, CHOICE, DIGITS, CODE -> false;
    };
  }

  /// Cells of tables without any label, e.g. the frame of a seal.
  private static List<Cell> sealsAmong(List<ReadCell> cells) {
    return cells.stream()
        .filter(c ->
            cells.stream()
                .filter(o -> o.cell().table() == c.cell().table())
                .allMatch(o -> o.label().isEmpty()))
        .map(ReadCell::cell)
        .toList();
  }

  private static DocumentType typeOf(List<DocumentType> notes, long labelCount) {
    Map<DocumentType, Long> counts = new EnumMap<>(DocumentType.class);
    notes.forEach(n -> counts.merge(n, 1L, Long::sum));
    if (counts.containsKey(DocumentType.SPECIAL_RULE_DONE)) {
      return DocumentType.SPECIAL_RULE_DONE;
    }
    if (counts.containsKey(DocumentType.EQUIVALENT_CERTIFICATE)) {
      return DocumentType.EQUIVALENT_CERTIFICATE;
    }
    if (counts.containsKey(DocumentType.MOVING_OUT_CERTIFICATE)) {
      return counts.containsKey(DocumentType.REISSUED_MOVING_OUT_CERTIFICATE)
          ? DocumentType.REISSUED_MOVING_OUT_CERTIFICATE
          : DocumentType.MOVING_OUT_CERTIFICATE;
    }
    if (counts.containsKey(DocumentType.RESIDENT_RECORD_COPY)) {
      return DocumentType.RESIDENT_RECORD_COPY;
    }
    return labelCount >= LABELS_OF_A_CERTIFICATE
        ? DocumentType.MOVING_OUT_CERTIFICATE
        : DocumentType.OTHER;
  }

  /// The number printed in the last line of a cell, 0 where there is none.
  private int numberIn(UprightPage page, ReadCell cell) {
    TextLine last = cell.cell().lines().getLast();
    String digits =
        new SlotPasses(page, engines, List.of(last), cell.box(), List.of())
            .fast("0123456789")
            .text();
    return digits.matches("[1-9][0-9]?") ? Integer.parseInt(digits) : 0;
  }

  private ReadPage finished(
      UprightPage page,
      int number,
      long start,
      DocumentType type,
      String layout,
      Optional<PrintedPage> printedPage,
      Map<FieldPath, Found> fields,
      List<Integer> memberNumbers) {
    List<FieldReading> readings = new ArrayList<>();
    fields.forEach((path, found) -> {
      Verdict v = found.verdict();
      readings.add(
          new FieldReading(
              path,
              v.value(),
              v.confidence(),
              v.needsReview(),
              v.reasons(),
              v.candidates(),
              number,
              found.box()));
    });
    PageReading reading =
        new PageReading(
            number,
            page.rotationDegrees(),
            layout,
            type,
            printedPage,
            memberNumbers,
            readings,
            PageWarnings.of(type, readings.size()),
            page.picture().width(),
            page.picture().height(),
            (System.nanoTime() - start) / 1_000_000);
    return new ReadPage(reading, PageImaging.of(threads, page, reading));
  }
}
