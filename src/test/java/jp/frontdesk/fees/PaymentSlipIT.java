package jp.frontdesk.fees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import jp.frontdesk.fees.code.CodeDrawing;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The slip as it leaves the printer, read by decoders that share no code with the encoder.
class PaymentSlipIT {
  private static final LocalDate DAY = LocalDate.of(2026, 8, 20);
  private static final Path ZXING = Path.of(".frontdesk/node/node_modules/zxing-wasm");
  private static final PaymentContract CONTRACT =
      PaymentContract.load(Path.of("kiosk-config/141003/payment.yaml")).orThrow();
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());

  @TempDir Path folder;

  @Test
  void theSlipSaysWhatIsDueAndWhatAppsCannotDo() throws IOException {
    SlipPdf slip = slip(CONTRACT);

    String text;
    try (PDDocument document = Loader.loadPDF(slip.bytes())) {
      text = new PDFTextStripper().getText(document);
      assertThat(document.getNumberOfPages()).isEqualTo(1);
    }

    assertThat(text)
        .contains("手数料 払込票", "A-102", "横浜市（見本）", "令和8年8月27日", "1,050円")
        .contains("(91)912345-1410032026000000000070", "260827-0-001050-")
        .contains("アプリでの支払いでは領収書は出ません", "J-Coin請求書払い（令和8年8月31日まで）");
    assertThat(slip.bytes()).isEqualTo(slip(CONTRACT).bytes());
  }

  @ParameterizedTest
  @ValueSource(ints = {300, 400, 600})
  void foreignDecodersReadTheSlipOfEveryPrinter(int dpi) throws Exception {
    String yaml = Files.readString(Path.of("kiosk-config/141003/payment.yaml"));
    Path file =
        Files.writeString(
            folder.resolve("payment.yaml"),
            yaml.replace("printer_dpi: 600", "printer_dpi: " + dpi));
    PaymentContract contract = PaymentContract.load(file).orThrow();
    Path pdf = Files.write(folder.resolve("slip.pdf"), slip(contract).bytes());
    String picture = folder.resolve("slip").toString();

    assertThat(run("pdftoppm", "-r", "" + dpi, "-gray", "-png", "-singlefile", pdf + "", picture))
        .isEmpty();

    String digits = codeOf(contract).digits();
    assertThat(run("zbarimg", "-q", "--raw", picture + ".png")).isEqualTo(digits + "\n");
    assertThat(zxing(Path.of(picture + ".png"))).containsExactly("Code128\t]C1\t" + digits);
  }

  @Test
  void foreignDecodersReadTheCodesOfTheScreen() throws Exception {
    String address = "http://127.0.0.1:8083/app/code/0123456789abcdef0123?t=支払い";
    String qr = CodeDrawing.ofQr(address, 40).svg("QRコード");
    String bars = CodeDrawing.ofBars(codeOf(CONTRACT), CONTRACT.barSize(), 12).svg("バーコード");
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<!doctype html><meta charset=utf-8><body style='margin:40px;zoom:2'>" + qr + bars);
    Path picture = folder.resolve("page.png");

    String _ =
        run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--user-data-dir=" + folder.resolve("browser"),
            "--window-size=1000,900",
            "--force-device-scale-factor=2",
            "--screenshot=" + picture,
            page.toUri().toString());

    assertThat(zxing(picture))
        .hasSize(2)
        .anyMatch(line -> line.startsWith("QRCode\t]Q") && line.endsWith("\t" + address))
        .contains("Code128\t]C1\t" + codeOf(CONTRACT).digits());
  }

  @Test
  void aSlipWithoutACodeSaysWhy() throws IOException {
    SlipPdf slip =
        new PaymentSlip(FONTS)
            .draw(invoice(), new Cashier.SlipOutcome.None("窓口でお支払いください。"), CONTRACT, "A-102");

    try (PDDocument document = Loader.loadPDF(slip.bytes())) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("窓口でお支払いください。")
          .doesNotContain("(91)");
    }
  }

  static SlipPdf slip(PaymentContract contract) {
    CollectionCode code = codeOf(contract);
    PaymentAttempt attempt =
        PaymentAttempt.created(
            invoice(),
            "key",
            PaymentAttempt.Channel.SLIP,
            Optional.of(code.digits()),
            Optional.empty(),
            DAY.atStartOfDay(Cashier.ZONE).toInstant());
    return new PaymentSlip(FONTS)
        .draw(invoice(), new Cashier.SlipOutcome.Ready(code, attempt), contract, "A-102");
  }

  private static Invoice invoice() {
    return new Invoice(
        new MunicipalityCode("141003"),
        UUID.fromString("00000000-0000-4000-8000-000000000007"),
        new CaseId(UUID.fromString("00000000-0000-4000-8000-000000000008")),
        2026,
        7,
        "0123456789abcdef",
        DAY,
        DAY.plusDays(7),
        List.of(
            new Invoice.Line("resident_record_copy", "住民票の写し", "通", 2, new Yen(300), "13", "条例"),
            new Invoice.Line(
                "family_register_copy", "戸籍全部事項証明書（戸籍謄本）", "通", 1, new Yen(450), "13", "政令")),
        new Yen(1050),
        Invoice.Status.DUE,
        1);
  }

  private static CollectionCode codeOf(PaymentContract contract) {
    return ((CollectionCode.Outcome.Valid)
            contract.codeFor(2026, 7, 0, DAY.plusDays(7), new Yen(1050)))
        .code();
  }

  private List<String> zxing(Path picture) throws Exception {
    int status = new ProcessBuilder("scripts/fetch-decoders").inheritIO().start().waitFor();
    assumeTrue(status != 3, "zxing-wasm could not be fetched: NOT READ BACK BY IT");
    return run("node", "src/test/resources/decoders/zxing-wasm.mjs", ZXING + "", picture.toString())
        .lines()
        .toList();
  }

  private String run(String... command) throws Exception {
    Path errors = folder.resolve("errors");
    List<String> all = new ArrayList<>(List.of(command));
    Process process = new ProcessBuilder(all).redirectError(errors.toFile()).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("%s: %s", all, Files.readString(errors)).isZero();
    return new String(output, StandardCharsets.UTF_8);
  }
}
