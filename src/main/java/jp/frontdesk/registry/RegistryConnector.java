package jp.frontdesk.registry;

import java.time.Duration;

/// The door to one town's resident registry 住民記録システム. Called from virtual threads, outside any
/// transaction, for different cases at the same time.
public interface RegistryConnector extends AutoCloseable {
  /// Hands the record over as a provisional entry and blocks until the outcome is known or given
  /// up. Never throws for anything the registry or the network does.
  ///
  /// @param sentBefore whether an earlier try may have reached the registry, so that it has to be
  ///   read back before anything is sent again
  PushOutcome push(RegistryRecord record, boolean sentBefore);

  /// The longest time one [#push] can take; a lease has to last longer.
  Duration longestPush();

  @Override
  void close();
}
