package jp.frontdesk.fees.settlement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.fees.SettlementBook;
import jp.frontdesk.fees.SettlementBook.Unsettled;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// The files of agent and provider beside our books. A file comes whole in one transaction; its
/// lines are booked after that in their order, some at a time, each with its pile in the same
/// transaction: who stops in the middle goes on where it stopped. Blocking style, for virtual
/// threads.
public final class Settlements {
  private static final Instant FAR = Instant.parse("9000-01-01T00:00:00Z");
  private static final int CHUNK = 100;
  private static final int MOST_SHOWN = 500;
  private static final int MOST_FILES = 20;
  private static final int MOST_CLEARED = 50;
  private static final int LONGEST_REASON = 200;
  private static final int LONGEST_NAME = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Database database;
  private final SettlementBook book;
  private final InstantSource clock;
  private final SettlementStore store = new SettlementStore();
  private final ClearanceStore clearances = new ClearanceStore();

  public Settlements(Database database, SettlementBook book, InstantSource clock) {
    this.database = database;
    this.book = book;
    this.clock = clock;
  }

  /// What came of a step.
  public sealed interface Outcome {
    /// Written; of a large file the rest may still wait, see {@link SettlementFile#waitingCount}.
    record Written() implements Outcome {}

    /// Nothing was changed.
    ///
    /// @param messages Japanese sentences that say why and what to do
    record Refused(List<String> messages) implements Outcome {
      public Refused {
        messages = List.copyOf(messages);
      }
    }
  }

  /// Money that is in our books and in no file.
  ///
  /// @param cleared a clerk's word on it
  public record OursOnly(Unsettled unsettled, Optional<PiledLine.Clearance> cleared) {}

  /// How a town's files and books lie side by side.
  ///
  /// @param files the newest 20
  /// @param matchedCount lines of money that came or was kept back and that are ours
  /// @param matchedYen their sum
  /// @param theirs what nothing of ours fits, not cleared; the oldest 500
  /// @param ours everything that no file has accounted for, cleared or not, the oldest first
  /// @param clearedTheirs the newest 50 that a clerk cleared
  public record Piles(
      List<SettlementFile> files,
      long matchedCount,
      long matchedYen,
      List<PiledLine> theirs,
      List<OursOnly> ours,
      List<PiledLine> clearedTheirs) {
    public Piles {
      files = List.copyOf(files);
      theirs = List.copyOf(theirs);
      ours = List.copyOf(ours);
      clearedTheirs = List.copyOf(clearedTheirs);
    }
  }

  /// Takes a file that was read, and books it as far as that goes within 20 seconds.
  ///
  /// @param fileName as the clerk's computer calls it
  /// @param bytes the file itself, for its fingerprint
  public Outcome take(
      MunicipalityCode town,
      SettlementFormat format,
      String fileName,
      byte[] bytes,
      List<SettlementLine> lines,
      String clerk) {
    String sha256 = sha256(bytes);
    SettlementFile file =
        new SettlementFile(
            UUID.randomUUID(),
            sha256,
            format.id(),
            sanitised(fileName),
            clock.instant(),
            clerk,
            lines.size(),
            lines.stream().mapToLong(SettlementLine::yen).sum(),
            lines.size(),
            0);
    Optional<SettlementFile> twin =
        database.inTown(
            town,
            c -> {
              store.lockTown(c, town);
              return store.insert(c, town, file, lines)
                  ? Optional.empty()
                  : store.findFile(c, town, sha256);
            });
    if (twin.isPresent()) {
      return new Outcome.Refused(
          List.of("このファイルは、もう取り込まれています（" + twin.get().receivedBy() + "）。二重には記帳していません。"));
    }
    resume(town);
    return new Outcome.Written();
  }

  /// Books lines that wait, then tries again those that nothing fitted, for what came out of order.
  public void resume(MunicipalityCode town) {
    Instant until = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(until)) {
      if (bookWaiting(town, CHUNK) == 0) {
        retryTheirs(town);
        return;
      }
    }
  }

  /// Books the next lines; how many.
  int bookWaiting(MunicipalityCode town, int most) {
    return database.inTown(
        town,
        c -> {
          store.lockTown(c, town);
          List<PiledLine> waiting = store.listWaiting(c, town, most);
          for (PiledLine line : waiting) {
            store.put(c, town, line, book.book(c, town, line.line().notice(), line.receivedBy()));
          }
          return waiting.size();
        });
  }

  private void retryTheirs(MunicipalityCode town) {
    database.runInTown(
        town,
        c -> {
          store.lockTown(c, town);
          for (PiledLine line : store.listTheirs(c, town, MOST_SHOWN)) {
            boolean canChange =
                line.why()
                    .filter(why ->
                        why == SettlementBook.Reason.NOT_PAID
                            || why == SettlementBook.Reason.NOT_REFUNDED)
                    .isPresent();
            if (canChange) {
              store.put(c, town, line, book.book(c, town, line.line().notice(), line.receivedBy()));
            }
          }
        });
  }

  /// Files, piles and words of a town.
  public Piles piles(MunicipalityCode town) {
    return database.inTown(
        town,
        c -> {
          Map<ClearanceStore.Key, PiledLine.Clearance> words = clearances.listAll(c, town);
          List<OursOnly> ours = new ArrayList<>();
          for (Unsettled unsettled : book.listUnsettled(c, town, FAR)) {
            ours.add(
                new OursOnly(
                    unsettled, Optional.ofNullable(words.get(ClearanceStore.Key.of(unsettled)))));
          }
          SettlementStore.Sum matched = store.matched(c, town);
          return new Piles(
              store.listFiles(c, town, MOST_FILES),
              matched.count(),
              matched.yen(),
              store.listTheirs(c, town, MOST_SHOWN),
              ours,
              store.listCleared(c, town, MOST_CLEARED));
        });
  }

  /// Clears a line that is theirs only.
  public Outcome clearTheirs(
      MunicipalityCode town, UUID fileId, int row, String reason, String clerk) {
    Optional<PiledLine.Clearance> word = word(reason, clerk);
    if (word.isEmpty()) {
      return noReason();
    }
    return database.inTown(town, c -> store.clear(c, town, fileId, row, word.get()))
        ? new Outcome.Written()
        : changed();
  }

  /// Clears money that is ours only, as long as it is the sum the clerk saw.
  public Outcome clearOurs(
      MunicipalityCode town, String attemptKey, long yen, String reason, String clerk) {
    Optional<PiledLine.Clearance> word = word(reason, clerk);
    if (word.isEmpty()) {
      return noReason();
    }
    ClearanceStore.Key key = new ClearanceStore.Key(attemptKey, yen);
    boolean isWritten =
        database.inTown(
            town,
            c ->
                book.listUnsettled(c, town, FAR).stream()
                        .anyMatch(u -> ClearanceStore.Key.of(u).equals(key))
                    && clearances.insert(c, town, key, word.get()));
    return isWritten ? new Outcome.Written() : changed();
  }

  private Optional<PiledLine.Clearance> word(String reason, String clerk) {
    return Optional.of(reason.strip())
        .filter(why -> !why.isEmpty() && why.length() <= LONGEST_REASON)
        .map(why -> new PiledLine.Clearance(clerk, clock.instant(), why));
  }

  private static Outcome noReason() {
    return new Outcome.Refused(List.of("確認した内容を、200文字までで書いてください。"));
  }

  private static Outcome changed() {
    return new Outcome.Refused(List.of("この行は、もう確認済みか、内容が変わりました。画面を見直してください。"));
  }

  private static String sanitised(String fileName) {
    String name = fileName.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("no SHA-256 in this Java", broken);
    }
  }
}
