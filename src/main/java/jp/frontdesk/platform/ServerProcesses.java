package jp.frontdesk.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Looks at processes through `/proc`. Every process of a PostgreSQL server has its data folder as
/// working folder; that tells whose it is, also when a process number was given out again.
final class ServerProcesses {
  private ServerProcesses() {}

  static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd"))
          .equals(folder.toRealPath());
    } catch (IOException goneOrNotOurs) {
      return false;
    }
  }

  static boolean noneWorksIn(Path folder) {
    return ProcessHandle.allProcesses().noneMatch(process -> worksIn(process, folder));
  }

  /// Program and arguments; empty when the process is gone.
  static List<String> commandLine(ProcessHandle process) {
    try {
      String line = Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"));
      return List.of(line.split("\0"));
    } catch (IOException gone) {
      return process.isAlive() ? unreadable(gone) : List.of();
    }
  }

  private static List<String> unreadable(IOException broken) {
    throw new UncheckedIOException(broken);
  }
}
