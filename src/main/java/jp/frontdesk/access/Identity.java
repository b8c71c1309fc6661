package jp.frontdesk.access;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.platform.SecretFile;
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
  private final ProviderSignIn providerSignIn;

  /// Without a provider of identities.
  ///
  /// @param towns whose clerks have accounts of ours
  public Identity(
      Database database, Vault vault, InstantSource clock, Set<MunicipalityCode> towns) {
    this(database, vault, clock, towns, Map.of(), Map.of());
  }

  private Identity(
      Database database,
      Vault vault,
      InstantSource clock,
      Set<MunicipalityCode> towns,
      Map<MunicipalityCode, AccessSettings.Provider> providers,
      Map<MunicipalityCode, ProviderClient> clients) {
    Secrets secrets = new Secrets(vault, workers);
    SignInDelayStore delays = new SignInDelayStore(database, clock);
    this.signIn = new SignIn(database, secrets, delays, clock, towns);
    this.accounts = new Accounts(database, secrets, delays, clock, towns);
    this.demonstration = new Demonstration(database, secrets);
    this.providerSignIn = new ProviderSignIn(database, clock, providers, clients);
  }

  /// As each town's `access.yaml` says.
  ///
  /// @throws IllegalStateException when others may read the file of a client's secret
  public static Identity open(
      Vertx vertx,
      Database database,
      Vault vault,
      InstantSource clock,
      Map<MunicipalityCode, AccessSettings> towns) {
    Map<MunicipalityCode, AccessSettings.Provider> providers = new HashMap<>();
    Map<MunicipalityCode, ProviderClient> clients = new HashMap<>();
    Set<MunicipalityCode> local = new HashSet<>();
    towns.forEach((town, settings) ->
        settings
            .provider()
            .ifPresentOrElse(
                provider -> {
                  Secret secret = SecretFile.read(provider.secretFile());
                  providers.put(town, provider);
                  clients.put(town, new ProviderClient(vertx, provider, secret));
                },
                () -> {
                  boolean _ = local.add(town);
                }));
    return new Identity(database, vault, clock, local, providers, clients);
  }

  /// Signing in at the towns' identity providers.
  public ProviderSignIn providerSignIn() {
    return providerSignIn;
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
    providerSignIn.close();
    workers.close();
  }
}
