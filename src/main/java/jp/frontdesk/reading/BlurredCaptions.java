package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.glyphs.GlyphReader;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;
import jp.frontdesk.reading.text.Model;

/// Captions and headings outside ruled cells that a first reading did not know: read once more,
/// joined where their characters stand wide apart, and at last told by the pictures of all words.
final class BlurredCaptions {
  private static final double LABEL_EMS = 16;
  private static final int LABELS_OF_A_COLUMN = 2;
  private static final double CAPTION_GAP = 1.5;
  private static final double JOINED_GAP = 2.8;
  private static final double ONE_CHARACTER = 1.3;
  private static final double EVEN = 0.5;

  private final UprightPage page;
  private final Engines engines;
  private final LabelBook labels;
  private final CaptionFinder finder;
  private final TextLines splitter;

  BlurredCaptions(UprightPage page, Engines engines, LabelBook labels, TextLines splitter) {
    this.page = page;
    this.engines = engines;
    this.labels = labels;
    this.splitter = splitter;
    finder = new CaptionFinder(labels);
  }

  /// What runs among headings name together, from one more reading if need be.
  Optional<Label> headOf(List<PrintedRun> runs) {
    Box box = AlignedColumns.boxOf(runs);
    String text = runs.stream().map(PrintedRun::text).collect(Collectors.joining());
    Optional<Label> plain = labels.find(text).map(LabelBook.Match::label);
    if (plain.isPresent()) {
      return plain;
    }
    String better = read(new TextLine(box), Model.COMBINED).text();
    return labels
        .find(better)
        .or(() -> labels.findLoosely(better))
        .or(() -> labels.find(PrintedRun.readByGlyphs(page, box).text()))
        .map(LabelBook.Match::label)
        .or(() -> spelled(box, text, better));
  }

  /// A caption too blurred for any reading, by the pictures of all words.
  private Optional<Label> spelled(Box box, String text, String better) {
    String own = PrintedRun.readByGlyphs(page, box).text();
    Box limits = InkRuns.withRoom(page.ink(), box, box.height());
    return labels.findSpelled(
        new LabelPrint().with(text).with(better).with(own),
        GlyphReader.spelling(page, List.of(box), limits));
  }

  /// A run that begins where captions begin may be one that was read a character wrong, or a
  /// character of one that is printed wide.
  PrintedRow lookedAt(PrintedRow row, List<Box> known) {
    List<PrintedRun> out = new ArrayList<>();
    List<PrintedRun> runs = row.runs();
    for (int at = 0; at < runs.size(); at++) {
      PrintedRun run = runs.get(at);
      Box box = run.box();
      boolean isBehindGap =
          out.isEmpty() || box.x() - out.getLast().box().right() > CAPTION_GAP * box.height();
      long aligned =
          known.stream().filter(k -> Math.abs(k.x() - box.x()) < box.height() / 2).count();
      Optional<PrintedRun> wide =
          isBehindGap && aligned > 0 ? wide(runs.subList(at, wideEnd(runs, at))) : Optional.empty();
      boolean couldBeCaption =
          run.text().length() >= 2
              && (aligned >= LABELS_OF_A_COLUMN || (aligned > 0 && isBehindGap))
              && !hasCaption(List.of(run));
      out.add(wide.orElseGet(() -> couldBeCaption ? secondLook(run) : run));
      at = wide.isPresent() ? wideEnd(runs, at) - 1 : at;
    }
    return out.equals(runs) ? row : new PrintedRow(out, splitter);
  }

  /// Where single characters end that stand evenly apart.
  private static int wideEnd(List<PrintedRun> runs, int at) {
    int end = at;
    int last = 0;
    while (end < runs.size() && isOneCharacter(runs.get(end).box())) {
      Box box = runs.get(end).box();
      int gap = end == at ? 0 : box.x() - runs.get(end - 1).box().right();
      boolean isEven = end <= at + 1 || Math.abs(gap - last) < EVEN * box.height();
      if (gap > JOINED_GAP * box.height() || !isEven) {
        break;
      }
      last = gap;
      end++;
    }
    return end;
  }

  private static boolean isOneCharacter(Box box) {
    return box.width() < ONE_CHARACTER * box.height();
  }

  /// A caption of characters that stand wide apart, where they are one.
  private Optional<PrintedRun> wide(List<PrintedRun> characters) {
    if (characters.size() < 2 || hasCaption(characters)) {
      return Optional.empty();
    }
    Box box = AlignedColumns.boxOf(characters);
    PrintedRun whole = read(new TextLine(box), Model.COMBINED);
    String text = characters.stream().map(PrintedRun::text).collect(Collectors.joining());
    return spelled(box, text, whole.text()).map(whole::withLabel);
  }

  private PrintedRun secondLook(PrintedRun run) {
    PrintedRun better = read(new TextLine(run.box()), Model.COMBINED);
    if (hasCaption(List.of(better))) {
      return better;
    }
    if (better.text().contains(":")) {
      return run;
    }
    return labels
        .findLoosely(better.text())
        .filter(m -> run.box().width() < LABEL_EMS * run.box().height())
        .filter(m -> m.wordLength() >= 2 && m.distance() * 3 <= m.wordLength())
        .map(LabelBook.Match::label)
        .or(() -> spelled(run.box(), run.text(), better.text()))
        .map(run::withLabel)
        .orElse(run);
  }

  private boolean hasCaption(List<PrintedRun> runs) {
    return !new PrintedRow(runs, splitter).captions(finder, Optional.empty()).isEmpty();
  }

  private PrintedRun read(TextLine line, Model model) {
    return PrintedRun.read(page, engines, line, model);
  }
}
