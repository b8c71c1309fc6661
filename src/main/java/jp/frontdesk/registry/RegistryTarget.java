package jp.frontdesk.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import jp.frontdesk.kernel.CharacterProfile;

/// How one town's registry is reached; from the town's `registry.yaml`.
///
/// @param kind the way of speaking to it
/// @param url where its interface begins, without a slash at the end
/// @param timeout how long one request may take, connecting included
/// @param csv the drop folder and its files; set exactly for [Kind#CSV]
/// @param characters which characters it can hold; empty where that is all
public record RegistryTarget(
    Kind kind,
    URI url,
    Duration timeout,
    Optional<CsvTarget> csv,
    Optional<CharacterProfile> characters) {
  /// The ways of speaking to a registry.
  public enum Kind {
    /// JSON over HTTP.
    REST,
    /// Files that the registry imports.
    CSV
  }

  /// A target that is asked over HTTP.
  public RegistryTarget(Kind kind, URI url, Duration timeout) {
    this(kind, url, timeout, Optional.empty(), Optional.empty());
  }

  /// The same target at another address, for tests and for a run on other ports; a drop folder
  /// stays.
  public RegistryTarget withUrl(URI otherUrl) {
    return csv.isPresent() ? this : new RegistryTarget(kind, otherUrl, timeout, csv, characters);
  }
}
