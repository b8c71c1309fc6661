package jp.frontdesk.platform;

import java.nio.file.Path;

/// A process of its own that starts a database and is then killed by a test.
final class EmbeddedDatabaseChild {
  private EmbeddedDatabaseChild() {}

  public static void main(String[] args) throws InterruptedException {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(args[0]), Path.of(args[1]));
    System.out.println(database.process().pid());
    Thread.currentThread().join();
  }
}
