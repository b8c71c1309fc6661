package jp.frontdesk.fees.simulator;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// The pages of the simulated payment app: scan or paste, look, pay, done; and the switches that
/// make the simulator misbehave.
final class AppRoutes {
  private static final String HOME = "/app";
  private static final String CODE = SimulatorPurse.CODE_PATH + ":id";
  private static final String BILL = "/app/bill";
  private static final String PAY = "/app/pay";
  private static final String RECEIPT = "/app/receipt/";
  private static final String FAULTS = "/app/faults";
  private static final int MOST_BYTES = 8_192;
  private static final int LONGEST_DELAY_MS = 3_000;
  private static final int SHOWN_PAYMENTS = 8;

  private final SimulatorBook book;
  private final SimulatorPurse purse;
  private final SimulatorNotifier notifier;
  private final AtomicReference<SimulatorFaults> faults;
  private final TemplateEngine templates;

  AppRoutes(
      SimulatorBook book,
      SimulatorPurse purse,
      SimulatorNotifier notifier,
      AtomicReference<SimulatorFaults> faults) {
    this.book = book;
    this.purse = purse;
    this.notifier = notifier;
    this.faults = faults;
    this.templates = TemplateEngine.createPrecompiled(ContentType.Html);
    this.templates.setBinaryStaticContent(true);
  }

  void mount(Router router) {
    router.route("/app/*").handler(BodyHandler.create(false).setBodyLimit(MOST_BYTES));
    router.get("/").handler(ctx -> seeOther(ctx, HOME));
    router.get(HOME).handler(ctx -> showHome(ctx, Optional.empty(), ""));
    router.get("/app/app.css").handler(ctx -> sendAsset(ctx, "app.css", "text/css"));
    router.get("/app/app.js").handler(ctx -> sendAsset(ctx, "app.js", "text/javascript"));
    router.get(CODE).handler(ctx -> showBill(ctx, ctx.request().absoluteURI()));
    router.post(BILL).handler(ctx -> showBill(ctx, formText(ctx, "text")));
    router.post(PAY).handler(this::pay);
    router.get(RECEIPT + ":id").handler(this::showReceipt);
    router.post(FAULTS).handler(this::setFaults);
  }

  private void showHome(RoutingContext ctx, Optional<String> message, String typed) {
    SimulatorHome home =
        new SimulatorHome(
            message,
            typed,
            book.latestPayments(SHOWN_PAYMENTS).stream().map(SimulatorReceipt::of).toList(),
            faults.get());
    render(ctx, message.isPresent() ? 422 : 200, "fees/app/home.jte", home);
  }

  private void showBill(RoutingContext ctx, String text) {
    switch (purse.billOf(text)) {
      case SimulatorBill.Outcome.Payable(SimulatorBill bill) ->
          render(ctx, 200, "fees/app/bill.jte", bill);
      case SimulatorBill.Outcome.Refused(String message) ->
          showHome(ctx, Optional.of(message), text);
    }
  }

  private void pay(RoutingContext ctx) {
    String text = formText(ctx, "text");
    switch (purse.billOf(text)) {
      case SimulatorBill.Outcome.Refused(String message) ->
          showHome(ctx, Optional.of(message), text);
      case SimulatorBill.Outcome.Payable(SimulatorBill bill) -> {
        Optional<SimulatorBook.Payment> payment = purse.pay(bill);
        if (payment.isEmpty()) {
          showBill(ctx, text);
          return;
        }
        SimulatorFaults now = faults.get();
        if (!now.has(SimulatorFault.DROPS_NOTIFICATIONS)) {
          notifier.send(
              payment.get(),
              now.has(SimulatorFault.REPEATS_NOTIFICATIONS) ? 3 : 1,
              now.has(SimulatorFault.SHUFFLES_NOTIFICATIONS) ? LONGEST_DELAY_MS : 0);
        }
        seeOther(ctx, RECEIPT + payment.get().id());
      }
    }
  }

  private void showReceipt(RoutingContext ctx) {
    Optional<SimulatorBook.Payment> payment =
        Optional.ofNullable(ctx.pathParam("id")).flatMap(book::findPaymentById);
    if (payment.isEmpty()) {
      seeOther(ctx, HOME);
      return;
    }
    render(ctx, 200, "fees/app/receipt.jte", SimulatorReceipt.of(payment.get()));
  }

  private void setFaults(RoutingContext ctx) {
    String slow = formText(ctx, "slowMs");
    Set<SimulatorFault> on = EnumSet.noneOf(SimulatorFault.class);
    for (SimulatorFault fault : SimulatorFault.values()) {
      if (formText(ctx, fault.name()).equals("on")) {
        on.add(fault);
      }
    }
    faults.set(new SimulatorFaults(slow.matches("[0-9]{1,5}") ? Integer.parseInt(slow) : 0, on));
    seeOther(ctx, HOME);
  }

  private void render(RoutingContext ctx, int status, String template, Object model) {
    Utf8ByteOutput page = new Utf8ByteOutput();
    templates.render(template, model, page);
    ctx.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .putHeader("Cache-Control", "no-store")
        .putHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'")
        .end(Buffer.buffer(page.toByteArray()));
  }

  private static void sendAsset(RoutingContext ctx, String name, String type) {
    try (InputStream file =
        Objects.requireNonNull(AppRoutes.class.getResourceAsStream("/payment-app/" + name))) {
      ctx.response()
          .putHeader("Content-Type", type + "; charset=utf-8")
          .end(Buffer.buffer(file.readAllBytes()));
    } catch (IOException broken) {
      throw new UncheckedIOException("an asset of the payment app cannot be read", broken);
    }
  }

  private static void seeOther(RoutingContext ctx, String location) {
    ctx.response().setStatusCode(303).putHeader("Location", location).end();
  }

  private static String formText(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse("");
  }
}
