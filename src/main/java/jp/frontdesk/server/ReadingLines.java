package jp.frontdesk.server;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import jp.frontdesk.intake.ReadingView;
import jp.frontdesk.intake.ReadingView.PageState;
import jp.frontdesk.intake.Sheet;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.EarlyValue;
import jp.frontdesk.reading.FieldReading;
import jp.frontdesk.reading.ReadingProgress;

/// The lines of the reading page: each sheet with how far it is, and the values by which people
/// know their paper, stored ones before those of the sheets being read.
final class ReadingLines {
  private static final int STARTED_PERCENT = 5;
  private static final int UPRIGHT_PERCENT = 25;
  private static final int FOUND_PERCENT = 35;

  private ReadingLines() {}

  static List<ReadingView.PageLine> pages(
      List<Sheet> sheets, Map<UUID, List<ReadingProgress>> early) {
    List<ReadingView.PageLine> pages = new ArrayList<>();
    for (Sheet sheet : sheets) {
      int number = pages.size() + 1;
      pages.add(
          switch (sheet.state()) {
            case QUEUED -> new ReadingView.PageLine(number, PageState.WAITING, 0, 0, 0, "");
            case LEASED -> lineOf(number, early.getOrDefault(sheet.id(), List.of()));
            case DONE ->
                new ReadingView.PageLine(
                    number, PageState.READ, 100, 0, 0, "/scan/sheet/" + sheet.id());
            case FAILED -> new ReadingView.PageLine(number, PageState.FAILED, 100, 0, 0, "");
          });
    }
    return pages;
  }

  private static ReadingView.PageLine lineOf(int number, List<ReadingProgress> told) {
    if (told.isEmpty()) {
      return new ReadingView.PageLine(number, PageState.STARTED, STARTED_PERCENT, 0, 0, "");
    }
    ReadingProgress last = told.getLast();
    boolean isReading = last.places() > 0;
    int ofPage =
        isReading
            ? FOUND_PERCENT + (100 - FOUND_PERCENT) * last.placesRead() / last.places()
            : UPRIGHT_PERCENT;
    return new ReadingView.PageLine(
        number,
        isReading ? PageState.READING : PageState.UPRIGHT,
        ((last.page() - 1) * 100 + ofPage) / last.pages(),
        last.places(),
        last.placesRead(),
        "");
  }

  static List<ReadingView.Row> rows(
      List<FieldReading> stored, List<Sheet> sheets, Map<UUID, List<ReadingProgress>> early) {
    List<ReadingView.Row> rows = new ArrayList<>();
    for (CertificateField field : ReadingProgress.FIELDS) {
      Set<String> values = new LinkedHashSet<>();
      stored.stream().filter(f -> f.path().field() == field).forEach(f -> values.add(f.value()));
      sheets.stream()
          .filter(sheet -> sheet.state() == Sheet.State.LEASED)
          .flatMap(sheet -> early.getOrDefault(sheet.id(), List.of()).stream())
          .flatMap(page -> page.values().stream())
          .filter(v -> v.path().field() == field)
          .map(EarlyValue::value)
          .forEach(values::add);
      rows.add(new ReadingView.Row(field.label(), List.copyOf(values)));
    }
    return rows;
  }
}
