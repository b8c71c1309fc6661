package jp.frontdesk.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.frontdesk.forms.FormLibrary;
import jp.frontdesk.guide.GuideBook;
import jp.frontdesk.kernel.MunicipalityCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The forms and guides of a running desk. When a file changes they are read anew and checked
/// whole; where anything at all is wrong, every fault is logged and the last good version stays.
/// Towns, fees, payment and registries are taken at a start only, for what they open lives as long
/// as the desk.
final class LiveFiles implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveFiles.class);

  private final List<Path> folders;
  private final Supplier<TownSettings> load;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("live-files").daemon(true).factory());
  private volatile TownSettings good;
  private volatile List<String> faults = List.of();
  private List<String> seen;

  /// @param folders whose files are watched
  /// @param good what the desk started with
  /// @param load reads everything anew
  LiveFiles(List<Path> folders, TownSettings good, Supplier<TownSettings> load) {
    this.folders = List.copyOf(folders);
    this.good = good;
    this.load = load;
    this.seen = stateOf(this.folders);
  }

  /// Looks for changes until it is closed.
  LiveFiles watch(Duration interval) {
    Future<?> _ =
        timer.scheduleWithFixedDelay(
            this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    return this;
  }

  /// The town's forms.
  FormLibrary forms(MunicipalityCode town) {
    return Optional.ofNullable(good.forms().get(town)).orElseThrow();
  }

  /// The town's guide.
  GuideBook guide(MunicipalityCode town) {
    return Optional.ofNullable(good.guides().get(town)).orElseThrow();
  }

  /// What is wrong with the files as they are now; empty when the desk uses them.
  List<String> faults() {
    return faults;
  }

  /// Reads everything anew if any file changed since the last look.
  void look() {
    List<String> now = stateOf(folders);
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      take(load.get());
    } catch (RuntimeException broken) {
      keep(List.of("the files cannot be read (" + broken.getClass().getSimpleName() + ")"));
    }
  }

  private void take(TownSettings loaded) {
    if (!loaded.faults().isEmpty()) {
      keep(loaded.faults());
    } else if (!loaded.towns().equals(good.towns())) {
      keep(List.of("a town.yaml is new, changed or gone: restart the desk to take it"));
    } else {
      good = loaded;
      faults = List.of();
      LOG.info("forms and guides were read anew");
    }
  }

  private void keep(List<String> newFaults) {
    faults = newFaults;
    LOG.warn(
        "forms and guides stay as they were, the changed files have {} faults", newFaults.size());
    newFaults.forEach(fault -> LOG.warn("{}", fault));
  }

  /// Name, size and time of every file.
  private static List<String> stateOf(List<Path> folders) {
    return folders.stream().flatMap(folder -> stateOf(folder).stream()).sorted().toList();
  }

  private static List<String> stateOf(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(LiveFiles::markOf).toList();
    } catch (IOException | UncheckedIOException gone) {
      return List.of(folder + ": gone");
    }
  }

  private static String markOf(Path file) {
    try {
      return file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis();
    } catch (IOException gone) {
      return file + ": gone";
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
