package jp.frontdesk.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/// A PDF in the making: sheets to draw on, embedded fonts, tagged text, no active content. It is a
/// PDF/A-2u (ISO 19005-2) unless a page of somebody else's PDF lies under it, whose fonts nobody
/// vouches for. The same drawing gives the same bytes. For one thread; the fonts behind it are
/// shared.
public final class PdfPaper {
  /// A4 upright.
  public static final double A4_WIDTH_MM = 210;

  /// A4 upright.
  public static final double A4_HEIGHT_MM = 297;

  private static final float PT_PER_MM = 72 / 25.4f;

  private final PaperFonts fonts;
  private final List<SubsetFont> subsets = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final AtomicInteger pictured = new AtomicInteger();
  private final List<PdfSheet> sheets = new ArrayList<>();
  private final List<BackgroundPage> backgrounds = new ArrayList<>();

  /// An empty document.
  public PdfPaper(PaperFonts fonts) {
    this.fonts = fonts;
    for (int i = 0; i < fonts.count(); i++) {
      subsets.add(new SubsetFont(fonts.font(i)));
    }
  }

  /// Adds a sheet at the end.
  public PdfSheet addSheet(double widthMm, double heightMm) {
    PdfSheet sheet = new PdfSheet(fonts, subsets, missing, pictured, widthMm, heightMm);
    sheets.add(sheet);
    return sheet;
  }

  /// The characters drawn so far that no font has, one for each place; 〓 stands there.
  public List<String> missingGlyphs() {
    return List.copyOf(missing);
  }

  /// How many characters drawn so far are pictures, as no font has them.
  public int picturedGlyphs() {
    return pictured.get();
  }

  /// The finished document.
  ///
  /// @param title shown by viewers; nothing personal
  /// @param createdAt goes into the file, so it has to come from the record, never from a clock
  public byte[] toBytes(String title, Instant createdAt) {
    List<PDDocument> sources = new ArrayList<>();
    try (PDDocument document = new PDDocument()) {
      PDResources resources = new PDResources();
      for (PdfSheet sheet : sheets) {
        document.addPage(pageOf(document, sheet, resources));
      }
      embedFonts(document, resources);
      for (int i = 0; i < backgrounds.size(); i++) {
        PDDocument source = Loader.loadPDF(backgrounds.get(i).pdf());
        sources.add(source);
        resources.put(
            COSName.getPDFName("B" + i),
            new LayerUtility(document).importPageAsForm(source, backgrounds.get(i).page()));
      }
      TextTags.add(document, sheets.stream().map(PdfSheet::textCount).toList());
      describe(document, title, createdAt);
      if (backgrounds.isEmpty()) {
        ArchiveMark.add(document, title, createdAt);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("the document cannot be written", e);
    } finally {
      sources.forEach(PdfPaper::close);
    }
  }

  /// Paints a page of another PDF under what the sheet gets next.
  public void paintBackground(PdfSheet sheet, BackgroundPage background) {
    if (!backgrounds.contains(background)) {
      backgrounds.add(background);
    }
    sheet.paintForm("B" + backgrounds.indexOf(background));
  }

  private static PDPage pageOf(PDDocument document, PdfSheet sheet, PDResources resources)
      throws IOException {
    PDPage page =
        new PDPage(
            new PDRectangle(
                (float) sheet.widthMm() * PT_PER_MM, (float) sheet.heightMm() * PT_PER_MM));
    page.setResources(resources);
    page.setContents(
        new PDStream(document, new ByteArrayInputStream(sheet.content()), COSName.FLATE_DECODE));
    return page;
  }

  private void embedFonts(PDDocument document, PDResources resources) throws IOException {
    COSDictionary dictionary = new COSDictionary();
    for (int i = 0; i < subsets.size(); i++) {
      if (subsets.get(i).isUsed()) {
        dictionary.setItem("F" + i, subsets.get(i).toDictionary(document));
      }
    }
    resources.getCOSObject().setItem(COSName.FONT, dictionary);
  }

  private void describe(PDDocument document, String title, Instant createdAt) {
    PDDocumentInformation facts = new PDDocumentInformation();
    facts.setTitle(title);
    facts.setProducer("Front Desk");
    GregorianCalendar created = GregorianCalendar.from(createdAt.atZone(ZoneOffset.UTC));
    facts.setCreationDate(created);
    facts.setModificationDate(created);
    document.setDocumentInformation(facts);
    document.getDocumentCatalog().setLanguage("ja-JP");
    PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
    preferences.setDisplayDocTitle(true);
    document.getDocumentCatalog().setViewerPreferences(preferences);
    document.setVersion(1.7f);
    CRC32 checksum = new CRC32();
    sheets.forEach(sheet -> checksum.update(sheet.content()));
    document.setDocumentId(checksum.getValue());
  }

  private static void close(PDDocument source) {
    try {
      source.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a background cannot be closed", e);
    }
  }
}
