package jp.frontdesk;

import java.util.List;
import jp.frontdesk.fees.simulator.PaymentSimulatorCommand;
import jp.frontdesk.forms.FormPreviewCommand;
import jp.frontdesk.reading.ReadCommand;
import jp.frontdesk.reading.ReaderCommand;
import jp.frontdesk.registry.RegistrySimulatorCommand;
import jp.frontdesk.samples.SamplesCommand;
import jp.frontdesk.samples.score.ScoreCommand;
import jp.frontdesk.server.CheckConfigCommand;
import jp.frontdesk.server.ServeCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The only `main`: one command line for the desk, the reader and the simulators.
@Command(
    name = "frontdesk",
    description = "A municipal front desk: reads the moving-out certificate 転出証明書.",
    mixinStandardHelpOptions = true,
    version = "frontdesk 0.1.0")
public final class Main {
  /// Every command, in the order the help shows them.
  private static final List<Object> COMMANDS =
      List.of(
          new ReadCommand(),
          new ServeCommand(),
          new ReaderCommand(),
          new PaymentSimulatorCommand(),
          new RegistrySimulatorCommand(),
          new FormPreviewCommand(),
          new CheckConfigCommand(),
          new SamplesCommand(),
          new ScoreCommand());

  private Main() {}

  /// Runs the command named by the arguments and ends the process with its status.
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true");
    CommandLine line = new CommandLine(new Main());
    COMMANDS.forEach(line::addSubcommand);
    System.exit(args.length == 0 ? usage(line) : line.execute(args));
  }

  private static int usage(CommandLine line) {
    line.usage(System.err);
    return CommandLine.ExitCode.USAGE;
  }
}
