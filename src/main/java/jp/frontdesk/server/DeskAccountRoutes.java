package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Accounts;
import jp.frontdesk.access.Role;
import jp.frontdesk.access.Session;
import jp.frontdesk.review.AccountsView;

/// The administrator's page: makes, resets and shuts the accounts of the town's clerks.
final class DeskAccountRoutes {
  static final String ACCOUNTS = "/accounts";
  static final String RESET = "/accounts/reset";
  static final String DISABLE = "/accounts/disable";

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskAccountRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router
        .get(ACCOUNTS)
        .handler(gate.clerk((ctx, session) -> show(ctx, session, 200, "", Optional.empty())));
    router.post(ACCOUNTS).handler(gate.clerk(this::invite));
    router.post(RESET).handler(gate.clerk(this::reset));
    router.post(DISABLE).handler(gate.clerk(this::disable));
  }

  private Accounts accounts() {
    return steps.identity().accounts();
  }

  private static Account me(Session session) {
    return session.account().orElseThrow();
  }

  private void invite(RoutingContext ctx, Session session) {
    List<String> counters =
        Arrays.stream(FormTexts.text(ctx, "counters").split("[、,]"))
            .map(String::strip)
            .filter(counter -> !counter.isEmpty())
            .toList();
    answer(
        ctx,
        session,
        accounts()
            .invite(
                session.town(),
                FormTexts.text(ctx, "name"),
                FormTexts.text(ctx, "display"),
                Role.parse(FormTexts.text(ctx, "role")),
                counters,
                me(session)));
  }

  private void reset(RoutingContext ctx, Session session) {
    answer(
        ctx, session, accounts().reset(session.town(), FormTexts.text(ctx, "name"), me(session)));
  }

  private void disable(RoutingContext ctx, Session session) {
    answer(
        ctx, session, accounts().disable(session.town(), FormTexts.text(ctx, "name"), me(session)));
  }

  /// A code stands on this one answer and nowhere else, so that it cannot be read again.
  private void answer(RoutingContext ctx, Session session, Accounts.Outcome outcome) {
    switch (outcome) {
      case Accounts.Outcome.Invited(Accounts.Code code) ->
          show(ctx, session, 200, "", Optional.of(code));
      case Accounts.Outcome.Disabled() -> screens.redirect(ctx, ACCOUNTS);
      case Accounts.Outcome.Refused(String message) ->
          show(ctx, session, 422, message, Optional.empty());
    }
  }

  private void show(
      RoutingContext ctx,
      Session session,
      int status,
      String problem,
      Optional<Accounts.Code> code) {
    List<Account> all = accounts().list(session.town());
    boolean isRefused = !problem.isEmpty() && FormTexts.pathOf(ctx).equals(ACCOUNTS);
    screens.show(
        ctx,
        status,
        "desk/accounts.jte",
        new AccountsView(
            screens.deskFrame(ctx, session, "職員アカウント"),
            problem,
            missing(steps.towns().getTown(session.town()), all),
            code.map(c ->
                new AccountsView.Code(
                    c.account().signInName(), c.code(), Words.shortTime(c.until()))),
            all.stream().map(account -> row(account, me(session))).toList(),
            Arrays.stream(Role.values())
                .map(role -> new AccountsView.Choice(role.key(), role.label()))
                .toList(),
            typed(ctx, isRefused, "name"),
            typed(ctx, isRefused, "display"),
            typed(ctx, isRefused, "counters")));
  }

  /// Names of clerks in the town's file that nobody can sign in with: a slip of the pen there keeps
  /// the right person out.
  static List<String> missing(Town town, List<Account> accounts) {
    return Stream.concat(town.protectionClerks().stream(), town.cashOfficers().stream())
        .distinct()
        .filter(name ->
            accounts.stream()
                .noneMatch(a -> a.name().equals(name) && a.state() == Account.State.ACTIVE))
        .toList();
  }

  private static String typed(RoutingContext ctx, boolean isRefused, String name) {
    return isRefused ? FormTexts.text(ctx, name) : "";
  }

  private static AccountsView.Row row(Account account, Account me) {
    boolean isOwn = account.name().equals(me.name());
    boolean isOurs = !account.isFromProvider() && !account.isDemonstration();
    return new AccountsView.Row(
        account.name(),
        account.displayName(),
        account.role().label(),
        String.join("、", account.counters()),
        switch (account.state()) {
          case INVITED -> "登録待ち";
          case ACTIVE -> "使用中";
          case DISABLED -> "停止";
        },
        isOurs && !isOwn,
        account.state() != Account.State.DISABLED && !isOwn);
  }
}
