package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
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
  void aServerThatBreaksTheFirstConnectionsIsAskedAgain() throws IOException {
    DatabaseAddress real = TestDatabase.freshAddress();
    try (ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread _ = Thread.ofVirtual().start(() -> refuseTwiceThenServe(door, real.port()));
      DatabaseAddress address =
          new DatabaseAddress(
              "127.0.0.1", door.getLocalPort(), real.database(), real.user(), real.password());

      Optional<NodeLock> lock = NodeLock.take(address, () -> {});

      assertThat(lock).isPresent();
      lock.orElseThrow().close();
    }
  }

  private static void refuseTwiceThenServe(ServerSocket door, int port) {
    try {
      door.accept().close();
      door.accept().close();
      try (Socket client = door.accept();
          Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
        Thread _ = Thread.ofVirtual().start(() -> copy(client, server));
        copy(server, client);
      }
    } catch (IOException theTestIsOver) {
      // nothing is left to serve
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      long _ = from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException theTestIsOver) {
      // nothing is left to copy
    }
  }

  @Test
  void nodesOfDifferentDatabasesDoNotMeet() {
    try (NodeLock _ = NodeLock.take(TestDatabase.freshAddress(), () -> {}).orElseThrow();
        NodeLock _ = NodeLock.take(TestDatabase.freshAddress(), () -> {}).orElseThrow()) {
      assertThat(true).isTrue();
    }
  }
}
