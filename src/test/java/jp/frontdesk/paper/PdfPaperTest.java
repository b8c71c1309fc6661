package jp.frontdesk.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;

class PdfPaperTest {
  private static final Instant THEN = Instant.parse("2026-04-06T01:30:00Z");
  private static final FontPaths DEBIAN = FontPaths.debian();
  private static final PaperFonts FONTS = PaperFonts.open(DEBIAN);

  @Test
  void rareCharactersAndVariantsComeBackAsTheSameCodePoints() throws IOException {
    String text = "髙﨑𠮷邉𡈽葛\uDB40\uDD00邉\uDB40\uDD10 MIHON";

    byte[] pdf = paperWith(text).toBytes("見本", THEN);

    assertThat(textOf(pdf)).isEqualTo(text);
  }

  @Test
  void everyFontIsEmbeddedAsASmallSubset() throws IOException {
    byte[] pdf = paperWith("見本　太郎").toBytes("見本", THEN);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (var name : document.getPage(0).getResources().getFontNames()) {
        PDFont font = document.getPage(0).getResources().getFont(name);
        assertThat(font.isEmbedded()).isTrue();
        assertThat(font.getName()).matches("[A-Z]{6}\\+FrontDeskMincho");
      }
    }
    assertThat(pdf).hasSizeLessThan(12_000);
  }

  @Test
  void everyLanguageOfTheGuideIsSetAndComesBackAsItsText() throws IOException {
    Map<Face, String> texts = new LinkedHashMap<>();
    texts.put(Face.LATIN, "Đăng ký tại quầy số 1, không có phí.");
    texts.put(Face.CHINESE, "请到１号窗口办理迁入手续。國民健康保險");
    texts.put(Face.KOREAN, "전입신고는 이사한 날부터 14일 이내에 하십시오.");
    texts.put(Face.DEVANAGARI, "नगरपालिकामा स्थानान्तरण दर्ता गर्नुहोस्");
    PdfPaper paper = new PdfPaper(FONTS);
    PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    double y = 30;
    for (Map.Entry<Face, String> text : texts.entrySet()) {
      sheet.text(text.getKey(), 10, 20, y, text.getValue());
      y += 10;
    }

    byte[] pdf = paper.toBytes("見本", THEN);

    assertThat(paper.missingGlyphs()).isEmpty();
    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    assertThat(textOf(pdf).replace("\u200B", "")).isEqualTo(String.join("\n", texts.values()));
  }

  @Test
  void wordsOfLanguagesWithSpacesAreNotBroken() {
    MmBox narrow = new MmBox(0, 0, 22, 40);
    String text = "सर्नुभएको मितिले पन्ध्र दिनभित्र";

    FittedText lines =
        TextFitter.fit(
                FONTS.glyphsOf(Face.DEVANAGARI, text),
                narrow,
                new TextStyle(Face.DEVANAGARI, 11, 11, TextStyle.Align.LEFT, TextStyle.VAlign.TOP))
            .orElseThrow();

    assertThat(lines.lines().size()).isGreaterThan(1);
    assertThat(
            lines.lines().stream()
                .map(line -> line.text().replace("\u200B", ""))
                .collect(Collectors.joining(" ")))
        .isEqualTo(text);
  }

  @Test
  void theSameDrawingGivesTheSameBytes() {
    assertThat(paperWith("見本　花子").toBytes("見本", THEN))
        .isEqualTo(paperWith("見本　花子").toBytes("見本", THEN));
  }

  @Test
  void aCharacterOrVariantNoFontHasIsReportedAndDrawnAsGeta() throws IOException {
    PdfPaper paper = paperWith("見\uDBFF\uDFFD本邉\uDB40\uDDEF");

    assertThat(textOf(paper.toBytes("見本", THEN))).isEqualTo("見〓本〓");
    assertThat(paper.missingGlyphs()).containsExactly("\uDBFF\uDFFD", "邉\uDB40\uDDEF");
  }

  @Test
  void itIsAnArchivePdfUnlessAPageOfSomebodyElsesLiesUnderIt() throws IOException {
    PdfPaper paper = paperWith("髙﨑𠮷邉葛\uDB40\uDD00 & <見本> \uDBFF\uDFFD");
    PdfSheet second = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    second.fill(new MmBox(10, 10, 40, 20), 15);
    var _ = second.textIn(new MmBox(10, 10, 40, 20), TextStyle.center(Face.GOTHIC, 9), "二枚目");
    byte[] archived = paper.toBytes("見本 & 様式", THEN);
    PdfPaper over = paperWith("記入");
    over.paintBackground(over.addSheet(210, 297), new BackgroundPage(archived, 0));

    assertThat(ArchivePdf.faultsOf(archived)).isEmpty();
    assertThat(ArchivePdf.faultsOf(over.toBytes("見本", THEN)))
        .anyMatch(fault -> fault.contains("metadata"));
  }

  @Test
  void theStructureTreeNamesEveryTextInItsOrder() throws IOException {
    PdfPaper paper = new PdfPaper(FONTS);
    PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    sheet.text(Face.GOTHIC, 8, 20, 40, "氏名");
    sheet.rect(new MmBox(18, 30, 60, 20), PdfSheet.LINE_MM);
    sheet.asOneText(() -> {
      sheet.text(Face.MINCHO, 10, 40, 40, "１");
      sheet.text(Face.MINCHO, 10, 50, 40, "２");
    });

    try (PDDocument document = Loader.loadPDF(paper.toBytes("見本", THEN))) {
      PDFMarkedContentExtractor marked = new PDFMarkedContentExtractor();
      marked.processPage(document.getPage(0));
      Map<Integer, String> texts =
          marked.getMarkedContents().stream()
              .filter(content -> content.getMCID() >= 0)
              .collect(Collectors.toMap(PDMarkedContent::getMCID, PdfPaperTest::textOf));
      PDStructureElement whole =
          (PDStructureElement)
              document.getDocumentCatalog().getStructureTreeRoot().getKids().getFirst();
      PDStructureElement section = (PDStructureElement) whole.getKids().getFirst();

      assertThat(section.getKids())
          .extracting(kid -> texts.get(((PDStructureElement) kid).getKids().getFirst()))
          .containsExactly("氏名", "１２");
    }
  }

  private static String textOf(PDMarkedContent content) {
    return content.getContents().stream()
        .map(one -> ((TextPosition) one).getUnicode())
        .collect(Collectors.joining());
  }

  @Test
  void aPageOfAnotherPdfLiesUnderTheText() throws IOException {
    byte[] printed = paperWith("印刷済").toBytes("見本", THEN);
    PdfPaper paper = new PdfPaper(FONTS);
    PdfSheet sheet = paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM);
    paper.paintBackground(sheet, new BackgroundPage(printed, 0));
    sheet.text(Face.MINCHO, 10, 20, 60, "記入");

    assertThat(textOf(paper.toBytes("見本", THEN))).isEqualTo("印刷済\n記入");
  }

  @Test
  void everyMissingFontFileIsNamed() {
    FontPaths nowhere =
        new FontPaths(
            Path.of("no/mincho.ttf"),
            Path.of("no/gothic.ttf"),
            List.of(),
            DEBIAN.latin(),
            DEBIAN.chinese(),
            DEBIAN.korean(),
            DEBIAN.devanagari());

    assertThatThrownBy(() -> PaperFonts.open(nowhere))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no/mincho.ttf")
        .hasMessageContaining("no/gothic.ttf")
        .hasMessageContaining("fonts-ipamj-mincho");
  }

  @Test
  void aFileThatIsNoTrueTypeFontIsNamed() throws IOException {
    Path notAFont = Files.createTempFile("not-a-font", ".ttf");
    Files.writeString(notAFont, "not a font at all");

    FontPaths paths =
        new FontPaths(
            notAFont,
            DEBIAN.gothic(),
            List.of(),
            DEBIAN.latin(),
            DEBIAN.chinese(),
            DEBIAN.korean(),
            DEBIAN.devanagari());

    assertThatThrownBy(() -> PaperFonts.open(paths))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(notAFont.toString());
  }

  private static PdfPaper paperWith(String text) {
    PdfPaper paper = new PdfPaper(FONTS);
    paper.addSheet(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM).text(Face.MINCHO, 12, 20, 40, text);
    return paper;
  }

  private static String textOf(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).strip();
    }
  }
}
