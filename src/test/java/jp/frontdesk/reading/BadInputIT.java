package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BadInputIT {
  private static FileReader reader = new FileReader(Trace.NONE, 2);

  @BeforeAll
  static void open() {
    reader.warmUp();
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  private static String codeOf(byte[] file) {
    return switch (reader.read(file)) {
      case ReadResult.Refused(ReadingWarning warning) -> warning.code();
      case ReadResult.Read(List<ReadPage> pages) ->
          CertificateReading.stated(pages.stream().map(ReadPage::reading).toList())
              .warnings()
              .stream()
              .map(ReadingWarning::code)
              .findFirst()
              .orElse("none");
      case ReadResult.Crashed(String reason) -> reason;
    };
  }

  @Test
  void anEmptyFileIsTold() {
    assertThat(codeOf(new byte[0])).isEqualTo("empty_file");
  }

  @Test
  void aTextFileIsNotAnImage() {
    assertThat(codeOf("これは画像ではありません".getBytes(StandardCharsets.UTF_8))).isEqualTo("not_an_image");
  }

  @Test
  void aTruncatedJpegIsDamaged() throws IOException {
    byte[] whole = TestPages.encoded(TestPages.certificate(), "jpg");

    assertThat(codeOf(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("damaged_file");
  }

  @Test
  void aTruncatedPngIsDamaged() throws IOException {
    byte[] whole = TestPages.png(TestPages.certificate());

    assertThat(codeOf(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("damaged_file");
  }

  @Test
  void anImageOfAHundredMegapixelsIsRefusedByItsHeader() throws IOException {
    byte[] png = TestPages.png(TestPages.blank());
    ByteBuffer header = ByteBuffer.wrap(png);
    header.putInt(16, 10_000).putInt(20, 10_000);
    CRC32 check = new CRC32();
    check.update(png, 12, 17);
    header.putInt(29, (int) check.getValue());

    assertThat(codeOf(png)).isEqualTo("image_too_large");
  }

  @Test
  void aPdfOfFiveHundredPagesIsRefused() throws IOException {
    assertThat(codeOf(pdf(500, false))).isEqualTo("too_many_pages");
  }

  @Test
  void anEncryptedPdfIsRefused() throws IOException {
    assertThat(codeOf(pdf(1, true))).isEqualTo("encrypted_pdf");
  }

  @Test
  void aBrokenPdfIsDamaged() {
    assertThat(codeOf("%PDF-1.7 and nothing more".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("damaged_file");
  }

  @Test
  void aFileOfThirteenMegabytesIsRefused() {
    assertThat(codeOf(new byte[13 << 20])).isEqualTo("file_too_large");
  }

  @Test
  void aBlankSheetIsTold() throws IOException {
    assertThat(codeOf(TestPages.png(TestPages.blank()))).isEqualTo("blank_page");
  }

  @Test
  void aPhotoOfSomethingElseIsNoCertificate() throws IOException {
    assertThat(codeOf(TestPages.png(TestPages.somethingElse()))).isEqualTo("not_a_certificate");
  }

  @Test
  void aCopyOfTheResidentRecordIsTold() throws IOException {
    assertThat(codeOf(TestPages.png(TestPages.residentRecord()))).isEqualTo("resident_record_copy");
  }

  @Test
  void aPageTurnedAnyWayIsReadUpright() throws IOException {
    for (int quarters = 0; quarters < 4; quarters++) {
      BufferedImage turned = TestPages.turned(TestPages.certificate(), quarters);

      assertThat(reader.read(TestPages.png(turned)))
          .isInstanceOfSatisfying(
              ReadResult.Read.class,
              read ->
                  assertThat(read.pages().getFirst().reading().fields())
                      .extracting(f -> f.path() + "=" + f.value())
                      .contains("members[0].my_number=123456789018"));
    }
  }

  @Test
  void aPdfWithAScanIsRead() throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage();
      document.addPage(page);
      try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
        var image = LosslessFactory.createFromImage(document, TestPages.certificate());
        content.drawImage(
            image, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
      }

      assertThat(reader.read(saved(document)))
          .isInstanceOfSatisfying(
              ReadResult.Read.class,
              read -> assertThat(read.pages().getFirst().reading().fields()).isNotEmpty());
    }
  }

  private static byte[] pdf(int pages, boolean isLocked) throws IOException {
    try (PDDocument document = new PDDocument()) {
      for (int i = 0; i < pages; i++) {
        document.addPage(new PDPage());
      }
      if (isLocked) {
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      }
      return saved(document);
    }
  }

  private static byte[] saved(PDDocument document) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    document.save(out);
    return out.toByteArray();
  }
}
