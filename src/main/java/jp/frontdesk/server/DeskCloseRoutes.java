package jp.frontdesk.server;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import jp.frontdesk.access.Session;
import jp.frontdesk.fees.settlement.AccountingCsv;
import jp.frontdesk.fees.settlement.DayCloses;
import jp.frontdesk.fees.settlement.SettlementFormat;
import jp.frontdesk.fees.settlement.SettlementLine;
import jp.frontdesk.fees.settlement.SettlementReader;
import jp.frontdesk.fees.settlement.SettlementSettings;
import jp.frontdesk.fees.settlement.Settlements;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.review.CaseView;
import jp.frontdesk.review.ClosePageView;
import jp.frontdesk.review.StateView;

/// The daily close 日締め at the desk, for the town's cash officers; for others it does not exist.
final class DeskCloseRoutes {
  static final String CLOSE = "/close";
  static final String FILE = "/close/file";
  static final String RESUME = "/close/resume";
  static final String THEIRS = "/close/theirs";
  static final String OURS = "/close/ours";
  static final String DAY = "/close/day";
  static final String EXPORT = "/close/:day/accounting.csv";

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;
  private final Settlements settlements;
  private final DayCloses closes;
  private final Map<MunicipalityCode, SettlementSettings> settings;

  DeskCloseRoutes(
      Steps steps,
      Screens screens,
      ClerkGate gate,
      Settlements settlements,
      DayCloses closes,
      Map<MunicipalityCode, SettlementSettings> settings) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
    this.settlements = settlements;
    this.closes = closes;
    this.settings = Map.copyOf(settings);
  }

  void mount(Router router) {
    router.get(CLOSE).handler(officer((ctx, session) -> show(ctx, session, List.of())));
    router.post(FILE).handler(officer(this::takeFile));
    router.post(RESUME).handler(officer(this::resume));
    router.post(THEIRS).handler(officer(this::clearTheirs));
    router.post(OURS).handler(officer(this::clearOurs));
    router.post(DAY).handler(officer(this::closeDay));
    router.get(EXPORT).handler(officer(this::export));
  }

  static String exportPath(LocalDate day) {
    return EXPORT.replace(":day", day.toString());
  }

  private Handler<RoutingContext> officer(BiConsumer<RoutingContext, Session> handler) {
    return gate.clerk((ctx, session) -> {
      if (steps.towns().getTown(session.town()).isCashOfficer(clerk(session))) {
        handler.accept(ctx, session);
      } else {
        ctx.fail(404);
      }
    });
  }

  private static String clerk(Session session) {
    return session.clerk().orElse("");
  }

  private SettlementSettings settingsOf(Session session) {
    return Optional.ofNullable(settings.get(session.town())).orElseThrow();
  }

  private Map<String, String> accountNames(Session session) {
    return steps.cashier().feesOf(session.town()).table().accounts();
  }

  private void show(RoutingContext ctx, Session session, List<String> problems) {
    LocalDate today = steps.today();
    LocalDate day =
        parseDay(Optional.ofNullable(ctx.request().getParam("day")).orElse(""))
            .filter(d -> !d.isAfter(today))
            .orElse(today);
    Settlements.Piles piles = settlements.piles(session.town());
    DayCloses.Open open = closes.open(session.town(), day, accountNames(session));
    boolean isClosed = open.closes().stream().anyMatch(c -> !c.day().isBefore(day));
    SettlementSettings settings = settingsOf(session);
    screens.show(
        ctx,
        problems.isEmpty() ? 200 : 422,
        "desk/close.jte",
        new ClosePageView(
            screens.deskFrame(ctx, session, "日締め"),
            problems.stream().map(p -> new CaseView.Message(StateView.Tone.BAD, p)).toList(),
            CloseViews.formats(settings),
            CloseViews.files(piles.files(), settings),
            CloseViews.piles(piles),
            CloseViews.theirs(piles.theirs(), today),
            CloseViews.ours(piles.ours(), today),
            CloseViews.cleared(piles),
            CloseViews.byAccount(open.income()),
            CloseViews.byTransfer(open.income()),
            new ClosePageView.Cash(
                day.toString(),
                CloseViews.words(day),
                today.toString(),
                isClosed,
                open.cash().size(),
                open.cashYen(),
                typed(ctx, problems, "counted"),
                typed(ctx, problems, "reason")),
            CloseViews.closes(open.closes())));
  }

  /// What the officer typed into the form of the day, kept where it was refused.
  private static String typed(RoutingContext ctx, List<String> problems, String name) {
    return problems.isEmpty() || !FormTexts.pathOf(ctx).equals(DAY)
        ? ""
        : FormTexts.text(ctx, name);
  }

  private void answer(RoutingContext ctx, Session session, Settlements.Outcome outcome) {
    switch (outcome) {
      case Settlements.Outcome.Written() -> screens.redirect(ctx, CLOSE);
      case Settlements.Outcome.Refused(List<String> messages) -> show(ctx, session, messages);
    }
  }

  private void takeFile(RoutingContext ctx, Session session) {
    Optional<SettlementFormat> format = settingsOf(session).find(FormTexts.text(ctx, "format"));
    List<byte[]> files = MemoryUploads.of(ctx);
    if (format.isEmpty() || files.size() != 1) {
      show(ctx, session, List.of("ファイルの形式と、ファイルを1つ選んでください。"));
      return;
    }
    byte[] bytes = files.getFirst();
    switch (steps.workers().run(() -> SettlementReader.read(format.get(), bytes)).await()) {
      case SettlementReader.Outcome.Good(List<SettlementLine> lines) ->
          answer(
              ctx,
              session,
              settlements.take(
                  session.town(),
                  format.get(),
                  MemoryUploads.namesOf(ctx).getFirst(),
                  bytes,
                  lines,
                  clerk(session)));
      case SettlementReader.Outcome.Faulty(List<String> faults) -> show(ctx, session, faults);
    }
  }

  private void resume(RoutingContext ctx, Session session) {
    settlements.resume(session.town());
    screens.redirect(ctx, CLOSE);
  }

  private void clearTheirs(RoutingContext ctx, Session session) {
    Optional<UUID> file = parseId(FormTexts.text(ctx, "file"));
    if (file.isEmpty()) {
      ctx.fail(404);
      return;
    }
    answer(
        ctx,
        session,
        settlements.clearTheirs(
            session.town(),
            file.get(),
            FormTexts.number(ctx, "row"),
            FormTexts.text(ctx, "reason"),
            clerk(session)));
  }

  private void clearOurs(RoutingContext ctx, Session session) {
    answer(
        ctx,
        session,
        settlements.clearOurs(
            session.town(),
            FormTexts.text(ctx, "attempt"),
            parseYen(FormTexts.text(ctx, "yen")).orElse(0L),
            FormTexts.text(ctx, "reason"),
            clerk(session)));
  }

  private void closeDay(RoutingContext ctx, Session session) {
    Optional<LocalDate> day = parseDay(FormTexts.text(ctx, "day"));
    Optional<Long> expected = parseYen(FormTexts.text(ctx, "expected"));
    Optional<Long> counted = parseYen(FormTexts.text(ctx, "counted"));
    if (day.isEmpty() || expected.isEmpty() || counted.isEmpty()) {
      show(ctx, session, List.of("数えた現金を、半角の数字で入力してください。"));
      return;
    }
    answer(
        ctx,
        session,
        closes.close(
            session.town(),
            new DayCloses.Order(
                day.get(),
                expected.get(),
                counted.get(),
                FormTexts.text(ctx, "reason"),
                settingsOf(session).accountingCharset(),
                accountNames(session),
                clerk(session))));
  }

  private void export(RoutingContext ctx, Session session) {
    Optional<DayCloses.Closed> closed =
        parseDay(FormTexts.pathPart(ctx, "day")).flatMap(d -> closes.find(session.town(), d));
    if (closed.isEmpty()) {
      ctx.fail(404);
      return;
    }
    String name = "shunyu-" + session.town().digits() + "-" + closed.get().close().day() + ".csv";
    Void _ =
        ctx.response()
            .putHeader(
                "Content-Type",
                "text/csv; charset="
                    + (closed.get().close().charset().name().equals("UTF-8")
                        ? "utf-8"
                        : "shift_jis"))
            .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"")
            .end(Buffer.buffer(AccountingCsv.of(closed.get())))
            .await();
  }

  private static Optional<LocalDate> parseDay(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  private static Optional<Long> parseYen(String text) {
    String digits = text.replace(",", "");
    return digits.matches("-?\\d{1,9}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
  }

  private static Optional<UUID> parseId(String text) {
    return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? Optional.of(UUID.fromString(text))
        : Optional.empty();
  }
}
