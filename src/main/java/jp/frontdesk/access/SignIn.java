package jp.frontdesk.access;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.frontdesk.access.AccountStore.Act;
import jp.frontdesk.access.AccountStore.Proof;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// Signing in to a local account 職員ログイン: name, password and the code of the authenticator at once,
/// so that nothing tells which of them was wrong or whether the name exists. A code works once.
/// Blocking style, for virtual threads.
public final class SignIn {
  private static final int LONGEST_PASSWORD = 200;

  private final Database database;
  private final Secrets secrets;
  private final SignInDelayStore delays;
  private final AccountStore accounts = new AccountStore();
  private final InstantSource clock;
  private final Set<MunicipalityCode> towns;

  SignIn(
      Database database,
      Secrets secrets,
      SignInDelayStore delays,
      InstantSource clock,
      Set<MunicipalityCode> towns) {
    this.database = database;
    this.secrets = secrets;
    this.delays = delays;
    this.clock = clock;
    this.towns = Set.copyOf(towns);
  }

  /// What came of it.
  public sealed interface Outcome {
    /// The person is who they say.
    record SignedIn(Account account) implements Outcome {}

    /// Something of the three is wrong.
    record Refused() implements Outcome {}

    /// Too many were wrong; nothing was checked.
    record Wait(Duration left) implements Outcome {}
  }

  /// Checks the three together, after the delay that earlier failures cost.
  ///
  /// @param typed the sign-in name, e.g. `999997-mihon`
  /// @param code six digits
  /// @param address where the request comes from, as the connection says
  public Outcome signIn(String typed, String password, String code, String address) {
    Optional<Duration> wait = delays.begin(typed, address);
    if (wait.isPresent()) {
      return new Outcome.Wait(wait.get());
    }
    Optional<Account> account =
        SignInName.parse(typed)
            .filter(name -> towns.contains(name.town()))
            .flatMap(name -> check(name, password, code));
    if (account.isEmpty()) {
      return new Outcome.Refused();
    }
    delays.succeeded(typed, address);
    return new Outcome.SignedIn(account.get());
  }

  /// Does the same work whether there is such an account or not.
  private Optional<Account> check(SignInName name, String password, String code) {
    Optional<Proof> proof =
        database.inTown(name.town(), c -> accounts.findProof(c, name.town(), name.account()));
    boolean isPassword =
        secrets.matches(
            proof.map(Proof::passwordHash),
            name.town(),
            password.length() <= LONGEST_PASSWORD ? password : "");
    byte[] totp =
        proof
            .map(p -> secrets.openTotp(name.town(), name.account(), p.sealedTotp().getBytes()))
            .orElseGet(Totp::newSecret);
    OptionalLong step = Totp.stepOf(totp, code.replaceAll("\\s", ""), clock.instant());
    boolean isRight = proof.isPresent() && isPassword && step.isPresent();
    return database.inTown(
        name.town(),
        c -> {
          boolean isIn = isRight && accounts.useStep(c, proof.get().account(), step.getAsLong());
          accounts.write(
              c,
              name.town(),
              isIn ? Act.SIGNED_IN : Act.REFUSED,
              proof.map(p -> p.account().name()).orElse(""),
              "",
              clock.instant());
          return isIn ? proof.map(Proof::account) : Optional.empty();
        });
  }

  /// Writes that a clerk signed out.
  public void signedOut(Account account) {
    database.runInTown(
        account.town(),
        c ->
            accounts.write(
                c,
                account.town(),
                Act.SIGNED_OUT,
                account.name(),
                account.name(),
                clock.instant()));
  }

  /// Forgets old failures.
  public int removeOldFailures() {
    return delays.removeOld();
  }
}
