package jp.frontdesk.fees.simulator;

import java.util.EnumSet;
import java.util.Set;

/// How the simulator misbehaves just now.
///
/// @param slowMs how long every answer to the desk is held back
/// @param on what else it does
public record SimulatorFaults(int slowMs, Set<SimulatorFault> on) {
  /// Everything works.
  public static final SimulatorFaults NONE = new SimulatorFaults(0, Set.of());

  public SimulatorFaults {
    on = Set.copyOf(on);
  }

  /// These faults, without delay.
  public static SimulatorFaults of(SimulatorFault first, SimulatorFault... more) {
    return new SimulatorFaults(0, EnumSet.of(first, more));
  }

  /// Whether this fault is switched on.
  public boolean has(SimulatorFault fault) {
    return on.contains(fault);
  }

  /// Whether anything is switched on.
  public boolean isAny() {
    return !equals(NONE);
  }
}
