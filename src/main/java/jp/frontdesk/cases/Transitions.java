package jp.frontdesk.cases;

import java.util.EnumMap;
import java.util.Map;

/// The one table of every legal move of a case: status and event give the next status.
public final class Transitions {
  /// What became of an event.
  public sealed interface Move {
    /// The case goes to the status.
    record Moved(CaseStatus to) implements Move {}

    /// The event is not possible now.
    ///
    /// @param why one Japanese sentence for a clerk
    record Refused(String why) implements Move {}
  }

  private static final Map<CaseStatus, Map<CaseEvent, CaseStatus>> TABLE =
      new EnumMap<>(CaseStatus.class);

  static {
    allow(CaseStatus.COLLECTING, CaseEvent.SUBMITTED, CaseStatus.WAITING);
    allow(CaseStatus.COLLECTING, CaseEvent.ABANDONED, CaseStatus.ABANDONED);
    allow(CaseStatus.WAITING, CaseEvent.CONFIRMED, CaseStatus.CONFIRMED);
    allow(CaseStatus.WAITING, CaseEvent.SENT_BACK, CaseStatus.RETURNED);
    allow(CaseStatus.WAITING, CaseEvent.REJECTED, CaseStatus.REJECTED);
    allow(CaseStatus.RETURNED, CaseEvent.SUBMITTED, CaseStatus.WAITING);
    allow(CaseStatus.RETURNED, CaseEvent.REJECTED, CaseStatus.REJECTED);
    allow(CaseStatus.CONFIRMED, CaseEvent.REGISTRY_ACCEPTED, CaseStatus.REGISTERED);
    allow(CaseStatus.CONFIRMED, CaseEvent.REGISTRY_REFUSED, CaseStatus.REGISTRY_REFUSED);
    allow(CaseStatus.REGISTRY_REFUSED, CaseEvent.CONFIRMED, CaseStatus.CONFIRMED);
    allow(CaseStatus.REGISTRY_REFUSED, CaseEvent.SENT_BACK, CaseStatus.RETURNED);
    allow(CaseStatus.REGISTRY_REFUSED, CaseEvent.REJECTED, CaseStatus.REJECTED);
  }

  private Transitions() {}

  private static void allow(CaseStatus from, CaseEvent event, CaseStatus to) {
    TABLE.computeIfAbsent(from, _ -> new EnumMap<>(CaseEvent.class)).put(event, to);
  }

  /// Where an event leads from a status.
  public static Move next(CaseStatus status, CaseEvent event) {
    CaseStatus to = TABLE.getOrDefault(status, Map.of()).get(event);
    return to == null
        ? new Move.Refused("「%s」の案件では「%s」はできません。".formatted(status.label(), event.label()))
        : new Move.Moved(to);
  }

  /// The table as a Mermaid state graph, for the README.
  public static String asMermaid() {
    StringBuilder graph = new StringBuilder("stateDiagram-v2\n  [*] --> COLLECTING\n");
    TABLE.forEach((from, moves) ->
        moves.forEach((event, to) ->
            graph
                .append("  ")
                .append(from)
                .append(" --> ")
                .append(to)
                .append(" : ")
                .append(event)
                .append('\n')));
    for (CaseStatus status : CaseStatus.values()) {
      if (status.isFinal()) {
        graph.append("  ").append(status).append(" --> [*]\n");
      }
    }
    return graph.toString();
  }
}
