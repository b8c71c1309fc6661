package jp.frontdesk.server;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jp.frontdesk.cases.CaseFile;

/// A clerk sets or ends the protection of a case's new address 支援措置.
final class DeskProtectionRoutes {
  static final String PROTECT = DeskCaseRoutes.CASE + "/protect";

  private final Steps steps;
  private final Screens screens;
  private final ClerkGate gate;

  DeskProtectionRoutes(Steps steps, Screens screens, ClerkGate gate) {
    this.steps = steps;
    this.screens = screens;
    this.gate = gate;
  }

  void mount(Router router) {
    router.post(PROTECT).handler(gate.work(this::protect));
  }

  /// A clerk who may not see protected cases comes back to the list.
  private void protect(RoutingContext ctx, ClerkGate.Work work) {
    boolean isProtected = FormTexts.text(ctx, "protect").equals("yes");
    CaseFile file = work.file();
    CaseFile now =
        steps
            .database()
            .inTown(
                file.town(),
                c -> {
                  steps.cases().setProtected(c, file.town(), file.id(), isProtected, work.clerk());
                  return steps.cases().findCase(c, file.town(), file.id()).orElseThrow();
                });
    screens.redirect(
        ctx, gate.maySee(work.session(), now) ? DeskCaseRoutes.pathOf(file.id()) : DeskRoutes.LIST);
  }
}
