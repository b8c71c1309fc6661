package jp.frontdesk.fees.simulator;

import java.util.List;
import java.util.Optional;

/// The app's first page.
///
/// @param message why the last scan could not be paid; empty at first
/// @param typed what was typed last, kept for correction
/// @param payments the newest payments, the latest first
public record SimulatorHome(
    Optional<String> message,
    String typed,
    List<SimulatorReceipt> payments,
    SimulatorFaults faults) {
  public SimulatorHome {
    payments = List.copyOf(payments);
  }
}
