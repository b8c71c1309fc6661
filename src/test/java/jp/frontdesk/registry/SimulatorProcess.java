package jp.frontdesk.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/// The simulator as a process of its own, to be killed.
public final class SimulatorProcess {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");

  private final Process process;
  private final int port;

  private SimulatorProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// The child's entry.
  public static void main(String[] args) {
    System.exit(new CommandLine(new RegistrySimulatorCommand()).execute(args));
  }

  /// Starts it and waits until it listens.
  static SimulatorProcess start(int port, Path folder) throws IOException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx200m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    SimulatorProcess.class.getName(),
                    "--port=" + port,
                    "--data=" + folder))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      Matcher address = ADDRESS.matcher(line);
      if (address.find()) {
        return new SimulatorProcess(process, Integer.parseInt(address.group(1)));
      }
    }
    throw new IOException("the simulator did not start");
  }

  int port() {
    return port;
  }

  /// SIGKILL, and waits until it is gone.
  void kill() {
    var _ = process.destroyForcibly().onExit().join();
  }
}
