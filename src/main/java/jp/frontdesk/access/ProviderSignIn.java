package jp.frontdesk.access;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.frontdesk.access.AccountStore.Act;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// Signing in at the town's identity provider 認証基盤: code flow with PKCE, state, nonce and `iss`
/// (OpenID Connect Core 1.0; RFC 7636, 9207, 9700). Blocking style, for virtual threads.
public final class ProviderSignIn implements AutoCloseable {
  /// Where the provider sends browsers back to, below the desk's address.
  public static final String CALLBACK = "/login/provider/callback";

  private static final int LONGEST_DISPLAY = 40;

  private final Database database;
  private final InstantSource clock;
  private final SignInFlowStore flows;
  private final AccountStore accounts = new AccountStore();
  private final Map<MunicipalityCode, AccessSettings.Provider> providers;
  private final Map<MunicipalityCode, ProviderClient> clients;

  ProviderSignIn(
      Database database,
      InstantSource clock,
      Map<MunicipalityCode, AccessSettings.Provider> providers,
      Map<MunicipalityCode, ProviderClient> clients) {
    this.database = database;
    this.clock = clock;
    this.flows = new SignInFlowStore(database, clock);
    this.providers = Map.copyOf(providers);
    this.clients = Map.copyOf(clients);
  }

  /// A sign-in that begins.
  ///
  /// @param address where the browser goes
  /// @param browser the secret its cookie keeps until it comes back
  public record Begun(String address, String browser) {
    @Override
    public String toString() {
      return "Begun[***]";
    }
  }

  /// What came back from the provider through the browser; blank where it said nothing.
  public record Answer(String code, String state, String issuer, String error) {
    @Override
    public String toString() {
      return "Answer[***]";
    }
  }

  /// What came of a sign-in.
  public sealed interface Outcome {
    /// The provider vouches for the person.
    record SignedIn(Account account) implements Outcome {}

    /// Nothing was opened; `message` is one Japanese sentence that says what to do.
    record Refused(String message) implements Outcome {}
  }

  /// The towns whose clerks sign in at a provider.
  public Set<MunicipalityCode> towns() {
    return providers.keySet();
  }

  /// Begins a sign-in; empty where the town has no provider or it is out of reach.
  public Optional<Begun> begin(MunicipalityCode town) {
    return Optional.ofNullable(providers.get(town)).flatMap(provider -> begin(town, provider));
  }

  private Optional<Begun> begin(MunicipalityCode town, AccessSettings.Provider provider) {
    String state = Tokens.random();
    String browser = Tokens.random();
    try {
      String address =
          clientOf(town).metadata().authorization()
              + "?response_type=code&scope=openid%20profile&client_id="
              + encoded(provider.clientId())
              + "&redirect_uri="
              + encoded(provider.deskUrl() + CALLBACK)
              + "&state="
              + state
              + "&nonce="
              + derived("nonce", browser)
              + "&code_challenge_method=S256&code_challenge="
              + base64(Tokens.hash(derived("verifier", browser)))
              + (provider.acr().isEmpty()
                  ? ""
                  : "&acr_values=" + encoded(String.join(" ", provider.acr())));
      flows.begin(town, state, browser);
      return Optional.of(new Begun(address, browser));
    } catch (ProviderClient.UnusableException away) {
      return Optional.empty();
    }
  }

  /// Ends a sign-in with what the browser brought back.
  ///
  /// @param browser the secret of its cookie; blank without one
  public Outcome finish(Answer answer, String browser) {
    Optional<MunicipalityCode> town = flows.take(answer.state(), browser);
    if (town.isEmpty()) {
      return new Outcome.Refused("この画面からはじめたログインではないか、時間が切れました。もう一度はじめてください。");
    }
    AccessSettings.Provider provider = Optional.ofNullable(providers.get(town.get())).orElseThrow();
    try {
      return check(town.get(), provider, answer, browser)
          .map(claims -> admit(town.get(), provider, claims))
          .orElseGet(() -> refused(town.get(), "認証基盤でのログインを確かめられませんでした。二つの要素で、もう一度ログインしてください。"));
    } catch (ProviderClient.UnusableException away) {
      return new Outcome.Refused("認証基盤につながりません。少し待って、もう一度はじめてください。");
    }
  }

  private Outcome refused(MunicipalityCode town, String message) {
    database.runInTown(town, c -> accounts.write(c, town, Act.REFUSED, "", "", clock.instant()));
    return new Outcome.Refused(message);
  }

  private Optional<IdToken.Claims> check(
      MunicipalityCode town, AccessSettings.Provider provider, Answer answer, String browser) {
    ProviderClient client = clientOf(town);
    boolean isItself =
        answer.issuer().equals(provider.issuer().toString())
            || (answer.issuer().isEmpty() && !client.metadata().namesItself());
    if (!isItself || !answer.error().isEmpty() || answer.code().isEmpty()) {
      return Optional.empty();
    }
    return client
        .exchange(answer.code(), derived("verifier", browser), provider.deskUrl() + CALLBACK)
        .flatMap(token ->
            IdToken.check(
                token, client.keys(), provider, derived("nonce", browser), clock.instant()));
  }

  /// Gives the person the account that is theirs, made at the first time.
  private Outcome admit(
      MunicipalityCode town, AccessSettings.Provider provider, IdToken.Claims claims) {
    Optional<Role> role = roleOf(provider, claims.roles());
    String name = claims.name();
    if (role.isEmpty() || !Account.isName(name)) {
      return refused(town, "この職員に窓口の権限が一つに決まっていません。認証基盤の管理者に確かめてください。");
    }
    String display = claims.displayName().isBlank() ? name : claims.displayName();
    Account wanted =
        new Account(
            town,
            name,
            display.substring(0, Math.min(LONGEST_DISPLAY, display.length())),
            role.get(),
            List.of(),
            Account.State.ACTIVE,
            true,
            false);
    String issuer = provider.issuer().toString();
    Optional<Account> admitted =
        database.inTown(
            town,
            c -> {
              Optional<Account> own =
                  accounts.findOrProvide(
                      c,
                      wanted,
                      new AccountStore.Person(issuer, claims.subject()),
                      clock.instant());
              own.ifPresent(
                  a -> accounts.write(c, town, Act.SIGNED_IN, a.name(), "", clock.instant()));
              return own;
            });
    return admitted.isPresent()
        ? new Outcome.SignedIn(admitted.get())
        : refused(town, "このアカウントは止められているか、同じ名前が別の人のものです。管理者に確かめてください。");
  }

  /// The one role that the values mean; a supervisor's clerk is a supervisor.
  private static Optional<Role> roleOf(AccessSettings.Provider provider, List<String> values) {
    Set<Role> roles =
        values.stream()
            .flatMap(value -> Optional.ofNullable(provider.roles().get(value)).stream())
            .collect(Collectors.toCollection(HashSet::new));
    if (roles.contains(Role.SUPERVISOR)) {
      roles.remove(Role.CLERK);
    }
    return roles.size() == 1 ? roles.stream().findFirst() : Optional.empty();
  }

  /// Where a browser signs out at the town's provider, too; empty where there is no such page. The
  /// address says which program asks and nothing about the person.
  public Optional<String> logoutAddress(MunicipalityCode town) {
    return Optional.ofNullable(providers.get(town))
        .flatMap(provider -> {
          try {
            String page = clientOf(town).metadata().logout();
            return page.isEmpty()
                ? Optional.empty()
                : Optional.of(
                    page
                        + "?client_id="
                        + encoded(provider.clientId())
                        + "&post_logout_redirect_uri="
                        + encoded(provider.deskUrl() + "/login"));
          } catch (ProviderClient.UnusableException away) {
            return Optional.empty();
          }
        });
  }

  private ProviderClient clientOf(MunicipalityCode town) {
    return Optional.ofNullable(clients.get(town)).orElseThrow();
  }

  /// A value that only the browser's own secret gives again.
  private static String derived(String purpose, String browser) {
    return base64(Tokens.hash(purpose + "|" + browser));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    clients.values().forEach(ProviderClient::close);
  }
}
