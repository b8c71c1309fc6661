package jp.frontdesk.server;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Accounts;
import jp.frontdesk.access.Demonstration;
import jp.frontdesk.access.Identity;
import jp.frontdesk.access.Role;
import jp.frontdesk.access.Totp;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Secret;
import org.apache.commons.codec.binary.Base32;

/// The authenticators of the tests: what each account of each desk shows now, never the same code
/// twice. An account that a desk lacks is invited and enrolled first, as a person would be.
public final class TestAccounts {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Map<URI, Identity> DESKS = new ConcurrentHashMap<>();
  private static final Map<String, Long> USED = new ConcurrentHashMap<>();
  private static final Map<String, byte[]> SECRETS = new ConcurrentHashMap<>();

  private TestAccounts() {}

  static void know(URI desk, Identity identity) {
    DESKS.put(desk, identity);
  }

  /// A code that works once, now; waits for one where two were used within the last seconds.
  public static String nextCode(URI desk, String town, String name) {
    String key = desk + "|" + town + "-" + name;
    Optional<byte[]> own =
        town.equals(Demonstration.TOWN.digits()) && Demonstration.roles().containsKey(name)
            ? Optional.empty()
            : Optional.of(SECRETS.computeIfAbsent(key, _ -> enrol(desk, town, name, Role.CLERK)));
    long step =
        USED.merge(
            key,
            Totp.stepOf(CLOCK.instant()) - (own.isPresent() ? 0 : 1),
            (last, now) -> Math.max(last + 1, now));
    while (Totp.stepOf(CLOCK.instant()) + 1 < step) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    Instant at = Totp.startOf(step);
    return own.map(secret -> Totp.codeAt(secret, at))
        .orElseGet(() -> Demonstration.codeAt(new Secret(DeskUnderTest.PASSWORD), at));
  }

  /// Invites an account and goes the way of an invited person, with the code one step ago.
  ///
  /// @return the authenticator's secret
  public static byte[] enrol(URI desk, String town, String name, Role role) {
    Accounts accounts = Optional.ofNullable(DESKS.get(desk)).orElseThrow().accounts();
    MunicipalityCode code = new MunicipalityCode(town);
    Account actor =
        new Account(
            code,
            "tests",
            "tests",
            Role.ADMINISTRATOR,
            List.of(),
            Account.State.ACTIVE,
            false,
            false);
    if (!(accounts.invite(code, name, "見本の職員", Optional.of(role), List.of(), actor)
        instanceof Accounts.Outcome.Invited(Accounts.Code word))) {
      throw new AssertionError("the account could not be made");
    }
    String typed = town + "-" + name;
    if (!(accounts.begin(typed, word.code(), "tests")
        instanceof Accounts.Step.Open(Accounts.Enrolment enrolment))) {
      throw new AssertionError("the code did not open the enrolment");
    }
    byte[] secret = new Base32().decode(enrolment.secret());
    String before = Totp.codeAt(secret, Totp.startOf(Totp.stepOf(CLOCK.instant()) - 1));
    Accounts.Step done =
        accounts.finish(
            typed, word.code(), DeskUnderTest.PASSWORD, DeskUnderTest.PASSWORD, before, "tests");
    if (!(done instanceof Accounts.Step.Done)) {
      throw new AssertionError("the enrolment did not end");
    }
    return secret;
  }
}
