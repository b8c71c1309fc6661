package jp.frontdesk.server;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.forms.FormTemplate;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.review.CaseView;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.SignatureInput;
import jp.frontdesk.review.SignedContent;
import jp.frontdesk.review.StateView;
import jp.frontdesk.review.StoredSignature;

/// Who signs what on a screen 署名: the forms a town has signed so, as far as a household needs them,
/// and the signature itself. It stands only on forms that were named to the person, and only while
/// their values are those the person signed.
final class Signings {
  private static final Set<CaseStatus> AT_THE_COUNTER =
      Set.of(CaseStatus.WAITING, CaseStatus.CONFIRMED, CaseStatus.REGISTERED);

  private static final Set<CaseStatus> AT_THE_KIOSK =
      Set.of(CaseStatus.COLLECTING, CaseStatus.RETURNED);

  private final Steps steps;
  private final Guides guides;

  Signings(Steps steps, Guides guides) {
    this.steps = steps;
    this.guides = guides;
  }

  /// The forms of a case that are signed on a screen, in the order of the library.
  List<FormTemplate> formsOf(CaseFile file, Draft draft) {
    Town town = steps.towns().getTown(file.town());
    Set<String> ofGuide = Set.copyOf(guides.ofDraft(file, draft).forms());
    Predicate<FormTemplate> isMade = form -> form.isForEverybody() || ofGuide.contains(form.id());
    return steps.files().forms(file.town()).forms().stream()
        .filter(form -> town.isSignedOnScreen(form.id()))
        .filter(FormTemplate::hasSignature)
        .filter(isMade)
        .toList();
  }

  private Optional<StoredSignature> find(CaseFile file) {
    return steps
        .database()
        .inTown(file.town(), c -> steps.signatures().findSignature(c, file.town(), file.id()));
  }

  private Draft draftOf(CaseFile file) {
    return steps
        .database()
        .inTown(file.town(), c -> steps.drafts().getDraft(c, file.town(), file.id()))
        .draft();
  }

  /// Whether the resident has yet to sign the draft on the screen.
  boolean isWanted(CaseFile file, Draft draft) {
    return !formsOf(file, draft).isEmpty() && !isSigned(file, draft);
  }

  /// Whether the draft as it is was signed on a screen.
  boolean isSigned(CaseFile file, Draft draft) {
    return find(file).flatMap(StoredSignature::signed).filter(s -> s.isFor(draft)).isPresent();
  }

  private boolean isInHandsOf(StoredSignature.Origin origin, CaseFile file) {
    return switch (origin) {
      case KIOSK -> AT_THE_KIOSK.contains(file.status());
      case DESK -> canSign(file);
    };
  }

  /// Whether a clerk may have the case signed now. While values wait to be confirmed anew, they may
  /// not: the forms still show the old ones.
  boolean canSign(CaseFile file) {
    return AT_THE_COUNTER.contains(file.status());
  }

  /// The signature for a form of the confirmed record; empty where it is to be signed on paper.
  Optional<Signature> forForm(CaseFile file, String form) {
    boolean isConfirmed =
        file.status() == CaseStatus.CONFIRMED || file.status() == CaseStatus.REGISTERED;
    return isConfirmed && steps.towns().getTown(file.town()).isSignedOnScreen(form)
        ? find(file)
            .flatMap(StoredSignature::signed)
            .filter(signed -> signed.forms().contains(form) && signed.isFor(draftOf(file)))
            .map(SignedContent::signature)
        : Optional.empty();
  }

  /// Stores what a page posted, with the values as they are at that moment. Nothing is stored where
  /// the case has left the person's hands meanwhile.
  ///
  /// @return what is wrong with it, in a sentence for the person; empty when it is stored
  Optional<String> sign(CaseFile file, String json, StoredSignature.Origin origin, String actor) {
    return switch (SignatureInput.parse(json)) {
      case SignatureInput.Refused(String message) -> Optional.of(message);
      case SignatureInput.Drawn(Signature signature) -> {
        steps
            .database()
            .runInTown(
                file.town(),
                c -> {
                  CaseFile now = steps.cases().getCaseLocked(c, file.town(), file.id());
                  Draft draft = steps.drafts().getDraft(c, file.town(), file.id()).draft();
                  List<String> forms = formsOf(now, draft).stream().map(FormTemplate::id).toList();
                  if (isInHandsOf(origin, now) && !forms.isEmpty()) {
                    SignedContent signed = SignedContent.of(signature, forms, draft);
                    steps.signatures().saveSigned(c, now.town(), now.id(), signed, origin, actor);
                  }
                });
        yield Optional.empty();
      }
    };
  }

  /// The person signs on paper.
  void signOnPaper(CaseFile file, StoredSignature.Origin origin, String actor) {
    steps
        .database()
        .runInTown(
            file.town(),
            c -> steps.signatures().savePaper(c, file.town(), file.id(), origin, actor));
  }

  /// A clerk takes the signature away.
  void delete(CaseFile file, String clerk) {
    steps
        .database()
        .runInTown(
            file.town(), c -> steps.signatures().deleteSignature(c, file.town(), file.id(), clerk));
  }

  /// How a case's signature fares, for the desk; empty where nothing is signed on a screen.
  Optional<CaseView.Signing> view(CaseFile file, Draft draft) {
    List<FormTemplate> forms = formsOf(file, draft);
    Optional<StoredSignature> stored = find(file);
    Optional<SignedContent> signed = stored.flatMap(StoredSignature::signed);
    if (forms.isEmpty() && signed.isEmpty()) {
      return Optional.empty();
    }
    Optional<SignedContent> valid = signed.filter(content -> content.isFor(draft));
    Stream<FormTemplate> shown =
        valid.isEmpty()
            ? forms.stream()
            : valid.get().forms().stream()
                .flatMap(id -> steps.files().forms(file.town()).find(id).stream());
    return Optional.of(
        new CaseView.Signing(
            stored.map(one -> stateOf(one, valid.isPresent())).orElse(nobodySigned()),
            shown.map(FormTemplate::title).toList(),
            valid.map(content -> pathOf(content.signature())).orElse(""),
            valid.map(content -> content.signature().aspect() * 100).orElse(100.0),
            canSign(file) && !forms.isEmpty(),
            canSign(file) && signed.isPresent()));
  }

  private static StateView nobodySigned() {
    return new StateView("まだ", StateView.Tone.TODO);
  }

  private static StateView stateOf(StoredSignature stored, boolean isValid) {
    if (stored.signed().isEmpty()) {
      return new StateView("紙に署名", StateView.Tone.NONE);
    }
    return isValid
        ? new StateView("画面で署名済み（" + Words.timeOfDay(stored.at()) + "）", StateView.Tone.DONE)
        : new StateView("署名のあとに内容が変わりました（取り直してください）", StateView.Tone.BAD);
  }

  /// The lines as an SVG path in a box 100 high.
  private static String pathOf(Signature signature) {
    return signature.strokes().stream()
        .map(stroke ->
            stroke.points().stream()
                .map(p ->
                    PdfSheet.number(p.x() * signature.aspect() * 100)
                        + " "
                        + PdfSheet.number(p.y() * 100))
                .collect(Collectors.joining("L", "M", stroke.points().size() == 1 ? "h0" : "")))
        .collect(Collectors.joining());
  }
}
