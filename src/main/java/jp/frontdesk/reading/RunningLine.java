package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.cells.TextLine;
import jp.frontdesk.reading.cells.TextLines;
import jp.frontdesk.reading.evidence.FieldRules;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.page.UprightPage;
import jp.frontdesk.reading.text.Engines;

/// A line of labels and values that wide spaces divide: 国民健康保険：有　後期高齢者医療：無　国民年金：第3号.
final class RunningLine {
  private static final double GAP_OF_HEIGHT = 0.75;

  private final UprightPage page;
  private final Engines engines;
  private final LabelBook labels;
  private final TextLines splitter;

  RunningLine(UprightPage page, Engines engines, LabelBook labels, TextLines splitter) {
    this.page = page;
    this.engines = engines;
    this.labels = labels;
    this.splitter = splitter;
  }

  /// The fields of a line; empty when it holds no label.
  List<Found> read(TextLine line, Box limits, int member) {
    List<Found> found = new ArrayList<>();
    for (TextLine part : splitter.parts(line, GAP_OF_HEIGHT)) {
      Passes passes = new SlotPasses(page, engines, List.of(part), limits, List.of());
      Optional<LabelBook.Prefix> prefix = labels.findPrefix(passes.first().text());
      if (prefix.isEmpty()) {
        prefix = labels.findPrefix(passes.combined(40).text());
      }
      prefix.ifPresent(p -> {
        CertificateField field = p.label().fields().getFirst();
        Verdict verdict = FieldRules.of(field).read(valueOf(passes, p.label()));
        if (!verdict.value().isEmpty() && (member >= 0 || !field.isOfMember())) {
          found.add(new Found(field, member, verdict, part.box()));
        }
      });
    }
    return found;
  }

  private Passes valueOf(Passes passes, Label label) {
    StringBuilder around = new StringBuilder(":：");
    label.words().forEach(around::append);
    return new ExtractedPasses(
        passes,
        text ->
            labels
                .findPrefix(text)
                .map(LabelBook.Prefix::rest)
                .orElseGet(() -> afterColon(Texts.folded(text))),
        around.toString());
  }

  private static String afterColon(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(colon + 1);
  }
}
