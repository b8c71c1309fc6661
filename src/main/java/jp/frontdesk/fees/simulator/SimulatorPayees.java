package jp.frontdesk.fees.simulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.fees.Loaded;
import jp.frontdesk.fees.PaymentContract;
import jp.frontdesk.fees.code.CollectionCode;

/// The billers that the simulated collection agent has a contract with: those whose `payment.yaml`
/// lies in the configuration folder.
final class SimulatorPayees {
  private final List<PaymentContract> contracts;

  private SimulatorPayees(List<PaymentContract> contracts) {
    this.contracts = List.copyOf(contracts);
  }

  /// Reads `<folder>/*/payment.yaml`; a faulty file is an `IllegalStateException` with its faults.
  static SimulatorPayees load(Path folder) throws IOException {
    List<PaymentContract> contracts = new ArrayList<>();
    try (Stream<Path> towns = Files.list(folder)) {
      for (Path town : towns.sorted().toList()) {
        Path file = town.resolve("payment.yaml");
        if (Files.exists(file)) {
          Loaded<PaymentContract> contract = PaymentContract.load(file);
          contracts.add(contract.orThrow());
        }
      }
    }
    return new SimulatorPayees(contracts);
  }

  /// The biller whose slip this is.
  Optional<PaymentContract> findPayee(CollectionCode code) {
    return contracts.stream().filter(contract -> contract.isOurs(code)).findFirst();
  }
}
