package jp.frontdesk.server;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.forms.FilledForm;
import jp.frontdesk.forms.FormContext;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.registry.OutboxStore;
import jp.frontdesk.review.CaseView;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.StateView;

/// The filled forms of a confirmed case, and how its record fares at the registry.
final class Documents {
  private final Steps steps;
  private final Screens screens;
  private final Guides guides;
  private final Signings signings;
  private final FontlessCharacters fontless;

  Documents(Steps steps, Screens screens, Guides guides, Signings signings) {
    this.steps = steps;
    this.screens = screens;
    this.guides = guides;
    this.signings = signings;
    this.fontless = new FontlessCharacters(steps);
  }

  /// The forms a record or an answer asks for, each with its addresses.
  List<CaseView.FormLink> links(Confirmed<MovingInRecord> confirmed, String path) {
    return links(confirmed, path, /* isAskedFor= */ true);
  }

  /// The forms the resident may ask for, as nothing tells yet whether they are needed.
  List<CaseView.FormLink> linksOnRequest(Confirmed<MovingInRecord> confirmed, String path) {
    return links(confirmed, path, /* isAskedFor= */ false);
  }

  /// What a clerk has to look at on the printed forms.
  List<String> notes(CaseFile file, Confirmed<MovingInRecord> confirmed) {
    List<String> notes = new ArrayList<>();
    if (fontless.isIn(file)) {
      notes.add("どの字体にもない文字があります。書類には転出証明書の画像から印字します（切り出せないときは〓）。形を確かめてください。");
    }
    for (FormTemplate form : offered(confirmed)) {
      steps
          .filler()
          .ageWarning(form, confirmed)
          .ifPresent(warning -> notes.add("「" + form.title() + "」" + warning.message()));
    }
    return notes;
  }

  private List<CaseView.FormLink> links(
      Confirmed<MovingInRecord> confirmed, String path, boolean isAskedFor) {
    List<String> ofGuide = guides.ofRecord(confirmed.value()).forms();
    return offered(confirmed).stream()
        .filter(form -> (!form.isOptional() || ofGuide.contains(form.id())) == isAskedFor)
        .map(form -> {
          String url = path + "/forms/" + form.id() + ".pdf";
          return new CaseView.FormLink(form.title(), url, url + "?download=1");
        })
        .toList();
  }

  private List<FormTemplate> offered(Confirmed<MovingInRecord> confirmed) {
    return steps.files().forms(confirmed.value().town()).forms().stream()
        .filter(form -> steps.filler().isNeeded(form, MoveKind.MOVING_IN, confirmed))
        .toList();
  }

  /// Fills a form and sends it; the document must carry the very case that was asked for.
  void sendForm(
      RoutingContext ctx, CaseFile file, Confirmed<MovingInRecord> confirmed, String name) {
    Optional<FormTemplate> template =
        offered(confirmed).stream().filter(f -> f.id().equals(name)).findFirst();
    if (template.isEmpty()) {
      ctx.fail(404);
      return;
    }
    Town town = steps.towns().getTown(file.town());
    FormContext context =
        new FormContext(
            town.name(),
            town.mayorTitle(),
            MoveKind.MOVING_IN,
            steps.today(),
            file.isProtected(),
            fontless.picturesOf(file),
            signings.forForm(file, name));
    FilledForm filled =
        steps.workers().run(() -> steps.filler().fill(template.get(), confirmed, context)).await();
    screens.sendPdf(
        ctx, file.id(), filled.caseId(), filled.pdf(), name + "-" + file.receptionLabel());
  }

  /// The registry's state of a case in words.
  CaseView.Registry registryState(CaseFile file) {
    Optional<OutboxStore.Progress> progress =
        steps
            .database()
            .inTown(file.town(), c -> steps.outbox().findProgress(c, file.town(), file.id()));
    boolean isSetAside = progress.map(OutboxStore.Progress::isSetAside).orElse(false);
    String receipt = progress.flatMap(OutboxStore.Progress::receipt).orElse("");
    String note =
        isSetAside
            ? "住民記録システムに届きませんでした。回復を確かめてから、もう一度送ってください。"
            : file.status() == CaseStatus.REGISTRY_REFUSED
                ? "住民記録システムが受け付けませんでした。内容を直して、もう一度確定してください。"
                : "";
    return new CaseView.Registry(
        isSetAside
            ? new StateView("届いていません", StateView.Tone.BAD)
            : DeskViews.registryStateOf(file.status()),
        receipt,
        note,
        isSetAside);
  }
}
