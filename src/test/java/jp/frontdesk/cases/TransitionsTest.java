package jp.frontdesk.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransitionsTest {
  @Test
  void everyPairOfStatusAndEventIsMovedOrRefusedWithASentence() {
    int moves = 0;
    for (CaseStatus status : CaseStatus.values()) {
      for (CaseEvent event : CaseEvent.values()) {
        switch (Transitions.next(status, event)) {
          case Transitions.Move.Moved(CaseStatus to) -> {
            moves++;
            assertThat(to).isNotEqualTo(status);
          }
          case Transitions.Move.Refused(String why) ->
              assertThat(why).contains(status.label()).contains(event.label()).endsWith("。");
        }
      }
    }

    assertThat(moves).isEqualTo(12);
  }

  @Test
  void aFinalStatusLeadsNowhereAndEveryOtherReachesOne() {
    for (CaseStatus status : CaseStatus.values()) {
      Set<CaseStatus> reached = EnumSet.of(status);
      boolean grew = true;
      while (grew) {
        Set<CaseStatus> next = EnumSet.copyOf(reached);
        for (CaseStatus from : reached) {
          for (CaseEvent event : CaseEvent.values()) {
            if (Transitions.next(from, event) instanceof Transitions.Move.Moved(CaseStatus to)) {
              next.add(to);
            }
          }
        }
        grew = next.size() > reached.size();
        reached = next;
      }

      assertThat(reached.size() == 1).isEqualTo(status.isFinal());
      assertThat(reached).anyMatch(CaseStatus::isFinal);
    }
  }

  @Test
  void onlyAConfirmedCaseReachesTheRegistry() {
    for (CaseStatus status : CaseStatus.values()) {
      boolean isRegistered =
          Transitions.next(status, CaseEvent.REGISTRY_ACCEPTED) instanceof Transitions.Move.Moved;

      assertThat(isRegistered).isEqualTo(status == CaseStatus.CONFIRMED);
    }
  }

  @Test
  void theGraphOfTheReadmeNamesEveryStatus() {
    String graph = Transitions.asMermaid();

    for (CaseStatus status : CaseStatus.values()) {
      assertThat(graph).contains(status.name());
    }
  }
}
