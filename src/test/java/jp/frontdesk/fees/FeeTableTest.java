package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeeTableTest {
  private static final Path CONFIG = Path.of("kiosk-config");
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  @TempDir Path folder;

  private static final String HEAD =
      """
      municipality: "999997"
      accounts:
        - {code: "13", name: 手数料}
      fees:
      """;

  @Test
  void theNineTownsOfTheProjectAreRight() throws IOException {
    List<MunicipalityCode> towns = demoTowns();

    Map<MunicipalityCode, TownFees> all = TownFees.loadAll(CONFIG, towns).orThrow();

    assertThat(all).hasSize(9);
    assertThat(all.values())
        .allSatisfy(fees ->
            assertThat(fees.table().priceOn("family_register_copy", DAY))
                .hasValueSatisfying(p -> assertThat(p.price()).isEqualTo(new Yen(450))));
    assertThat(all.values())
        .allSatisfy(fees -> assertThat(fees.contract().companyCode()).isEqualTo("912345"));
  }

  @Test
  void thePriceIsThatOfTheDay() {
    FeeTable table = FeeTable.load(CONFIG.resolve("999997/fees.yaml")).orThrow();

    assertThat(priceOn(table, LocalDate.of(2025, 3, 31))).isEqualTo(new Yen(200));
    assertThat(priceOn(table, LocalDate.of(2025, 4, 1))).isEqualTo(new Yen(300));
    assertThat(table.priceOn("resident_record_copy", LocalDate.of(2015, 3, 31))).isEmpty();
    assertThat(table.priceOn("no_such_item", DAY)).isEmpty();
  }

  @Test
  void overlapGapUnknownAccountAndMisspeltKeyAreNamedByFileAndLine() throws IOException {
    Path file =
        write(
            HEAD
                + line("a", "2020-01-01", "2020-12-31", "13")
                + line("a", "2020-12-31", "2021-12-31", "13")
                + line("a", "2022-01-02", "2022-12-31", "99")
                + "  - {itme: b}\n");

    Loaded<FeeTable> table = FeeTable.load(file);

    assertThat(faultsOf(table))
        .contains(
            file + ":6: the period overlaps the line 5 for the same item",
            file + ":7: there is a gap after the line 6 for the same item",
            file + ":7: account is not one of the accounts above")
        .anyMatch(fault -> fault.startsWith(file + ":8: itme is no known key"));
  }

  @Test
  void whatIsNoYamlOrNotThereIsAFaultAndNoException() throws IOException {
    assertThat(faultsOf(FeeTable.load(write("a: [1, 2")))).hasSize(1);
    assertThat(faultsOf(FeeTable.load(write("- 1\n")))).hasSize(1);
    assertThat(faultsOf(FeeTable.load(folder.resolve("absent.yaml")))).hasSize(1);
    assertThat(faultsOf(FeeTable.load(write(HEAD + "  - {item: a, yen: -3}\n"))))
        .anyMatch(fault -> fault.contains(":5: yen must be from 0 to 999999"));
  }

  @Test
  void aPrinterThatCannotPrintTheCodeIsRefusedAtTheStart() throws IOException {
    String contract = Files.readString(CONFIG.resolve("141003/payment.yaml"));

    Loaded<PaymentContract> coarse =
        PaymentContract.load(write(contract.replace("printer_dpi: 600", "printer_dpi: 203")));

    assertThat(faultsOf(coarse)).singleElement().asString().contains("203 dpi");
  }

  @Test
  void aFreeFieldThatDoesNotAddUpIsRefused() throws IOException {
    String contract = Files.readString(CONFIG.resolve("141003/payment.yaml"));

    Loaded<PaymentContract> wrong =
        PaymentContract.load(write(contract.replace("length: 11", "length: 10")));

    assertThat(faultsOf(wrong)).singleElement().asString().contains("20 digits together");
  }

  @Test
  void theContractFillsTheFreeFieldAndKnowsItsOwnCodes() {
    PaymentContract contract =
        PaymentContract.load(CONFIG.resolve("141003/payment.yaml")).orThrow();

    CollectionCode.Outcome outcome =
        contract.codeFor(2026, 2, 1, LocalDate.of(2026, 12, 31), new Yen(750));

    CollectionCode expected = new CollectionCode("91912345141003202600000000002126123100007507");
    assertThat(outcome).isEqualTo(new CollectionCode.Outcome.Valid(expected));
    assertThat(contract.isOurs(expected)).isTrue();
    assertThat(contract.isOurs(new CollectionCode("91912345132098202600000000003027033103000005")))
        .isFalse();
  }

  @Test
  void aContractWithoutDueDatesInItsCodesWritesNone() throws IOException {
    String yaml = Files.readString(CONFIG.resolve("141003/payment.yaml"));
    PaymentContract contract =
        PaymentContract.load(
                write(yaml.replace("due_days: 7", "due_days: 7\n  due_date_in_code: false")))
            .orThrow();

    assertThat(contract.codeFor(2026, 1, 0, DAY, new Yen(300)))
        .isEqualTo(
            new CollectionCode.Outcome.Valid(
                new CollectionCode("91912345141003202600000000001099999900003007")));
  }

  @Test
  void aCodeThatAsksForARevenueStampIsNoCodeOfATown() {
    PaymentContract contract =
        PaymentContract.load(CONFIG.resolve("141003/payment.yaml")).orThrow();
    String first43 = "9191234514100320260000000000212612311000750";
    CollectionCode stamped = new CollectionCode(first43 + CollectionCode.checkDigitOf(first43));

    assertThat(stamped.hasStamp()).isTrue();
    assertThat(contract.isOurs(stamped)).isFalse();
  }

  @Test
  void moreThanTheLimitIsRefusedWithASentence() {
    PaymentContract contract =
        PaymentContract.load(CONFIG.resolve("141003/payment.yaml")).orThrow();

    assertThat(contract.codeFor(2026, 1, 0, DAY, new Yen(300_001)))
        .isInstanceOfSatisfying(
            CollectionCode.Outcome.Refused.class,
            refused -> assertThat(refused.reason()).contains("300,000円を超える"));
    assertThat(contract.codeFor(2026, 1, 0, DAY, new Yen(300_000)))
        .isInstanceOf(CollectionCode.Outcome.Valid.class);
  }

  @Test
  void anAppIsOfferedOnlyWhileItsContractRuns() {
    PaymentContract contract =
        PaymentContract.load(CONFIG.resolve("141003/payment.yaml")).orThrow();

    assertThat(contract.appsOn(LocalDate.of(2026, 8, 31)))
        .anyMatch(app -> app.name().startsWith("J-Coin"));
    assertThat(contract.appsOn(LocalDate.of(2026, 9, 1)))
        .noneMatch(app -> app.name().startsWith("J-Coin"));
  }

  static List<MunicipalityCode> demoTowns() throws IOException {
    try (Stream<Path> folders = Files.list(CONFIG)) {
      return folders
          .flatMap(f -> MunicipalityCode.parse(f.getFileName().toString()).stream())
          .sorted(java.util.Comparator.comparing(MunicipalityCode::digits))
          .toList();
    }
  }

  private static Yen priceOn(FeeTable table, LocalDate day) {
    return table.priceOn("resident_record_copy", day).orElseThrow().price();
  }

  private static String line(String item, String from, String to, String account) {
    return "  - {item: %s, name: n, unit: 通, yen: 1, legal_basis: l, source: s, account: '%s'"
            .formatted(item, account)
        + ", valid_from: %s, valid_to: %s}\n".formatted(from, to);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "town", ".yaml"), text);
  }

  private static List<String> faultsOf(Loaded<?> loaded) {
    return loaded instanceof Loaded.Faulty<?>(List<String> faults) ? faults : List.of();
  }

  @Test
  void anExemptionNamesItemsThatThereAreAndWhoGrantsIt() throws IOException {
    Path file =
        write(
            HEAD
                + """
                  - {item: a, name: A, unit: 通, yen: 300, legal_basis: b, valid_from: 2024-04-01, account: "13", example: true, source: s}
                exemptions:
                  - {key: x, name: X, items: [a], granted_by: clerk, legal_basis: b, example: true}
                  - {key: x, name: Y, items: [b], granted_by: mayor, legal_basis: b, example: true}
                """);

    assertThat(faultsOf(FeeTable.load(file)).toString())
        .contains(":8: b is not an item of the fees above")
        .contains(":8: this exemption stands here a second time")
        .contains(":8: granted_by must be clerk or officer");
  }
}
