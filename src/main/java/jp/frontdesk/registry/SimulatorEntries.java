package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.kernel.Problem;

/// The simulated registry's one way of taking an entry, whichever door it came through: the rules,
/// the other entries of the town, then the journal. One entry at a time, so checking and keeping it
/// is one step.
final class SimulatorEntries {
  private final SimulatorJournal journal;
  private final boolean checkOtherEntries;

  /// @param checkOtherEntries whether a person who stands in another entry of the town is refused
  SimulatorEntries(SimulatorJournal journal, boolean checkOtherEntries) {
    this.journal = journal;
    this.checkOtherEntries = checkOtherEntries;
  }

  /// What became of an entry.
  sealed interface Taken {
    /// The journal has an answer: new, there already, or something else under the key.
    record Known(SimulatorJournal.Kept kept) implements Taken {}

    /// It breaks rules.
    ///
    /// @param errors at least one
    record Refused(List<Problem> errors) implements Taken {
      public Refused {
        errors = List.copyOf(errors);
      }

      /// Every message once, one after the other.
      String words() {
        return String.join("", errors.stream().map(Problem::message).distinct().toList());
      }
    }
  }

  synchronized Taken take(String key, String contentSha256, JsonNode record) {
    Optional<SimulatorJournal.Kept> before = journal.seenBefore(key, contentSha256);
    if (before.isPresent()) {
      return new Taken.Known(before.get());
    }
    EntryRules.Findings findings = EntryRules.check(record);
    List<Problem> clashes =
        checkOtherEntries ? Clashes.between(record, journal.listEntries()) : List.of();
    List<Problem> errors = Stream.concat(findings.errors().stream(), clashes.stream()).toList();
    return errors.isEmpty()
        ? new Taken.Known(journal.keep(key, contentSha256, record, findings.alerts().size()))
        : new Taken.Refused(errors);
  }
}
