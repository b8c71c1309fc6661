package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import jp.frontdesk.samples.CertificateGenerator;
import jp.frontdesk.samples.GeneratedPage;
import jp.frontdesk.samples.PaperKind;
import jp.frontdesk.samples.SampleSpec;
import jp.frontdesk.samples.ScanLevel;
import jp.frontdesk.server.DeskUnderTest;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Whatever is laid on the kiosk, the resident is told in plain words what to do, and the case
/// stays usable.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputIT {
  private static final String TOWN = "999997";

  private DeskUnderTest desk;
  private final CertificateGenerator generator = new CertificateGenerator();

  @BeforeAll
  void start() {
    desk = DeskUnderTest.start();
  }

  @AfterAll
  void stop() {
    desk.close();
  }

  private Resident resident() {
    Resident resident = new Resident(desk.kiosk());
    resident.begin(TOWN);
    return resident;
  }

  private List<byte[]> certificate(long seed, int members) {
    return pages(
        generator
            .generate(
                seed,
                SampleSpec.of(ScanLevel.CLEAN)
                    .withLayout("household-table")
                    .withMembers(members)
                    .withForeign(false))
            .pages());
  }

  private static List<byte[]> pages(List<GeneratedPage> pages) {
    return pages.stream().map(GeneratedPage::bytes).toList();
  }

  private static void assertRefused(Visitor.Page page, String words) {
    assertThat(page.status()).isEqualTo(422);
    assertThat(page.html().text()).contains(words);
  }

  /// Lays a file, lets it be read, and returns what the kiosk says then.
  private static String wordsAfterReading(Resident resident, List<byte[]> files) {
    assertThat(resident.lay(files).status()).isEqualTo(303);
    return resident.readAll().html().text();
  }

  private void assertStillUsable(Resident resident) {
    assertThat(resident.get("/scan").status()).isEqualTo(200);
    Visitor.Page good = resident.lay(certificate(77, 1));
    assertThat(good.status()).isIn(303, 422);
  }

  @Test
  void anEmptyFileAndAFileThatIsNoImageAreRefusedAtOnce() {
    Resident resident = resident();

    assertRefused(resident.lay(List.of(new byte[0])), "ファイルの中身がありません");
    assertRefused(resident.lay(List.of("これは文章です".getBytes(StandardCharsets.UTF_8))), "画像でもPDFでもない");
    assertRefused(resident.lay(List.of()), "えらんでください");
    assertRefused(resident.lay(List.of(new byte[13 * 1024 * 1024])), "ファイルが大きすぎます");

    assertStillUsable(resident);
  }

  @Test
  void theSameFileTwiceIsStoredOnce() {
    Resident resident = resident();
    List<byte[]> page = certificate(5, 1);

    assertThat(resident.lay(page).status()).isEqualTo(303);
    assertRefused(resident.lay(page), "もう入っています");

    assertThat(resident.get("/scan").html().select("li.sheet")).hasSize(page.size());
  }

  @Test
  void aTruncatedJpegIsToldAndTheCaseGoesOn() {
    byte[] whole =
        generator
            .generate(
                6,
                SampleSpec.of(ScanLevel.OFFICE)
                    .withLayout("household-table")
                    .withMembers(1)
                    .withForeign(false))
            .pages()
            .getFirst()
            .bytes();
    Resident resident = resident();

    String words = wordsAfterReading(resident, List.of(Arrays.copyOf(whole, 2_000)));

    assertThat(words).containsAnyOf("こわれていて", "読めませんでした", "何も書かれていない");
    assertStillUsable(resident);
  }

  @Test
  void anImageOfOneHundredMegapixelsIsToldFromItsHeader() throws IOException {
    Resident resident = resident();

    String words = wordsAfterReading(resident, List.of(pngHeader(10_000, 10_000)));

    assertThat(words).contains("画像が大きすぎます");
  }

  @Test
  void aPdfWithFiveHundredPagesAndAnEncryptedOneAreTold() throws IOException {
    assertThat(wordsAfterReading(resident(), List.of(pdf(500, false)))).contains("ページが多すぎます");
    assertThat(wordsAfterReading(resident(), List.of(pdf(1, true)))).contains("パスワード");
  }

  @Test
  void aBlankSheetAndAPhotoOfSomethingElseAreTold() throws IOException {
    assertThat(wordsAfterReading(resident(), List.of(picture(false)))).contains("何も書かれていない");
    assertThat(wordsAfterReading(resident(), List.of(picture(true)))).contains("転出証明書として読めませんでした");
  }

  @Test
  void aResidentRecordCopyIsNamedAsWhatItIs() {
    List<byte[]> copy =
        pages(
            generator
                .generate(
                    8,
                    SampleSpec.of(ScanLevel.CLEAN)
                        .withLayout("household-table")
                        .withMembers(2)
                        .withForeign(false)
                        .withKind(PaperKind.RESIDENT_RECORD_COPY))
                .pages());

    assertThat(wordsAfterReading(resident(), copy)).contains("住民票の写しです");
  }

  @Test
  void aPageUpsideDownIsReadLikeAnyOther() {
    List<byte[]> turned =
        pages(
            generator
                .generate(
                    9,
                    SampleSpec.of(ScanLevel.CLEAN)
                        .withLayout("household-table")
                        .withMembers(1)
                        .withForeign(false)
                        .withRotation(180))
                .pages());
    Resident resident = resident();

    String words = wordsAfterReading(resident, turned);

    assertThat(words).doesNotContain("読めませんでした");
    assertThat(resident.get("/check").form("/check")).containsKey("members[0].name");
  }

  @Test
  void pageTwoWithoutPageOneAsksForPageOne() {
    List<byte[]> both = certificate(12, 6);
    assertThat(both).hasSizeGreaterThan(1);

    assertThat(wordsAfterReading(resident(), List.of(both.get(1)))).contains("1枚目がありません");
  }

  private static byte[] pngHeader(int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    ByteBuffer header = ByteBuffer.allocate(4 + 13);
    header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
    header.put(new byte[] {8, 0, 0, 0, 0});
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(header.array());
    png.write(ByteBuffer.allocate(4).putInt(13).array());
    png.write(header.array());
    png.write(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    png.write(new byte[64]);
    return png.toByteArray();
  }

  private static byte[] pdf(int pages, boolean isEncrypted) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      if (isEncrypted) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /// A sheet of white, or coloured shapes like a snapshot.
  private static byte[] picture(boolean isSnapshot) throws IOException {
    BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1654, 2339);
    if (isSnapshot) {
      Random chance = new Random(4);
      for (int i = 0; i < 400; i++) {
        graphics.setColor(new Color(chance.nextInt(0xFFFFFF)));
        graphics.fillOval(
            chance.nextInt(1654), chance.nextInt(2339), chance.nextInt(300), chance.nextInt(300));
      }
    }
    graphics.dispose();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }
}
