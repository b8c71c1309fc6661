package jp.frontdesk.access;

import io.vertx.core.buffer.Buffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import jp.frontdesk.access.AccountStore.Act;
import jp.frontdesk.access.AccountStore.Invitation;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Problem;
import jp.frontdesk.platform.Database;

/// Making, resetting and shutting local accounts 職員アカウント, and the way of an invited person: a
/// one-time code, a password of their own, an authenticator. Blocking style, for virtual threads.
public final class Accounts {
  /// How long a one-time code of an administrator holds.
  public static final Duration CODE_LIFE = Duration.ofMinutes(10);

  /// How long the word for a town's first administrator holds.
  public static final Duration FIRST_WORD_LIFE = Duration.ofHours(1);

  /// The name of a town's first administrator.
  public static final String FIRST = "kanri";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz";
  private static final int GROUPS = 4;
  private static final int GROUP_LETTERS = 4;
  private static final int SHORTEST_PASSWORD = 12;
  private static final int LONGEST_PASSWORD = 200;
  private static final int LONGEST_DISPLAY = 40;

  private final Database database;
  private final Secrets secrets;
  private final SignInDelayStore delays;
  private final AccountStore store = new AccountStore();
  private final InstantSource clock;
  private final Set<MunicipalityCode> towns;

  Accounts(
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

  /// A new code for somebody, shown once and kept as a hash.
  ///
  /// @param code groups of letters and digits
  public record Code(Account account, String code, Instant until) {
    @Override
    public String toString() {
      return "Code[" + account.signInName() + "]";
    }
  }

  /// What came of an administrator's step.
  public sealed interface Outcome {
    /// The account waits for its person.
    record Invited(Code code) implements Outcome {}

    /// The account is shut.
    record Disabled() implements Outcome {}

    /// Nothing was changed; `message` is one Japanese sentence that says why and what to do.
    record Refused(String message) implements Outcome {}
  }

  /// Every account of a town by name.
  public List<Account> list(MunicipalityCode town) {
    return database.inTown(town, c -> store.list(c, town));
  }

  /// What happened to the accounts of a town, newest first.
  ///
  /// @param most how many at most
  public List<AccountEvent> listEvents(MunicipalityCode town, int most) {
    return database.inTown(town, c -> store.listEvents(c, town, most));
  }

  /// Makes an account and its one-time code.
  public Outcome invite(
      MunicipalityCode town,
      String name,
      String displayName,
      Optional<Role> role,
      List<String> counters,
      Account actor) {
    if (!towns.contains(town)) {
      return new Outcome.Refused("この町の職員は認証基盤でログインします。ここではアカウントを作れません。");
    }
    if (!Account.isName(name)) {
      return new Outcome.Refused("職員番号の名前は、半角の小文字・数字・「.」「_」「-」で40文字までにしてください。");
    }
    if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY) {
      return new Outcome.Refused("表示する名前を40文字までで書いてください。");
    }
    if (role.isEmpty()) {
      return new Outcome.Refused("権限を選んでください。");
    }
    Account account =
        new Account(
            town,
            name,
            displayName.strip(),
            role.get(),
            counters,
            Account.State.INVITED,
            false,
            false);
    String code = newCode();
    Invitation invitation = invitation(account, code, CODE_LIFE);
    return database.inTown(
        town,
        c -> {
          if (!store.insert(c, invitation, actor.name(), clock.instant())) {
            return new Outcome.Refused("その名前は使われたことがあります。別の名前にしてください。");
          }
          store.write(c, town, Act.INVITED, name, actor.name(), clock.instant());
          return new Outcome.Invited(new Code(account, code, invitation.until()));
        });
  }

  /// Takes the proofs from an account, ends its sessions and gives it a new code; also opens a shut
  /// account again.
  public Outcome reset(MunicipalityCode town, String name, Account actor) {
    if (name.equals(actor.name())) {
      return new Outcome.Refused("自分のアカウントは、ほかの管理者に再登録してもらってください。");
    }
    return reset(town, name, actor.name(), CODE_LIFE);
  }

  private Outcome reset(MunicipalityCode town, String name, String actor, Duration life) {
    return database.inTown(
        town,
        c -> {
          Optional<Account> account =
              store
                  .find(c, town, name)
                  .filter(_ -> towns.contains(town))
                  .filter(a -> !a.isFromProvider() && !a.isDemonstration());
          String code = newCode();
          Optional<Invitation> invitation = account.map(a -> invitation(a, code, life));
          if (invitation.isEmpty() || !store.reset(c, invitation.get())) {
            return new Outcome.Refused("このアカウントは、ここでは再登録できません。");
          }
          store.write(c, town, Act.RESET, name, actor, clock.instant());
          return new Outcome.Invited(new Code(account.get(), code, invitation.get().until()));
        });
  }

  /// Shuts an account; its sessions end in the same moment.
  public Outcome disable(MunicipalityCode town, String name, Account actor) {
    if (name.equals(actor.name())) {
      return new Outcome.Refused("自分のアカウントは止められません。ほかの管理者に頼んでください。");
    }
    return database.inTown(
        town,
        c -> {
          if (!store.disable(c, town, name)) {
            return new Outcome.Refused("このアカウントは、もう止まっています。");
          }
          store.write(c, town, Act.DISABLED, name, actor.name(), clock.instant());
          return new Outcome.Disabled();
        });
  }

  /// A one-time word for the first administrator of a town that has none; empty where one is
  /// active, or where people sign in at a provider.
  public Optional<Code> firstAdministrator(MunicipalityCode town) {
    boolean hasOne =
        !towns.contains(town)
            || list(town).stream()
                .anyMatch(a -> a.role() == Role.ADMINISTRATOR && a.state() == Account.State.ACTIVE);
    if (hasOne) {
      return Optional.empty();
    }
    Account first =
        new Account(
            town,
            FIRST,
            "最初の管理者",
            Role.ADMINISTRATOR,
            List.of(),
            Account.State.INVITED,
            false,
            false);
    String code = newCode();
    Invitation invitation = invitation(first, code, FIRST_WORD_LIFE);
    boolean isNew =
        database.inTown(
            town,
            c -> {
              boolean isMade = store.insert(c, invitation, "start", clock.instant());
              if (isMade) {
                store.write(c, town, Act.INVITED, FIRST, "start", clock.instant());
              }
              return isMade;
            });
    if (isNew) {
      return Optional.of(new Code(first, code, invitation.until()));
    }
    return reset(town, FIRST, "start", FIRST_WORD_LIFE) instanceof Outcome.Invited(Code again)
        ? Optional.of(again)
        : Optional.empty();
  }

  /// What an invited person sees.
  ///
  /// @param uri for the QR code of the authenticator
  /// @param secret the same for typing, in Base32
  public record Enrolment(Account account, String uri, String secret) {
    @Override
    public String toString() {
      return "Enrolment[" + account.signInName() + "]";
    }
  }

  /// What came of an enrolment's step.
  public sealed interface Step {
    /// The code is right.
    record Open(Enrolment enrolment) implements Step {}

    /// The code is right, what was typed is not yet; each with its field.
    record Faulty(Enrolment enrolment, List<Problem> problems) implements Step {
      public Faulty {
        problems = List.copyOf(problems);
      }
    }

    /// The account is active.
    record Done(Account account) implements Step {}

    /// Name or code are wrong, or the code has ended.
    record Refused() implements Step {}

    /// Too many were wrong; nothing was checked.
    record Wait(Duration left) implements Step {}
  }

  /// Opens an enrolment by its one-time code.
  ///
  /// @param address where the request comes from, as the connection says
  public Step begin(String typed, String code, String address) {
    Optional<Duration> wait = delays.begin("enrol|" + typed, address);
    if (wait.isPresent()) {
      return new Step.Wait(wait.get());
    }
    Optional<Invitation> invitation = findInvitation(typed, code);
    if (invitation.isEmpty()) {
      return new Step.Refused();
    }
    delays.succeeded("enrol|" + typed, address);
    return new Step.Open(enrolment(invitation.get()));
  }

  /// Ends an enrolment: the person chose a password and shows a code of the authenticator.
  public Step finish(
      String typed, String code, String password, String again, String digits, String address) {
    Step begun = begin(typed, code, address);
    if (!(begun instanceof Step.Open)) {
      return begun;
    }
    Optional<Invitation> invitation = findInvitation(typed, code);
    if (invitation.isEmpty()) {
      return new Step.Refused();
    }
    Account account = invitation.get().account();
    List<Problem> problems = passwordProblems(account, password, again);
    OptionalLong step =
        Totp.stepOf(totpOf(invitation.get()), digits.replaceAll("\\s", ""), clock.instant());
    if (step.isEmpty()) {
      problems.add(new Problem("totp", "wrong_totp", "確認コードが合いません。アプリに今出ている6けたを入れてください。"));
    }
    if (!problems.isEmpty()) {
      return new Step.Faulty(enrolment(invitation.get()), problems);
    }
    String hash = secrets.hashOf(account.town(), password);
    boolean isDone =
        database.inTown(
            account.town(),
            c -> {
              boolean isMine = store.enrol(c, invitation.get(), hash, step.getAsLong());
              if (isMine) {
                store.write(
                    c,
                    account.town(),
                    Act.ENROLLED,
                    account.name(),
                    account.name(),
                    clock.instant());
              }
              return isMine;
            });
    return isDone ? new Step.Done(account) : new Step.Refused();
  }

  private static List<Problem> passwordProblems(Account account, String password, String again) {
    List<Problem> problems = new ArrayList<>();
    if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
      problems.add(new Problem("password", "length", "パスワードは12文字以上にしてください。長い文でもかまいません。"));
    } else if (password.contains(account.name()) || password.chars().distinct().count() < 5) {
      problems.add(new Problem("password", "easy", "当てられやすいパスワードです。職員番号や同じ文字の繰り返しは使えません。"));
    } else if (!password.equals(again)) {
      problems.add(new Problem("again", "differs", "2回のパスワードが違います。もう一度入力してください。"));
    }
    return problems;
  }

  private Optional<Invitation> findInvitation(String typed, String code) {
    byte[] hash = Tokens.hash(code.replaceAll("[\\s-]", ""));
    return SignInName.parse(typed)
        .filter(name -> towns.contains(name.town()))
        .flatMap(name ->
            database.inTown(name.town(), c -> store.findInvitation(c, name.town(), name.account())))
        .filter(i -> MessageDigest.isEqual(i.codeHash().getBytes(), hash))
        .filter(i -> i.until().isAfter(clock.instant()));
  }

  private Enrolment enrolment(Invitation invitation) {
    byte[] secret = totpOf(invitation);
    Account account = invitation.account();
    return new Enrolment(
        account, Totp.uriOf(secret, "Front Desk", account.signInName()), Totp.textOf(secret));
  }

  private byte[] totpOf(Invitation invitation) {
    return secrets.openTotp(
        invitation.account().town(),
        invitation.account().name(),
        invitation.sealedTotp().getBytes());
  }

  private Invitation invitation(Account account, String code, Duration life) {
    return new Invitation(
        account,
        Buffer.buffer(Tokens.hash(code.replace("-", ""))),
        Buffer.buffer(secrets.sealTotp(account.town(), account.name(), Totp.newSecret())),
        clock.instant().plus(life));
  }

  /// About 79 bits in letters that are not mistaken for one another.
  private static String newCode() {
    List<String> groups = new ArrayList<>();
    for (int group = 0; group < GROUPS; group++) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < GROUP_LETTERS; i++) {
        letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
      }
      groups.add(letters.toString());
    }
    return String.join("-", groups);
  }
}
