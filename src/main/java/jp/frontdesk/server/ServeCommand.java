package jp.frontdesk.server;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import jp.frontdesk.access.Accounts;
import jp.frontdesk.access.Demonstration;
import jp.frontdesk.platform.Secret;
import picocli.CommandLine.Command;

/// `frontdesk serve`: starts the desk and runs until it is told to stop.
@Command(name = "serve", description = "Starts kiosk, counter desk, readers and dispatchers.")
public final class ServeCommand implements Callable<Integer> {
  private static final int FAULTY = 1;

  @Override
  public Integer call() throws InterruptedException {
    return switch (Settings.fromEnvironment()) {
      case Settings.Outcome.Faulty(List<String> faults) -> {
        tell("Front Desk cannot start with these settings:", faults);
        yield FAULTY;
      }
      case Settings.Outcome.Usable(Settings settings) -> serve(settings);
    };
  }

  private static int serve(Settings settings) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    switch (Node.start(settings, ended::countDown)) {
      case Node.Outcome.Faulty(List<String> faults) -> {
        tell("Front Desk cannot start:", faults);
        return FAULTY;
      }
      case Node.Outcome.Started(Node node) -> {
        node.stopOnSignal();
        announce(settings, node);
        ended.await();
        node.close();
        return 0;
      }
    }
  }

  private static void announce(Settings settings, Node node) {
    System.out.println("Front Desk 窓口 is ready (readers: " + node.isolation() + ").");
    System.out.println(
        "  kiosk              http://" + settings.host() + ":" + node.kioskPort() + "/");
    System.out.println(
        "  counter desk       http://" + settings.host() + ":" + node.deskPort() + "/");
    if (settings.isDemo()) {
      System.out.println("  payment app        " + settings.paymentUrl() + "/");
      settings
          .registryUrl()
          .ifPresent(url -> System.out.println("  resident registry  " + url.resolve("/")));
    }
    announceAccounts(settings, node.firstAccounts());
    System.out.println(
        "  health, metrics    http://127.0.0.1:" + node.operationsPort() + "/health/ready");
  }

  /// The only place where a word for signing in is shown; never in the log.
  private static void announceAccounts(Settings settings, FirstAccounts accounts) {
    if (accounts.hasDemonstration()) {
      System.out.println(
          "  sign in at the desk as "
              + Demonstration.TOWN
              + "-mihon (or "
              + String.join(", ", Demonstration.roles().keySet())
              + ")");
      System.out.println("    password " + settings.demoPassword().map(Secret::value).orElse(""));
      System.out.println("    code     stands on the sign-in page of the demonstration");
    }
    if (!accounts.words().isEmpty()) {
      System.out.println("  first administrators: open /enrol at the desk within one hour");
      for (Accounts.Code word : accounts.words()) {
        System.out.println("    " + word.account().signInName() + "   " + word.code());
      }
    }
  }

  private static void tell(String heading, List<String> faults) {
    System.err.println(heading);
    faults.forEach(fault -> System.err.println("  " + fault));
  }

  /// Where programs and archives that can be made again are kept.
  static Path cacheDir() {
    return Path.of(".frontdesk");
  }
}
