package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.cases.HistoryEntry;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;
import jp.frontdesk.platform.DatabaseAddress;
import jp.frontdesk.platform.TestDatabase;
import jp.frontdesk.server.DeskUnderTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignatureStoreIT {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final MunicipalityCode OTHER = new MunicipalityCode("141003");
  private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

  private final DatabaseAddress address = TestDatabase.freshAddress();
  private final Database database = Database.open(TestDatabase.vertx(), address, 2);
  private final CaseStore cases = new CaseStore(TestDatabase.vault(), InstantSource.fixed(NOW));
  private final SignatureStore signatures = new SignatureStore(cases, InstantSource.fixed(NOW));
  private final SignedContent signed =
      new SignedContent(
          new Signature(
              3,
              List.of(
                  new Signature.Stroke(
                      List.of(new Signature.Point(0.1234, 0.2), new Signature.Point(0.9, 0.8))))),
          List.of("moving_in_notification"),
          "00");

  @AfterEach
  void close() {
    database.close();
  }

  private CaseId signedCase() {
    return database.inTown(
        TOWN,
        c -> {
          CaseId id = cases.createCase(c, TOWN, "kiosk").id();
          signatures.saveSigned(c, TOWN, id, signed, StoredSignature.Origin.KIOSK, "kiosk");
          return id;
        });
  }

  @Test
  void aSignatureComesBackWithItsTimeAndIsInTheHistory() {
    CaseId id = signedCase();

    StoredSignature found = find(TOWN, id).orElseThrow();

    assertThat(found)
        .isEqualTo(new StoredSignature(Optional.of(signed), StoredSignature.Origin.KIOSK, NOW));
    database.runInTown(TOWN, c -> signatures.deleteSignature(c, TOWN, id, "mihon"));
    assertThat(find(TOWN, id)).isEmpty();
    List<HistoryEntry> history = database.inTown(TOWN, c -> cases.listHistory(c, TOWN, id));
    assertThat(history)
        .extracting(HistoryEntry::label)
        .containsExactly("受付開始", "画面で署名", "画面の署名を消した");
  }

  @Test
  void paperTakesThePlaceOfWhatWasDrawn() {
    CaseId id = signedCase();

    database.runInTown(
        TOWN, c -> signatures.savePaper(c, TOWN, id, StoredSignature.Origin.DESK, "mihon"));

    StoredSignature found = find(TOWN, id).orElseThrow();
    assertThat(found.signed()).isEmpty();
    assertThat(sealed(id)).isEmpty();
  }

  @Test
  void anotherTownSeesNoneAndTheRowShowsNoLine() {
    CaseId id = signedCase();

    assertThat(find(OTHER, id)).isEmpty();
    assertThat(sealed(id)).doesNotContain("1234", "strokes", "moving_in");
    assertThat(sealed(id).length()).isGreaterThan(50);
  }

  @Test
  void withTheCasesKeyTheSignatureIsGoneAndWithTheCaseItsRow() {
    CaseId id = signedCase();

    sql("update case_file set wrapped_key = null");
    assertThatThrownBy(() -> find(TOWN, id)).hasMessageContaining("has no key");
    sql("delete from case_event");
    sql("delete from case_file");

    assertThat(count("select count(*) from case_signature")).isZero();
  }

  /// The signature as a clerk of that town would find it.
  private Optional<StoredSignature> find(MunicipalityCode asTown, CaseId id) {
    return database.inTown(asTown, c -> signatures.findSignature(c, TOWN, id));
  }

  private String sealed(CaseId id) {
    return text(
        "select coalesce(encode(sealed_signature, 'escape'), '') from case_signature where case_id = '"
            + id
            + "'");
  }

  private void sql(String statement) {
    try (Connection connection = connect();
        Statement open = connection.createStatement()) {
      int changed = open.executeUpdate(statement);
      assertThat(changed).isPositive();
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private int count(String query) {
    return Integer.parseInt(text(query));
  }

  /// As the owner of the database, whom no town shuts off.
  private String text(String query) {
    try (Connection connection = connect();
        Statement open = connection.createStatement();
        ResultSet rows = open.executeQuery(query)) {
      assertThat(rows.next()).isTrue();
      return new String(rows.getBytes(1), StandardCharsets.ISO_8859_1);
    } catch (SQLException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private Connection connect() throws SQLException {
    return java.sql.DriverManager.getConnection(
        DeskUnderTest.urlOf(address).replaceFirst("^postgresql://.*@", "jdbc:postgresql://"),
        address.user(),
        address.password().value());
  }
}
