package jp.frontdesk.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.platform.Workers;

/// Everything about who the clerks are, put together for one installation.
public final class Identity implements AutoCloseable {
  private static final int HASHING_THREADS = 2;
  private static final int HASHES_WAITING = 32;
  private static final Duration HASH_LIMIT = Duration.ofSeconds(10);

  private final Workers workers =
      new Workers("sign-in", HASHING_THREADS, HASHES_WAITING, HASH_LIMIT);
  private final SignIn signIn;
  private final Accounts accounts;
  private final Demonstration demonstration;

  /// @param towns whose clerks have accounts of ours
  public Identity(
      Database database, Vault vault, InstantSource clock, Set<MunicipalityCode> towns) {
    Secrets secrets = new Secrets(vault, workers);
    SignInDelayStore delays = new SignInDelayStore(database, clock);
    this.signIn = new SignIn(database, secrets, delays, clock, towns);
    this.accounts = new Accounts(database, secrets, delays, clock, towns);
    this.demonstration = new Demonstration(database, secrets);
  }

  /// Signing in to accounts of ours.
  public SignIn signIn() {
    return signIn;
  }

  /// Making and shutting accounts, and enrolment.
  public Accounts accounts() {
    return accounts;
  }

  /// The accounts of a demonstration.
  public Demonstration demonstration() {
    return demonstration;
  }

  @Override
  public void close() {
    workers.close();
  }
}
