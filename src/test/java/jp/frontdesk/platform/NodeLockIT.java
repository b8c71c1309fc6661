package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NodeLockIT {
  @Test
  void aSecondNodeIsRefusedUntilTheFirstHasStopped() {
    DatabaseAddress address = TestDatabase.freshAddress();
    NodeLock first = NodeLock.take(address, () -> {}).orElseThrow();

    Optional<NodeLock> second = NodeLock.take(address, () -> {});
    first.close();
    Optional<NodeLock> third = NodeLock.take(address, () -> {});

    assertThat(second).isEmpty();
    assertThat(third).isPresent();
    third.orElseThrow().close();
  }

  @Test
  void nodesOfDifferentDatabasesDoNotMeet() {
    try (NodeLock _ = NodeLock.take(TestDatabase.freshAddress(), () -> {}).orElseThrow();
        NodeLock _ = NodeLock.take(TestDatabase.freshAddress(), () -> {}).orElseThrow()) {
      assertThat(true).isTrue();
    }
  }
}
