package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jp.frontdesk.guide.floors.FloorPlanReader;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.MmPoint;
import jp.frontdesk.paper.PaperFonts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GuidePdfTest {
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());
  private static final String TAKEN = "1 見本課 １階 見本の手続き 2026-04-15まで\n".repeat(8);

  @ParameterizedTest
  @EnumSource
  void everyProcedureStaysWholeAndNoCounterStandsAlone(GuidePdf.Size size) throws IOException {
    byte[] pdf = GuidePdf.draw(FONTS, guide(9), size, Instant.EPOCH);

    List<String> pages = pagesOf(pdf);

    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    assertThat(pages).hasSizeGreaterThan(2);
    for (int stop = 1; stop <= 9; stop++) {
      for (int task = 1; task <= 2; task++) {
        String name = "見本の手続き" + stop + "の" + task;
        assertThat(pages)
            .filteredOn(page -> page.contains(name))
            .singleElement()
            .asString()
            .contains("見本法 第" + stop + "条の" + task);
      }
      String counter = "見本課" + stop + "番窓口";
      String first = "見本の手続き" + stop + "の1";
      assertThat(pages)
          .filteredOn(page -> page.contains(counter))
          .singleElement()
          .asString()
          .contains(first);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theCodeOnTheLastPageSaysTheWholeList(GuidePdf.Size size) throws Exception {
    byte[] pdf = GuidePdf.draw(FONTS, guide(2), size, Instant.EPOCH);

    try (PDDocument document = Loader.loadPDF(pdf)) {
      BufferedImage page =
          new PDFRenderer(document).renderImageWithDPI(document.getNumberOfPages() - 1, 200);
      int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
      String read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                  Map.of(DecodeHintType.TRY_HARDER, true))
              .getText();

      assertThat(read).isEqualTo(TAKEN);
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFloorPlansStandBeforeTheCodesEachWholeWithItsStopsInWords(GuidePdf.Size size)
      throws IOException {
    List<GuidePaper.FloorMap> maps = List.of(map("main-1", 1, 3), map("annex-1", 4, 4));

    byte[] pdf = GuidePdf.draw(FONTS, guide(4, maps), size, Instant.EPOCH);

    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    List<String> pages = pagesOf(pdf);
    for (GuidePaper.FloorMap map : maps) {
      assertThat(pages)
          .filteredOn(page -> page.contains(map.caption()))
          .singleElement()
          .asString()
          .contains("見本のフロア図（架空の庁舎）")
          .contains(
              map.marks().stream().map(mark -> mark.number() + "　" + mark.counter()).toList());
    }
    Files.createDirectories(Path.of("target/pages"));
    Files.write(Path.of("target/pages/guide-maps-" + size + ".pdf"), pdf);
  }

  private static GuidePaper.FloorMap map(String plan, int first, int last) {
    return new GuidePaper.FloorMap(
        "見本庁舎 " + plan,
        FloorPlanReader.read(Path.of("kiosk-config/common/floors/" + plan + ".svg"))
            .plan()
            .orElseThrow(),
        IntStream.rangeClosed(first, last)
            .mapToObj(number ->
                new GuidePaper.Mark(number, new MmPoint(30 * number, 40), "見本課" + number, "見本の場所"))
            .toList());
  }

  private static List<String> pagesOf(byte[] pdf) throws IOException {
    List<String> pages = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper text = new PDFTextStripper();
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        text.setStartPage(page);
        text.setEndPage(page);
        pages.add(text.getText(document));
      }
    }
    return pages;
  }

  private static GuidePaper guide(int stops) {
    return guide(stops, List.of());
  }

  private static GuidePaper guide(int stops, List<GuidePaper.FloorMap> maps) {
    return new GuidePaper(
        "ja",
        Face.GOTHIC,
        "手続・窓口のご案内",
        "架空町　受付番号 012　2026年4月6日",
        "上から順にまわってください。",
        new GuidePaper.Words(
            "いつまで", "持ってくるもの", "おくれると", "書類", "きまり", "この一覧を持ち帰れます。", "フロア図", "数字は順番です。"),
        IntStream.rangeClosed(1, stops).mapToObj(GuidePdfTest::stop).toList(),
        maps,
        "窓口の職員の説明が正しいものです。",
        List.of(TAKEN));
  }

  private static GuidePaper.Stop stop(int number) {
    return new GuidePaper.Stop(
        "見本課" + number + "番窓口", "", "1階", "8:30–17:15", List.of(task(number, 1), task(number, 2)));
  }

  private static GuidePaper.Task task(int stop, int number) {
    return new GuidePaper.Task(
        "見本の手続き" + stop + "の" + number,
        "",
        "見本の人のための手続きです。",
        "2026年4月15日（水）まで",
        List.of("本人確認書類", "見本の証明書", "見本の通帳", "見本の手帳"),
        "おくれると、見本の手当が出ない月があります。".repeat(2),
        List.of("見本届"),
        "見本法 第" + stop + "条の" + number,
        /* isMaybe= */ number == 2);
  }
}
