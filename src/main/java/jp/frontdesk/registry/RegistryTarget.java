package jp.frontdesk.registry;

import java.net.URI;
import java.time.Duration;

/// How one town's registry is reached; from the town's `registry.yaml`.
///
/// @param kind the way of speaking to it
/// @param url where its interface begins, without a slash at the end
/// @param timeout how long one request may take, connecting included
public record RegistryTarget(Kind kind, URI url, Duration timeout) {
  /// The ways of speaking to a registry.
  public enum Kind {
    /// JSON over HTTP.
    REST
  }

  /// The same target at another address, for tests and for a run on other ports.
  public RegistryTarget withUrl(URI otherUrl) {
    return new RegistryTarget(kind, otherUrl, timeout);
  }
}
