package jp.frontdesk.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import jp.frontdesk.intake.ReadingJob;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Signals;
import jp.frontdesk.reading.ReadingProgress;

/// How far the files are that this node's readers have in their hands, for the kiosk that waits. It
/// lives in memory only, no longer than a file is read: a kiosk on another node sees what is
/// stored.
public final class EarlyReadings {
  /// Signalled on this node with `town:case` whenever a reader told something.
  public static final String TOPIC = "reading_progress";

  private final Signals signals;
  private final Map<ReadingJob, SortedMap<Integer, ReadingProgress>> pages =
      new ConcurrentHashMap<>();

  /// @param signals tells those who watch
  public EarlyReadings(Signals signals) {
    this.signals = signals;
  }

  /// A reader told how far it is.
  void tell(ReadingJob job, ReadingProgress progress) {
    ReadingProgress _ =
        pages
            .computeIfAbsent(job, _ -> new ConcurrentSkipListMap<>())
            .put(progress.page(), progress);
    signals.tellHere(TOPIC, job.town() + ":" + job.caseId());
  }

  /// The file is out of the reader's hands, whatever came of it.
  void forget(ReadingJob job) {
    pages.remove(job);
  }

  /// The pages that are or were read of the files of a case in work, by sheet, in their order.
  public Map<UUID, List<ReadingProgress>> of(MunicipalityCode town, CaseId caseId) {
    Map<UUID, List<ReadingProgress>> found = new HashMap<>();
    pages.keySet().stream()
        .filter(job -> job.town().equals(town) && job.caseId().equals(caseId))
        .sorted(Comparator.comparingInt(ReadingJob::attempts))
        .forEach(job ->
            found.put(
                job.sheetId(),
                new ArrayList<>(pages.getOrDefault(job, new ConcurrentSkipListMap<>()).values())));
    return found;
  }
}
