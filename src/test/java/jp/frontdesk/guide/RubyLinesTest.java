package jp.frontdesk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.TextStyle;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Readings stand above their words, also where a line breaks.
class RubyLinesTest {
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());

  /// Every character drawn, with where it stands.
  private static List<TextPosition> drawn(byte[] pdf) throws IOException {
    List<TextPosition> all = new ArrayList<>();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDFTextStripper text =
          new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition position) {
              all.add(position);
            }
          };
      String _ = text.getText(document);
    }
    return all;
  }

  private static TextPosition only(List<TextPosition> all, String character) {
    return all.stream().filter(p -> p.getUnicode().equals(character)).findFirst().orElseThrow();
  }

  @Test
  void smallKanaStandOverTheMiddleOfTheirWordOnEveryLine() throws IOException {
    TextStyle style =
        new TextStyle(Face.GOTHIC, 10, 10, TextStyle.Align.LEFT, TextStyle.VAlign.TOP);
    RubyLines lines = RubyLines.of(FONTS, style, 40, "この 役所《ヤクショ》では できません。窓口《マドグチ》に", false);
    PdfPaper paper = new PdfPaper(FONTS);
    lines.draw(paper.addSheet(100, 50), new MmBox(10, 10, 40, lines.heightMm()));

    byte[] pdf = paper.toBytes("見本", Instant.EPOCH);

    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
    assertThat(lines.fitted().lines()).hasSize(2);
    List<TextPosition> all = drawn(pdf);
    for (String[] word : new String[][] {{"役", "所", "ヤ", "ョ"}, {"窓", "口", "マ", "チ"}}) {
      TextPosition first = only(all, word[0]);
      TextPosition last = only(all, word[1]);
      TextPosition kana = only(all, word[2]);
      TextPosition lastKana = only(all, word[3]);
      double middle = (first.getX() + last.getX() + last.getWidth()) / 2;
      double middleOfKana = (kana.getX() + lastKana.getX() + lastKana.getWidth()) / 2;
      assertThat(middleOfKana).isBetween(middle - 0.5, middle + 0.5);
      assertThat(kana.getFontSizeInPt()).isEqualTo(5);
      assertThat(first.getY() - kana.getY()).isBetween(8f, 11f);
    }
    assertThat(only(all, "窓").getY() - only(all, "役").getY()).isGreaterThan(16);
  }

  @Test
  void longReadingsNeverTouchEachOther() throws IOException {
    TextStyle style =
        new TextStyle(Face.GOTHIC, 10, 10, TextStyle.Align.LEFT, TextStyle.VAlign.TOP);
    RubyLines lines = RubyLines.of(FONTS, style, 80, EasyDay.of(LocalDate.of(2026, 6, 30)), false);
    PdfPaper paper = new PdfPaper(FONTS);
    lines.draw(paper.addSheet(100, 50), new MmBox(10, 10, 80, lines.heightMm()));

    List<TextPosition> kana =
        drawn(paper.toBytes("見本", Instant.EPOCH)).stream()
            .filter(position -> position.getFontSizeInPt() == 5)
            .sorted(Comparator.comparingDouble(TextPosition::getX))
            .toList();

    assertThat(kana.stream().map(TextPosition::getUnicode).collect(Collectors.joining()))
        .isEqualTo("ねんろくがつさんじゅうにちか");
    for (int i = 1; i < kana.size(); i++) {
      TextPosition before = kana.get(i - 1);
      assertThat(kana.get(i).getX())
          .isGreaterThanOrEqualTo(before.getX() + before.getWidth() - 0.1f);
    }
  }

  @Test
  void whatHasNoReadingTakesNoMoreRoomThanBefore() {
    TextStyle style =
        new TextStyle(Face.GOTHIC, 10, 10, TextStyle.Align.LEFT, TextStyle.VAlign.TOP);

    RubyLines plain = RubyLines.of(FONTS, style, 100, "窓口", false);
    RubyLines read = RubyLines.of(FONTS, style, 100, "窓口《まどぐち》", false);

    assertThat(plain.heightMm()).isEqualTo(plain.fitted().heightMm());
    assertThat(read.heightMm()).isGreaterThan(plain.heightMm() * 1.5);
    assertThat(read.fitted()).isEqualTo(plain.fitted());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026年《ねん》 ｜4月《しがつ》 ｜1日《ついたち》（水《すい》）",
    "2026-07-14, 2026年《ねん》 ｜7月《しちがつ》 ｜14日《じゅうよっか》（火《か》）",
    "2026-09-20, 2026年《ねん》 ｜9月《くがつ》 ｜20日《はつか》（日《にち》）",
    "2026-12-24, 2026年《ねん》 ｜12月《じゅうにがつ》 ｜24日《にじゅうよっか》（木《もく》）",
    "2026-10-31, 2026年《ねん》 ｜10月《じゅうがつ》 ｜31日《さんじゅういちにち》（土《ど》）",
    "2026-11-08, 2026年《ねん》 ｜11月《じゅういちがつ》 ｜8日《ようか》（日《にち》）"
  })
  void aDaySaysHowItIsRead(LocalDate day, String written) {
    assertThat(EasyDay.of(day)).isEqualTo(written);
  }
}
