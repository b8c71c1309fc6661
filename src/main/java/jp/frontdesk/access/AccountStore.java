package jp.frontdesk.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import jp.frontdesk.kernel.MunicipalityCode;

/// Accounts in PostgreSQL. What changes one writes an `account_event` in the same transaction.
final class AccountStore {
  /// What proves an account of our own.
  ///
  /// @param sealedTotp the authenticator's secret, sealed with the town's key
  record Proof(Account account, String passwordHash, Buffer sealedTotp) {}

  /// An open invitation.
  record Invitation(Account account, Buffer codeHash, Buffer sealedTotp, Instant until) {}

  /// A person at an identity provider.
  record Person(String issuer, String subject) {}

  /// What happened to an account.
  enum Act {
    SIGNED_IN("ログイン"),
    REFUSED("ログインできなかった"),
    SIGNED_OUT("ログアウト"),
    INVITED("アカウントを作った"),
    ENROLLED("登録した"),
    RESET("再登録にした"),
    DISABLED("停止した"),
    PROVIDED("認証基盤からはじめてログイン"),
    ROLE_CHANGED("権限が変わった");

    private final String label;

    Act(String label) {
      this.label = label;
    }
  }

  /// Reads the columns `name, display_name, role, counters, state, issuer is not null,
  /// demonstration_mark is not null` from that place on.
  static Account account(MunicipalityCode town, Row row, int at) {
    return new Account(
        town,
        row.getString(at),
        row.getString(at + 1),
        Role.valueOf(row.getString(at + 2)),
        Arrays.asList(row.getArrayOfStrings(at + 3)),
        Account.State.valueOf(row.getString(at + 4)),
        row.getBoolean(at + 5),
        row.getBoolean(at + 6));
  }

  /// Every account of the town by name.
  List<Account> list(SqlConnection c, MunicipalityCode town) {
    List<Account> accounts = new ArrayList<>();
    c.preparedQuery(
            """
            select name, display_name, role, counters, state, issuer is not null,
              demonstration_mark is not null
            from clerk_account where municipality_code = $1 order by name
            """)
        .execute(Tuple.of(town.digits()))
        .await()
        .forEach(row -> accounts.add(account(town, row, 0)));
    return accounts;
  }

  Optional<Account> find(SqlConnection c, MunicipalityCode town, String name) {
    return first(
            c.preparedQuery(
                    """
                    select name, display_name, role, counters, state, issuer is not null,
                      demonstration_mark is not null
                    from clerk_account where municipality_code = $1 and name = $2
                    """)
                .execute(Tuple.of(town.digits(), name))
                .await())
        .map(row -> account(town, row, 0));
  }

  /// The proof of an active account of our own.
  Optional<Proof> findProof(SqlConnection c, MunicipalityCode town, String name) {
    return first(
            c.preparedQuery(
                    """
                    select name, display_name, role, counters, state, issuer is not null,
                      demonstration_mark is not null, password_hash, sealed_totp
                    from clerk_account
                    where municipality_code = $1 and name = $2 and state = 'ACTIVE'
                      and password_hash is not null
                    """)
                .execute(Tuple.of(town.digits(), name))
                .await())
        .map(row -> new Proof(account(town, row, 0), row.getString(7), row.getBuffer(8)));
  }

  /// The invitation of an account, ended or not.
  Optional<Invitation> findInvitation(SqlConnection c, MunicipalityCode town, String name) {
    return first(
            c.preparedQuery(
                    """
                    select name, display_name, role, counters, state, issuer is not null,
                      demonstration_mark is not null, invitation_hash, sealed_invited_totp, invited_until
                    from clerk_account
                    where municipality_code = $1 and name = $2 and state = 'INVITED'
                    """)
                .execute(Tuple.of(town.digits(), name))
                .await())
        .map(row ->
            new Invitation(
                account(town, row, 0),
                row.getBuffer(7),
                row.getBuffer(8),
                row.getOffsetDateTime(9).toInstant()));
  }

  /// Makes an invited account.
  ///
  /// @return whether the name was free
  boolean insert(SqlConnection c, Invitation invitation, String actor, Instant now) {
    Account account = invitation.account();
    return c.preparedQuery(
                """
                insert into clerk_account (municipality_code, name, display_name, role, counters, state,
                  invitation_hash, sealed_invited_totp, invited_until, created_at, created_by)
                values ($1, $2, $3, $4, $5, 'INVITED', $6, $7, $8, $9, $10)
                on conflict (municipality_code, name) do nothing
                """)
            .execute(
                Tuple.of(account.town().digits(), account.name(), account.displayName())
                    .addString(account.role().name())
                    .addArrayOfString(account.counters().toArray(String[]::new))
                    .addBuffer(invitation.codeHash())
                    .addBuffer(invitation.sealedTotp())
                    .addValue(invitation.until().atOffset(ZoneOffset.UTC))
                    .addValue(now.atOffset(ZoneOffset.UTC))
                    .addString(actor))
            .await()
            .rowCount()
        == 1;
  }

  /// Takes every proof from an account and invites it anew; its sessions end.
  ///
  /// @return whether there is such an account of our own
  boolean reset(SqlConnection c, Invitation invitation) {
    Account account = invitation.account();
    endSessions(c, account.town(), account.name());
    return c.preparedQuery(
                """
                update clerk_account set state = 'INVITED', password_hash = null, sealed_totp = null,
                  last_totp_step = null, invitation_hash = $3, sealed_invited_totp = $4,
                  invited_until = $5
                where municipality_code = $1 and name = $2 and issuer is null
                  and demonstration_mark is null
                """)
            .execute(
                Tuple.of(account.town().digits(), account.name())
                    .addBuffer(invitation.codeHash())
                    .addBuffer(invitation.sealedTotp())
                    .addValue(invitation.until().atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount()
        == 1;
  }

  /// Shuts an account; its sessions end and what it was invited with is worth nothing any more.
  ///
  /// @return whether it was open
  boolean disable(SqlConnection c, MunicipalityCode town, String name) {
    endSessions(c, town, name);
    return c.preparedQuery(
                """
                update clerk_account set state = 'DISABLED', invitation_hash = null,
                  sealed_invited_totp = null, invited_until = null
                where municipality_code = $1 and name = $2 and state <> 'DISABLED'
                """)
            .execute(Tuple.of(town.digits(), name))
            .await()
            .rowCount()
        == 1;
  }

  /// The invited person has proved to hold the authenticator: the account is theirs.
  ///
  /// @return whether the invitation with that code was still there
  boolean enrol(SqlConnection c, Invitation invitation, String passwordHash, long step) {
    return c.preparedQuery(
                """
                update clerk_account set state = 'ACTIVE', password_hash = $4,
                  sealed_totp = sealed_invited_totp, last_totp_step = $5, invitation_hash = null,
                  sealed_invited_totp = null, invited_until = null
                where municipality_code = $1 and name = $2 and state = 'INVITED'
                  and invitation_hash = $3
                """)
            .execute(
                Tuple.of(
                    invitation.account().town().digits(),
                    invitation.account().name(),
                    invitation.codeHash(),
                    passwordHash,
                    step))
            .await()
            .rowCount()
        == 1;
  }

  /// Uses up a step of the authenticator, so that no code works twice.
  ///
  /// @return whether the account is active and the step later than all before
  boolean useStep(SqlConnection c, Account account, long step) {
    return c.preparedQuery(
                """
                update clerk_account set last_totp_step = $3
                where municipality_code = $1 and name = $2 and state = 'ACTIVE'
                  and coalesce(last_totp_step, -1) < $3
                """)
            .execute(Tuple.of(account.town().digits(), account.name(), step))
            .await()
            .rowCount()
        == 1;
  }

  void endSessions(SqlConnection c, MunicipalityCode town, String name) {
    c.preparedQuery("delete from session where municipality_code = $1 and clerk = $2")
        .execute(Tuple.of(town.digits(), name))
        .await();
  }

  /// The active account of a person at a provider, made when there is none, with the role it has
  /// there now.
  ///
  /// @return empty when the account is shut, or its name is another person's
  Optional<Account> findOrProvide(SqlConnection c, Account wanted, Person person, Instant now) {
    int made =
        c.preparedQuery(
                """
                insert into clerk_account (municipality_code, name, display_name, role, state, issuer,
                  subject, created_at, created_by)
                values ($1, $2, $3, $4, 'ACTIVE', $5, $6, $7, 'provider')
                on conflict do nothing
                """)
            .execute(
                Tuple.of(wanted.town().digits(), wanted.name(), wanted.displayName())
                    .addString(wanted.role().name())
                    .addString(person.issuer())
                    .addString(person.subject())
                    .addValue(now.atOffset(ZoneOffset.UTC)))
            .await()
            .rowCount();
    if (made == 1) {
      write(c, wanted.town(), Act.PROVIDED, wanted.name(), "", now);
      return Optional.of(wanted);
    }
    Optional<Account> own =
        first(
                c.preparedQuery(
                        """
                        select name, display_name, role, counters, state, issuer is not null, false
                        from clerk_account
                        where municipality_code = $1 and issuer = $2 and subject = $3
                          and state = 'ACTIVE'
                        for update
                        """)
                    .execute(Tuple.of(wanted.town().digits(), person.issuer(), person.subject()))
                    .await())
            .map(row -> account(wanted.town(), row, 0));
    own.filter(a -> a.role() != wanted.role()).ifPresent(a -> changeRole(c, a, wanted.role(), now));
    return own.map(a -> a.withRole(wanted.role()));
  }

  private void changeRole(SqlConnection c, Account account, Role role, Instant now) {
    endSessions(c, account.town(), account.name());
    c.preparedQuery("update clerk_account set role = $3 where municipality_code = $1 and name = $2")
        .execute(Tuple.of(account.town().digits(), account.name(), role.name()))
        .await();
    write(c, account.town(), Act.ROLE_CHANGED, account.name(), "", now);
  }

  /// Makes a demonstration's account, or gives it new proofs.
  void upsertDemonstration(
      SqlConnection c, Account account, String passwordHash, byte[] sealedTotp, byte[] mark) {
    c.preparedQuery(
            """
            insert into clerk_account (municipality_code, name, display_name, role, state,
              password_hash, sealed_totp, demonstration_mark, created_at, created_by)
            values ($1, $2, $3, $4, 'ACTIVE', $5, $6, $7, now(), 'demonstration')
            on conflict (municipality_code, name) do update set state = 'ACTIVE',
              role = excluded.role, password_hash = excluded.password_hash,
              sealed_totp = excluded.sealed_totp, demonstration_mark = excluded.demonstration_mark,
              last_totp_step = null
            where clerk_account.demonstration_mark is not null
            """)
        .execute(
            Tuple.of(account.town().digits(), account.name(), account.displayName())
                .addString(account.role().name())
                .addString(passwordHash)
                .addBuffer(Buffer.buffer(sealedTotp))
                .addBuffer(Buffer.buffer(mark)))
        .await();
  }

  /// How many accounts of a demonstration are active with proofs of that mark.
  long countDemonstration(SqlConnection c, MunicipalityCode town, byte[] mark) {
    return first(
            c.preparedQuery(
                    """
                    select count(*) from clerk_account
                    where municipality_code = $1 and demonstration_mark = $2 and state = 'ACTIVE'
                    """)
                .execute(Tuple.of(town.digits(), Buffer.buffer(mark)))
                .await())
        .map(row -> row.getLong(0))
        .orElse(0L);
  }

  void write(
      SqlConnection c, MunicipalityCode town, Act act, String account, String actor, Instant now) {
    c.preparedQuery(
            """
            insert into account_event (municipality_code, happened_at, act, account, actor)
            values ($1, $2, $3, $4, $5)
            """)
        .execute(Tuple.of(town.digits(), now.atOffset(ZoneOffset.UTC), act.name(), account, actor))
        .await();
  }

  /// What happened to the accounts of a town, newest first.
  List<AccountEvent> listEvents(SqlConnection c, MunicipalityCode town, int most) {
    List<AccountEvent> events = new ArrayList<>();
    c.preparedQuery(
            """
            select happened_at, act, account, actor from account_event
            where municipality_code = $1 order by event_id desc limit $2
            """)
        .execute(Tuple.of(town.digits(), most))
        .await()
        .forEach(row ->
            events.add(
                new AccountEvent(
                    row.getOffsetDateTime(0).toInstant(),
                    Act.valueOf(row.getString(1)).label,
                    row.getString(2),
                    row.getString(3))));
    return events;
  }

  private static Optional<Row> first(RowSet<Row> rows) {
    return StreamSupport.stream(rows.spliterator(), false).findFirst();
  }
}
