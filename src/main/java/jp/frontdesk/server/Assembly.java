package jp.frontdesk.server;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.frontdesk.access.Identity;
import jp.frontdesk.access.SessionStore;
import jp.frontdesk.access.Tokens;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.fees.Cashier;
import jp.frontdesk.fees.NotificationRoutes;
import jp.frontdesk.fees.PaymentNotices;
import jp.frontdesk.fees.PaymentPoller;
import jp.frontdesk.fees.PaymentSlip;
import jp.frontdesk.fees.SettlementBook;
import jp.frontdesk.fees.SimulatorClient;
import jp.frontdesk.fees.settlement.DayCloses;
import jp.frontdesk.fees.settlement.SettlementSettings;
import jp.frontdesk.fees.settlement.Settlements;
import jp.frontdesk.forms.FormFiller;
import jp.frontdesk.intake.Intake;
import jp.frontdesk.intake.SheetStore;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.Metrics;
import jp.frontdesk.platform.Secret;
import jp.frontdesk.platform.Vault;
import jp.frontdesk.platform.VaultCheck;
import jp.frontdesk.platform.Workers;
import jp.frontdesk.reading.ReaderPool;
import jp.frontdesk.registry.CsvConnector;
import jp.frontdesk.registry.OutboxStore;
import jp.frontdesk.registry.ProfiledConnector;
import jp.frontdesk.registry.RegistryConnector;
import jp.frontdesk.registry.RegistryDispatcher;
import jp.frontdesk.registry.RegistryTarget;
import jp.frontdesk.registry.RestConnector;
import jp.frontdesk.registry.RetryPolicy;
import jp.frontdesk.review.EarlyReadings;
import jp.frontdesk.review.ReadingStore;
import jp.frontdesk.review.ReadingWorker;
import jp.frontdesk.review.Review;
import jp.frontdesk.review.ReviewStore;
import jp.frontdesk.review.SignatureStore;

/// The steps of a sheet's way put together: who gets what, and which worker wakes on what.
final class Assembly implements AutoCloseable {
  private static final Duration PAYMENT_TIMEOUT = Duration.ofSeconds(10);
  private static final Duration PAYMENT_POLL = Duration.ofMillis(500);
  private static final Duration LOOK_FOR_FILES = Duration.ofSeconds(5);
  private static final int FORM_THREADS = 2;
  private static final int FORMS_WAITING = 64;
  private static final Duration FORM_LIMIT = Duration.ofSeconds(20);

  private final Settings settings;
  private final InstantSource clock = InstantSource.system();
  private final Steps steps;
  private final LiveFiles files;
  private final Live live;
  private final Secret paymentSecret;
  private final PaymentNotices notices;
  private final ReaderPool readers;
  private final ReadingWorker readingWorker;
  private final PaymentPoller poller;
  private final RegistryDispatcher dispatcher;
  private final Map<MunicipalityCode, RegistryConnector> connectors = new HashMap<>();
  private final SimulatorClient payments;
  private final Settlements settlements;
  private final DayCloses closes;
  private final Map<MunicipalityCode, SettlementSettings> settlementSettings;
  private final AutoCloseable readingHint;
  private final Identity identity;

  /// @param drawers draw the documents; closed with this
  Assembly(
      Settings settings,
      TownSettings towns,
      Vertx vertx,
      Database database,
      Workers drawers,
      Metrics metrics) {
    this.settings = settings;
    Vault vault = Vault.open(settings.keysDir());
    VaultCheck.prove(database, vault, towns.towns().all().stream().map(Town::code).toList());
    this.identity = Identity.open(vertx, database, vault, clock, towns.access());
    CaseStore cases = new CaseStore(vault, clock);
    SheetStore sheets = new SheetStore(database, cases, vault, clock);
    ReadingStore readings = new ReadingStore(cases);
    ReviewStore drafts = new ReviewStore(cases, clock);
    OutboxStore outbox = new OutboxStore();
    Review review =
        new Review(
            database,
            cases,
            sheets,
            readings,
            drafts,
            clock,
            (connection, confirmed) ->
                outbox.enqueue(
                    connection,
                    cases.getKey(connection, confirmed.value().town(), confirmed.value().caseId()),
                    confirmed),
            settings.acceptance(),
            town ->
                Optional.ofNullable(towns.registries().get(town))
                    .flatMap(RegistryTarget::characters));
    this.paymentSecret = new Secret(settings.paymentSecret().orElseGet(Tokens::random));
    this.payments =
        new SimulatorClient(vertx, settings.paymentUrl(), paymentSecret, clock, PAYMENT_TIMEOUT);
    Cashier cashier = new Cashier(database, payments, towns.fees(), clock);
    SettlementBook settled = SettlementBook.open(database, clock);
    this.settlements = new Settlements(database, settled, clock);
    this.closes = new DayCloses(database, settled, clock);
    this.settlementSettings = towns.settlements();
    this.notices = new PaymentNotices(database, cashier, clock);
    this.poller = new PaymentPoller(database, cashier, notices, clock, PAYMENT_POLL);
    this.readers = ReaderPool.start(settings.readers(), settings.readerThreads());
    EarlyReadings early = new EarlyReadings(database.signals());
    this.readingWorker =
        new ReadingWorker(database, sheets, readings, review, readers, early, settings.readers());
    this.readingHint = database.signals().subscribe("reading", _ -> readingWorker.wake());
    towns.registries().forEach((town, target) -> connectors.put(town, connector(vertx, target)));
    RegistryOutcomes outcomes = new RegistryOutcomes(cases, drafts);
    this.dispatcher =
        RegistryDispatcher.start(
            database, outbox, cases::getKey, connectors, outcomes, RetryPolicy.STANDARD, clock);
    this.files =
        new LiveFiles(
                List.of(settings.configDir(), settings.templatesDir()),
                towns,
                () -> TownSettings.load(settings))
            .watch(LOOK_FOR_FILES);
    metrics.gauge("files.faults", () -> files.faults().size());
    PaperFonts fonts = PaperFonts.open(FontPaths.debian());
    this.live = new Live(database.signals());
    this.steps =
        new Steps(
            settings,
            towns.towns(),
            metrics,
            identity,
            database,
            new SessionStore(database, clock, settings.kioskIdle(), settings.kioskLimit()),
            new SessionStore(database, clock, settings.deskIdle(), settings.deskLimit()),
            cases,
            sheets,
            new Intake(sheets),
            readings,
            early,
            drafts,
            new SignatureStore(cases, clock),
            review,
            new FormFiller(fonts),
            files,
            fonts,
            cashier,
            new PaymentSlip(fonts),
            outbox,
            drawers,
            SampleShelf.load(settings.shelfDir()),
            clock);
    if (!settings.isCluster()) {
      sheets.releaseLeases();
    }
    readingWorker.start();
    poller.start();
    countBacklog(metrics, database, towns, outbox);
  }

  /// Those who draw documents in an installation.
  static Workers drawers() {
    return new Workers("documents", FORM_THREADS, FORMS_WAITING, FORM_LIMIT);
  }

  private static RegistryConnector connector(Vertx vertx, RegistryTarget target) {
    RegistryConnector plain =
        switch (target.kind()) {
          case REST -> new RestConnector(vertx, target);
          case CSV -> new CsvConnector(target);
        };
    return target
        .characters()
        .<RegistryConnector>map(profile -> new ProfiledConnector(plain, profile))
        .orElse(plain);
  }

  private static void countBacklog(
      Metrics metrics, Database database, TownSettings towns, OutboxStore outbox) {
    for (Town town : towns.towns().all()) {
      metrics.gauge(
          "registry.waiting",
          () ->
              database.inTown(
                  town.code(), (SqlConnection c) -> outbox.backlog(c, town.code()).waiting()),
          "town",
          town.code().digits());
    }
  }

  /// The accounts the first people sign in with: those of a demonstration, and a one-time word for
  /// each town without an administrator.
  FirstAccounts firstAccounts() {
    return FirstAccounts.open(settings, steps.towns(), identity);
  }

  String isolation() {
    return readers.isolation();
  }

  Consumer<Router> kioskRoutes(Screens screens) {
    KioskGate gate = new KioskGate(steps, screens);
    Payments fees = new Payments(steps);
    Guides guides = new Guides(steps, screens);
    Signings signings = new Signings(steps, guides);
    return router -> {
      new KioskNaviRoutes(steps, screens, guides, gate).mount(router);
      new KioskStartRoutes(steps, screens, gate).mount(router);
      new KioskScanRoutes(steps, screens, gate).mount(router);
      new KioskReadingRoutes(steps, screens, live, gate).mount(router);
      new KioskCheckRoutes(steps, screens, gate).mount(router);
      new KioskQuestionRoutes(steps, screens, gate).mount(router);
      new KioskGuideRoutes(steps, screens, guides, gate).mount(router);
      new KioskSlipRoutes(steps, screens, live, fees, signings, gate).mount(router);
      new KioskSignRoutes(steps, screens, fees, signings, gate).mount(router);
    };
  }

  Consumer<Router> deskRoutes(Screens screens) {
    ClerkGate gate = new ClerkGate(steps, screens);
    Guides guides = new Guides(steps, screens);
    Signings signings = new Signings(steps, guides);
    Documents documents = new Documents(steps, screens, guides, signings);
    return router -> {
      new NotificationRoutes(notices, paymentSecret, clock).mount(router);
      new DeskSignInRoutes(steps, screens, gate).mount(router);
      new DeskProviderRoutes(steps, screens, gate).mount(router);
      new DeskRoutes(steps, screens, live, gate).mount(router);
      new DeskAccountRoutes(steps, screens, gate).mount(router);
      new DeskLogRoutes(steps, screens, gate).mount(router);
      new DeskCaseRoutes(steps, screens, live, documents, signings, gate).mount(router);
      new DeskProtectionRoutes(steps, screens, gate).mount(router);
      new DeskFeeRoutes(steps, screens, gate).mount(router);
      new DeskCloseRoutes(steps, screens, gate, settlements, closes, settlementSettings)
          .mount(router);
      new DeskPaperRoutes(steps, screens, gate).mount(router);
      new DeskSignatureRoutes(steps, screens, signings, gate).mount(router);
      new DeskFileRoutes(steps, screens, documents, guides, new Payments(steps), gate)
          .mount(router);
    };
  }

  /// Stops the workers in the order in which work flows; a file in a reader's hands is read again
  /// later.
  @Override
  public void close() {
    files.close();
    closeQuietly(readingHint);
    readingWorker.close();
    readers.close();
    poller.close();
    dispatcher.close();
    connectors.values().forEach(RegistryConnector::close);
    payments.close();
    steps.workers().close();
    identity.close();
  }

  private static void closeQuietly(AutoCloseable hint) {
    try {
      hint.close();
    } catch (Exception alreadyGone) {
      // nothing depends on it any more
    }
  }
}
