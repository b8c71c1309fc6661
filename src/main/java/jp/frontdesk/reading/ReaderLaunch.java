package jp.frontdesk.reading;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// The command that starts a reader process: a small JVM on the same class path, inside bubblewrap
/// without network where that works. It sees programs, fonts, its own classes, trained data and
/// templates, all read-only, and nothing of the desk's data; its environment is empty.
final class ReaderLaunch {
  private static final String BUBBLEWRAP = "/usr/bin/bwrap";
  private static final long TRIAL_SECONDS = 5;
  private static final List<String> SYSTEM_FOLDERS =
      List.of(
          "/usr",
          "/bin",
          "/lib",
          "/lib64",
          "/etc/fonts",
          "/etc/ld.so.cache",
          "/etc/alternatives",
          "/etc/java",
          "/etc/localtime");
  private static final List<String> JVM_FLAGS =
      List.of(
          "-Xmx512m",
          "-Xms24m",
          "-Xss1m",
          "-XX:+UseSerialGC",
          "-XX:MinHeapFreeRatio=5",
          "-XX:MaxHeapFreeRatio=15",
          "-XX:ReservedCodeCacheSize=48m",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:-UsePerfData",
          "-Xshare:auto",
          "-Djava.awt.headless=true",
          "-Dfile.encoding=UTF-8",
          "--enable-native-access=ALL-UNNAMED");

  private final ReaderSettings settings;
  private final boolean isWrapped;

  ReaderLaunch(ReaderSettings settings) {
    this.settings = settings;
    isWrapped = canWrap();
  }

  String isolation() {
    return isWrapped ? "bubblewrap" : "plain child process";
  }

  Process start() throws IOException {
    List<String> command = new ArrayList<>();
    if (isWrapped) {
      command.addAll(wrapper());
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(JVM_FLAGS);
    command.add("-Dfrontdesk.home=" + settings.home());
    command.add("-Dfrontdesk.tessdata=" + settings.models().trainedData());
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath()));
    command.add("jp.frontdesk.Main");
    command.add("reader");
    command.add("--threads=" + settings.threads());
    if (settings.hasFaults()) {
      command.add("--with-faults");
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("LANG", "C.UTF-8");
    environment.put("HOME", "/tmp");
    environment.put("OMP_THREAD_LIMIT", "1");
    environment.put("MALLOC_ARENA_MAX", Integer.toString(settings.threads()));
    environment.put("MALLOC_TRIM_THRESHOLD_", "262144");
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static List<String> classPath() {
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        entries.add(Path.of(entry).toAbsolutePath().normalize().toString());
      }
    }
    return entries;
  }

  private List<String> wrapper() {
    List<String> command =
        new ArrayList<>(List.of(BUBBLEWRAP, "--unshare-all", "--die-with-parent", "--new-session"));
    for (String folder : SYSTEM_FOLDERS) {
      command.addAll(List.of("--ro-bind-try", folder, folder));
    }
    command.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"));
    for (String seen : visible()) {
      command.addAll(List.of("--ro-bind-try", seen, seen));
    }
    return command;
  }

  /// The JDK, the classes, the jars beside the product's jar, models and templates.
  private Set<String> visible() {
    Set<String> seen = new LinkedHashSet<>();
    seen.add(System.getProperty("java.home"));
    for (String entry : classPath()) {
      seen.add(entry);
      if (entry.endsWith("frontdesk.jar")) {
        seen.add(Path.of(entry).resolveSibling("lib").toString());
      }
    }
    seen.add(settings.models().trainedData().toString());
    seen.add(settings.models().libraries().toString());
    seen.add(settings.home().resolve("templates").toString());
    return seen;
  }

  private boolean canWrap() {
    if (!Files.isExecutable(Path.of(BUBBLEWRAP))) {
      return false;
    }
    List<String> command = new ArrayList<>(wrapper());
    command.add("/usr/bin/true");
    try {
      Process trial =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      boolean ended = trial.waitFor(TRIAL_SECONDS, TimeUnit.SECONDS);
      if (!ended) {
        Process _ = trial.destroyForcibly();
      }
      return ended && trial.exitValue() == 0;
    } catch (IOException noBubblewrap) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
