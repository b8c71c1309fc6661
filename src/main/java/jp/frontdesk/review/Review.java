package jp.frontdesk.review;

import io.vertx.sqlclient.SqlConnection;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import jp.frontdesk.cases.CaseEvent;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.cases.CaseStatus;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.cases.MoveOutcome;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.intake.SheetStore;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.CharacterProfile;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.reading.Acceptance;
import jp.frontdesk.reading.CertificateReading;
import jp.frontdesk.reading.PageReading;

/// The way of a case from its first reading to a clerk's decision. Each method is one transaction.
public final class Review {
  private final Database database;
  private final CaseStore cases;
  private final SheetStore sheets;
  private final ReadingStore readings;
  private final ReviewStore drafts;
  private final InstantSource clock;
  private final ConfirmListener listener;
  private final Acceptance acceptance;
  private final Function<MunicipalityCode, Optional<CharacterProfile>> characters;

  /// For towns whose registry holds every character.
  ///
  /// @param listener called in the transaction of every confirmation
  public Review(
      Database database,
      CaseStore cases,
      SheetStore sheets,
      ReadingStore readings,
      ReviewStore drafts,
      InstantSource clock,
      ConfirmListener listener,
      Acceptance acceptance) {
    this(
        database,
        cases,
        sheets,
        readings,
        drafts,
        clock,
        listener,
        acceptance,
        _ -> Optional.empty());
  }

  /// @param listener called in the transaction of every confirmation
  /// @param characters what the registry of a town can hold; empty where that is everything
  public Review(
      Database database,
      CaseStore cases,
      SheetStore sheets,
      ReadingStore readings,
      ReviewStore drafts,
      InstantSource clock,
      ConfirmListener listener,
      Acceptance acceptance,
      Function<MunicipalityCode, Optional<CharacterProfile>> characters) {
    this.characters = characters;
    this.database = database;
    this.cases = cases;
    this.sheets = sheets;
    this.readings = readings;
    this.drafts = drafts;
    this.clock = clock;
    this.listener = listener;
    this.acceptance = acceptance;
  }

  /// The pages joined, with what a person need not look at as this installation has it.
  public CertificateReading merged(List<PageReading> pages) {
    return CertificateReading.merge(pages, acceptance);
  }

  /// Brings what the readers found into the draft; what people changed stays. Safe to call at any
  /// time, and again.
  public VersionedDraft refreshDraft(MunicipalityCode town, CaseId id) {
    return database.inTown(
        town,
        connection -> {
          VersionedDraft stored = drafts.getDraft(connection, town, id);
          List<PageReading> pages = readings.listReadings(connection, town, id);
          if (pages.size() == stored.draft().readPages()) {
            return stored;
          }
          Draft draft = stored.draft().withReading(merged(pages));
          return drafts.saveDraft(connection, town, id, stored.version(), draft)
              ? new VersionedDraft(draft, stored.version() + 1)
              : drafts.getDraft(connection, town, id);
        });
  }

  /// Changes a draft as the caller says, if it still has the version the person saw and the case is
  /// in their hands.
  ///
  /// @return false when it is not; nothing is changed then
  public boolean changeDraft(
      MunicipalityCode town,
      CaseId id,
      DraftValue.Origin who,
      int seenVersion,
      UnaryOperator<Draft> change) {
    return database.inTown(
        town,
        connection -> {
          CaseFile file = cases.getCaseLocked(connection, town, id);
          VersionedDraft stored = drafts.getDraft(connection, town, id);
          return isInHandsOf(who, file)
              && stored.version() == seenVersion
              && drafts.saveDraft(connection, town, id, seenVersion, change.apply(stored.draft()));
        });
  }

  private static boolean isInHandsOf(DraftValue.Origin who, CaseFile file) {
    return switch (who) {
      case PAPER -> false;
      case RESIDENT ->
          file.status() == CaseStatus.COLLECTING || file.status() == CaseStatus.RETURNED;
      case CLERK ->
          file.status() == CaseStatus.WAITING || file.status() == CaseStatus.REGISTRY_REFUSED;
    };
  }

  /// Hands a case in: it gets its reception number and waits for a clerk. A case handed in already
  /// stays as it is.
  public MoveOutcome submit(MunicipalityCode town, CaseId id, String actor) {
    return database.inTown(
        town,
        connection -> {
          CaseFile file = cases.getCaseLocked(connection, town, id);
          return file.status() == CaseStatus.WAITING
              ? new MoveOutcome.Moved(file)
              : cases.move(connection, file, CaseEvent.SUBMITTED, actor);
        });
  }

  /// Everything the rules say about a draft as it is: rules over the whole and values that cannot
  /// be understood.
  public List<RuleResult> check(SqlConnection connection, CaseFile file, Draft draft) {
    List<RuleResult> results = new ArrayList<>(DraftRules.check(draft, today()));
    if (RecordBuilder.build(file, draft, today())
        instanceof RecordBuilder.Outcome.Blocked(List<RuleResult> problems)) {
      results.addAll(0, problems);
    }
    characters
        .apply(file.town())
        .ifPresent(profile -> results.addAll(CharacterRules.check(draft, profile)));
    if (!sheets.listCasesWithSameSheet(connection, file.town(), file.id()).isEmpty()) {
      results.add(
          RuleResult.alert(
              "same_sheet", "page", "同じ画像が別の受付にもあります。", "二重の受付でないか、一覧で確かめてください。", "受付"));
    }
    return results;
  }

  /// Confirms a case: the typed record is built from exactly the draft the clerk saw, stored, and
  /// handed on.
  ///
  /// @param seenCaseVersion the version of the case on the clerk's page
  /// @param seenDraftVersion the version of the draft on the clerk's page
  public ConfirmOutcome confirm(
      MunicipalityCode town, CaseId id, int seenCaseVersion, int seenDraftVersion, String clerk) {
    return database.inTown(
        town,
        connection -> {
          CaseFile file = cases.getCaseLocked(connection, town, id);
          VersionedDraft stored = drafts.getDraft(connection, town, id);
          if (file.version() != seenCaseVersion || stored.version() != seenDraftVersion) {
            return new ConfirmOutcome.Stale();
          }
          List<RuleResult> errors =
              check(connection, file, stored.draft()).stream()
                  .filter(r -> r.severity() == RuleResult.Severity.ERROR)
                  .toList();
          return errors.isEmpty()
              ? moveConfirmed(connection, file, stored.draft(), clerk)
              : new ConfirmOutcome.Blocked(errors);
        });
  }

  private ConfirmOutcome moveConfirmed(
      SqlConnection connection, CaseFile file, Draft draft, String clerk) {
    return switch (RecordBuilder.build(file, draft, today())) {
      case RecordBuilder.Outcome.Blocked(List<RuleResult> problems) ->
          new ConfirmOutcome.Blocked(problems);
      case RecordBuilder.Outcome.Built(MovingInRecord record) ->
          switch (cases.move(connection, file, CaseEvent.CONFIRMED, clerk)) {
            case MoveOutcome.Refused(String why) -> new ConfirmOutcome.Refused(why);
            case MoveOutcome.Stale() -> new ConfirmOutcome.Stale();
            case MoveOutcome.Moved(CaseFile moved) -> {
              Confirmed<MovingInRecord> confirmed =
                  drafts.storeConfirmed(connection, moved, record, clerk);
              listener.onConfirmed(connection, confirmed);
              yield new ConfirmOutcome.Done(confirmed);
            }
          };
    };
  }

  /// Sends a case back to the resident, or ends it without a record, with a reason kept with the
  /// case.
  ///
  /// @param event [CaseEvent#SENT_BACK] or [CaseEvent#REJECTED]
  public MoveOutcome decide(
      MunicipalityCode town,
      CaseId id,
      int seenVersion,
      CaseEvent event,
      String clerk,
      String reason) {
    return database.inTown(
        town,
        connection -> {
          MoveOutcome outcome = moveSeen(connection, town, id, seenVersion, event, clerk);
          if (outcome instanceof MoveOutcome.Moved) {
            VersionedDraft stored = drafts.getDraft(connection, town, id);
            Draft draft = stored.draft().withSentBackReason(Optional.of(reason));
            if (!drafts.saveDraft(connection, town, id, stored.version(), draft)) {
              throw new IllegalStateException("draft changed inside a transaction");
            }
          }
          return outcome;
        });
  }

  private MoveOutcome moveSeen(
      SqlConnection connection,
      MunicipalityCode town,
      CaseId id,
      int seenVersion,
      CaseEvent event,
      String clerk) {
    CaseFile file = cases.getCaseLocked(connection, town, id);
    return file.version() == seenVersion
        ? cases.move(connection, file, event, clerk)
        : new MoveOutcome.Stale();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CaseStore.JAPAN);
  }
}
