package jp.frontdesk.server;

import java.time.InstantSource;
import java.time.LocalDate;
import jp.frontdesk.access.Identity;
import jp.frontdesk.access.SessionStore;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.PaymentSlip;
import jp.frontdesk.forms.FormFiller;
import jp.frontdesk.intake.Intake;
import jp.frontdesk.intake.SheetStore;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Metrics;
import jp.frontdesk.platform.Workers;
import jp.frontdesk.registry.OutboxStore;
import jp.frontdesk.review.EarlyReadings;
import jp.frontdesk.review.ReadingStore;
import jp.frontdesk.review.Review;
import jp.frontdesk.review.ReviewStore;
import jp.frontdesk.review.SignatureStore;

/// Everything the pages call, made once at start; none of it holds anything of a visitor.
record Steps(
    Settings settings,
    Towns towns,
    Metrics metrics,
    Identity identity,
    Database database,
    SessionStore kioskSessions,
    SessionStore clerkSessions,
    CaseStore cases,
    SheetStore sheets,
    Intake intake,
    ReadingStore readings,
    EarlyReadings early,
    ReviewStore drafts,
    SignatureStore signatures,
    Review review,
    FormFiller filler,
    LiveFiles files,
    PaperFonts fonts,
    Cashier cashier,
    PaymentSlip slips,
    OutboxStore outbox,
    Workers workers,
    SampleShelf shelf,
    InstantSource clock) {

  /// Today in Japan.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), CaseStore.JAPAN);
  }
}
