package jp.frontdesk.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import jp.frontdesk.paper.ArchivePdf;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.GlyphRun;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.paper.PdfPaper;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextFitter;
import jp.frontdesk.paper.TextStyle;
import jp.frontdesk.review.ConfirmedFixtures;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CharacterPicturesTest {
  private static final PaperFonts FONTS = PaperFonts.open(FontPaths.debian());
  private static final TextStyle STYLE = TextStyle.left(Face.MINCHO, 40);
  private static final MmBox BOX = new MmBox(10, 10, 150, 20);

  @Test
  void aGetaInANameIsDrawnFromTheCrop() throws IOException, FontFormatException {
    byte[] crop = crop("渡邉　太郎", 44);
    CharacterPictures pictures = new CharacterPictures(Map.of("渡〓　太郎", crop));

    GlyphRun run = pictures.glyphsOf(FONTS, Face.MINCHO, "渡〓　太郎");

    assertThat(run.glyphs())
        .extracting(glyph -> glyph.picture().isPresent())
        .containsExactly(false, true, false, false, false);
    BufferedImage drawn = draw(run);
    BufferedImage right = draw(FONTS.glyphsOf(Face.MINCHO, "渡邉　太郎"));
    BufferedImage gap = draw(FONTS.glyphsOf(Face.MINCHO, "渡〓　太郎"));
    assertThat(sameInk(drawn, right)).isGreaterThan(0.85).isGreaterThan(sameInk(gap, right) + 0.08);
  }

  @Test
  void theTextUnderAPictureIsTheValuesOwn() throws IOException, FontFormatException {
    CharacterPictures pictures = new CharacterPictures(Map.of("花\uDB40\uDD11子", crop("花子", 44)));
    PdfPaper paper = new PdfPaper(FONTS);
    PdfSheet sheet = paper.addSheet(170, 40);
    sheet.draw(
        TextFitter.fit(pictures.glyphsOf(FONTS, Face.MINCHO, "花\uDB40\uDD11子"), BOX, STYLE)
            .orElseThrow(),
        BOX,
        STYLE);
    byte[] pdf = paper.toBytes("試し", Instant.EPOCH);

    assertThat(paper.missingGlyphs()).isEmpty();
    assertThat(paper.picturedGlyphs()).isEqualTo(1);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document)).contains("花\uDB40\uDD11子");
    }
    assertThat(ArchivePdf.faultsOf(pdf)).isEmpty();
  }

  @Test
  void nothingIsCutWhereTheInkDoesNotAgree() throws IOException, FontFormatException {
    CharacterPictures pictures = new CharacterPictures(Map.of("〓田　太郎左衛門", crop("邉田", 44)));

    GlyphRun run = pictures.glyphsOf(FONTS, Face.MINCHO, "〓田　太郎左衛門");

    assertThat(run.glyphs()).noneMatch(glyph -> glyph.picture().isPresent());
  }

  @Test
  void aValueThatIsNotTheCropsStaysAGap() throws IOException, FontFormatException {
    CharacterPictures pictures = new CharacterPictures(Map.of("渡〓　太郎", crop("渡邉　太郎", 44)));

    assertThat(pictures.glyphsOf(FONTS, Face.MINCHO, "〓部　花").glyphs())
        .noneMatch(glyph -> glyph.picture().isPresent());
    assertThat(pictures.glyphsOf(FONTS, Face.MINCHO, "世帯主 渡〓　太郎").glyphs().get(5).picture())
        .isPresent();
  }

  @Test
  void aGetaInVerticalTextIsDrawnFromTheCrop() throws IOException, FontFormatException {
    CharacterPictures pictures = new CharacterPictures(Map.of("渡〓　太郎", crop("渡邉　太郎", 44)));

    VerticalText down = vertical(pictures.glyphsOf(FONTS, Face.MINCHO, "渡〓　太郎"));
    BufferedImage drawn = draw(down);
    BufferedImage right = draw(vertical(FONTS.glyphsOf(Face.MINCHO, "渡邉　太郎")));
    BufferedImage gap = draw(vertical(FONTS.glyphsOf(Face.MINCHO, "渡〓　太郎")));

    assertThat(down.cells().get(1).glyph().picture()).isPresent();
    assertThat(down.cells().get(1).place().yMm()).isGreaterThan(down.cells().get(0).place().yMm());
    assertThat(sameInk(drawn, right)).isGreaterThan(0.85).isGreaterThan(sameInk(gap, right) + 0.08);
  }

  @Test
  void aFormSetsPicturesInItsVerticalItems(@TempDir Path folder)
      throws IOException, FontFormatException {
    Path form = Files.createDirectories(folder.resolve("forms/sample"));
    Files.writeString(
        form.resolve("form.yaml"),
        """
        title: 見本
        first:
          items:
            - {vertical: town.mayor, at: [100, 50, 12, 60], size: 20}
        """);
    FormTemplate template = FormLibrary.load(folder, folder).forms().getFirst();
    CharacterPictures pictures = new CharacterPictures(Map.of("渡〓町", crop("渡邉町", 44)));
    FormContext plain = Households.CONTEXT;
    FormContext context =
        new FormContext("", "渡〓町長", plain.kind(), plain.today(), false, pictures, Optional.empty());

    FilledForm filled = Households.FILLER.fill(template, ConfirmedFixtures.single(), context);

    assertThat(filled.missingGlyphs()).isEmpty();
    assertThat(filled.warnings())
        .extracting(FilledForm.Warning::code)
        .containsExactly("pictured_glyph");
    try (PDDocument document = Loader.loadPDF(filled.pdf())) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s", "")).contains("〓");
    }
    assertThat(ArchivePdf.faultsOf(filled.pdf())).isEmpty();
  }

  private static VerticalText vertical(GlyphRun run) {
    return VerticalText.fit(run, new MmBox(20, 5, 20, 100), STYLE).orElseThrow();
  }

  private static BufferedImage draw(VerticalText text) throws IOException {
    PdfPaper paper = new PdfPaper(FONTS);
    text.paint(paper.addSheet(60, 110), Face.MINCHO);
    try (PDDocument document = Loader.loadPDF(paper.toBytes("試し", Instant.EPOCH))) {
      return new PDFRenderer(document).renderImageWithDPI(0, 60);
    }
  }

  /// A value with half a line of paper around, as the reader makes it.
  private static byte[] crop(String text, int size) throws IOException, FontFormatException {
    Font font;
    try (var file = Files.newInputStream(mincho())) {
      font = Font.createFont(Font.TRUETYPE_FONT, file).deriveFont((float) size);
    }
    int width = text.length() * size + size;
    BufferedImage image = new BufferedImage(width, 2 * size, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D pen = image.createGraphics();
    pen.setColor(new Color(235, 235, 235));
    pen.fillRect(0, 0, width, 2 * size);
    pen.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    pen.setColor(Color.DARK_GRAY);
    pen.setFont(font);
    pen.drawString(text, size / 2, size / 2 + (int) (size * 0.88));
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(ImageIO.write(image, "png", out)).isTrue();
    return out.toByteArray();
  }

  private static Path mincho() {
    return FontPaths.debian().mincho();
  }

  private static BufferedImage draw(GlyphRun run) throws IOException {
    PdfPaper paper = new PdfPaper(FONTS);
    PdfSheet sheet = paper.addSheet(170, 40);
    sheet.draw(TextFitter.fit(run, BOX, STYLE).orElseThrow(), BOX, STYLE);
    try (PDDocument document = Loader.loadPDF(paper.toBytes("試し", Instant.EPOCH))) {
      return new PDFRenderer(document).renderImageWithDPI(0, 60);
    }
  }

  /// The ink of both as a part of the ink of either, within a dot.
  private static double sameInk(BufferedImage one, BufferedImage other) {
    long both = 0;
    long either = 0;
    for (int y = 1; y < one.getHeight() - 1; y++) {
      for (int x = 1; x < one.getWidth() - 1; x++) {
        boolean a = isDark(one, x, y);
        boolean b = isDark(other, x, y);
        either += a || b ? 1 : 0;
        both += (a && isNearDark(other, x, y)) || (b && isNearDark(one, x, y)) ? 1 : 0;
      }
    }
    return (double) both / either;
  }

  private static boolean isNearDark(BufferedImage image, int x, int y) {
    for (int v = y - 1; v <= y + 1; v++) {
      for (int u = x - 1; u <= x + 1; u++) {
        if (isDark(image, u, v)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDark(BufferedImage image, int x, int y) {
    return (image.getRGB(x, y) & 0xFF) < 150;
  }
}
