package jp.frontdesk.access;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.platform.Workers;

/// What the proofs of accounts are kept as. A password is hashed with a key of its town before it
/// is hashed slowly, so that a stolen database alone cannot be guessed at; an authenticator's
/// secret is sealed with the town's key.
final class Secrets {
  private final Vault vault;
  private final Workers workers;

  /// @param workers compute the slow hashes, which take 19 MiB each
  Secrets(Vault vault, Workers workers) {
    this.vault = vault;
    this.workers = workers;
  }

  String hashOf(MunicipalityCode town, String password) {
    byte[] keyed = keyed(town, password);
    return inWorkers(() -> PasswordHash.of(keyed));
  }

  /// Whether a password is that of an account; takes as long where there is no account.
  boolean matches(Optional<String> hash, MunicipalityCode town, String password) {
    byte[] keyed = keyed(town, password);
    boolean isSame =
        inWorkers(() -> PasswordHash.matches(hash.orElse(PasswordHash.NOBODYS), keyed));
    return isSame && hash.isPresent();
  }

  private byte[] keyed(MunicipalityCode town, String password) {
    return vault.fingerprint(town, ("password|" + password).getBytes(StandardCharsets.UTF_8));
  }

  private <T> T inWorkers(Callable<T> work) {
    return workers.run(work).await();
  }

  byte[] sealTotp(MunicipalityCode town, String account, byte[] secret) {
    return vault.sealForTown(town, "totp/" + account, secret);
  }

  byte[] openTotp(MunicipalityCode town, String account, byte[] sealed) {
    return vault.openForTown(town, "totp/" + account, sealed);
  }

  /// A mark that only the same words in the same town have.
  byte[] markOf(MunicipalityCode town, String words) {
    return vault.fingerprint(town, ("mark|" + words).getBytes(StandardCharsets.UTF_8));
  }
}
