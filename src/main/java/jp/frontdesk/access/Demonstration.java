package jp.frontdesk.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Secret;

/// The accounts of a demonstration: one password and one authenticator for all, in the invented
/// town alone. They are shut as soon as the program starts without being a demonstration.
public final class Demonstration {
  /// The invented town 架空町.
  public static final MunicipalityCode TOWN = new MunicipalityCode("999997");

  private static final Map<String, Role> ROLES =
      new TreeMap<>(
          Map.of(
              "mihon",
              Role.CLERK,
              "shien",
              Role.CLERK,
              "suitou",
              Role.CLERK,
              "kaikei",
              Role.CLERK,
              "kakari",
              Role.SUPERVISOR,
              "kansa",
              Role.AUDITOR,
              Accounts.FIRST,
              Role.ADMINISTRATOR));

  private final Database database;
  private final Secrets secrets;
  private final AccountStore store = new AccountStore();

  Demonstration(Database database, Secrets secrets) {
    this.database = database;
    this.secrets = secrets;
  }

  /// The names of the accounts with what each is for.
  public static Map<String, Role> roles() {
    return ROLES;
  }

  /// Makes the accounts in the invented town, or gives them that password; quick when they have it.
  public void open(Secret password) {
    byte[] mark = secrets.markOf(TOWN, password.value());
    if (database.inTown(TOWN, c -> store.countDemonstration(c, TOWN, mark)) == ROLES.size()) {
      return;
    }
    String hash = secrets.hashOf(TOWN, password.value());
    ROLES.forEach((name, role) -> {
      Account account =
          new Account(
              TOWN, name, "見本の" + role.label(), role, List.of(), Account.State.ACTIVE, false, true);
      byte[] totp = secrets.sealTotp(TOWN, name, totpOf(password));
      database.runInTown(TOWN, c -> store.upsertDemonstration(c, account, hash, totp, mark));
    });
  }

  /// Shuts every account of a demonstration in a town.
  public void close(MunicipalityCode town) {
    database.runInTown(
        town,
        c ->
            store.list(c, town).stream()
                .filter(Account::isDemonstration)
                .forEach(account -> {
                  boolean _ = store.disable(c, town, account.name());
                }));
  }

  /// The code of every demonstration account at that time.
  public static String codeAt(Secret password, Instant at) {
    return Totp.codeAt(totpOf(password), at);
  }

  private static byte[] totpOf(Secret password) {
    return Arrays.copyOf(Tokens.hash("totp|" + password.value()), 20);
  }
}
