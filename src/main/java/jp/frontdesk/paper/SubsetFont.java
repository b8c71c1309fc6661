package jp.frontdesk.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// The part of one font that one document uses: gives glyphs their codes while the pages are drawn,
/// then writes the font dictionary (Type0 over CIDFontType2, ISO 32000-1 9.7). `ToUnicode` keeps
/// the variation selector, so that copied text and screen readers get the same code points.
///
/// Codes are counted in the order of first use; a glyph that stands for two texts gets two codes.
final class SubsetFont {
  private record Use(int glyph, String text) {}

  private final FontFile font;
  private final Map<Use, Integer> codes = new LinkedHashMap<>();

  SubsetFont(FontFile font) {
    this.font = font;
  }

  /// The code of a glyph in this document, from 1.
  int codeOf(int glyph, String text) {
    return codes.computeIfAbsent(new Use(glyph, text), use -> codes.size() + 1);
  }

  /// See [FontFile#widthOf(int)].
  int widthOf(int glyph) {
    return font.widthOf(glyph);
  }

  boolean isUsed() {
    return !codes.isEmpty();
  }

  /// The font dictionary with its embedded program.
  COSDictionary toDictionary(PDDocument document) throws IOException {
    List<Integer> glyphs = new ArrayList<>();
    glyphs.add(0);
    codes.keySet().forEach(use -> glyphs.add(use.glyph()));
    byte[] program = TrueTypeSubset.of(font, glyphs);
    COSName name = COSName.getPDFName(tagOf(program) + "+" + font.name());

    COSDictionary descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
    descendant.setItem(COSName.BASE_FONT, name);
    descendant.setItem(COSName.CIDSYSTEMINFO, identitySystem());
    descendant.setItem(COSName.FONT_DESC, descriptor(name, programStream(document, program)));
    descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
    descendant.setItem(COSName.W, widths(glyphs));

    COSArray descendants = new COSArray();
    descendants.add(descendant);
    COSDictionary dictionary = new COSDictionary();
    dictionary.setItem(COSName.TYPE, COSName.FONT);
    dictionary.setItem(COSName.SUBTYPE, COSName.TYPE0);
    dictionary.setItem(COSName.BASE_FONT, name);
    dictionary.setItem(COSName.ENCODING, COSName.IDENTITY_H);
    dictionary.setItem(COSName.DESCENDANT_FONTS, descendants);
    byte[] toUnicode = toUnicode().getBytes(StandardCharsets.US_ASCII);
    dictionary.setItem(COSName.TO_UNICODE, stream(document, toUnicode));
    return dictionary;
  }

  private COSDictionary descriptor(COSName name, PDStream program) {
    ByteBuffer head = ByteBuffer.wrap(font.tableBytes("head"));
    ByteBuffer hhea = ByteBuffer.wrap(font.tableBytes("hhea"));
    COSArray box = new COSArray();
    for (int at = 36; at < 44; at += 2) {
      box.add(COSInteger.get(perMille(head.getShort(at))));
    }
    COSDictionary descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setItem(COSName.FONT_NAME, name);
    descriptor.setInt(COSName.FLAGS, 4);
    descriptor.setItem(COSName.FONT_BBOX, box);
    descriptor.setInt(COSName.ITALIC_ANGLE, 0);
    descriptor.setInt(COSName.ASCENT, perMille(hhea.getShort(4)));
    descriptor.setInt(COSName.DESCENT, perMille(hhea.getShort(6)));
    descriptor.setInt(COSName.CAP_HEIGHT, 700);
    descriptor.setInt(COSName.STEM_V, 80);
    descriptor.setItem(COSName.FONT_FILE2, program);
    return descriptor;
  }

  private int perMille(short units) {
    return Math.round(units * 1000f / font.unitsPerEm());
  }

  private COSArray widths(List<Integer> glyphs) {
    COSArray inner = new COSArray();
    glyphs.forEach(glyph -> inner.add(COSInteger.get(font.widthOf(glyph))));
    COSArray widths = new COSArray();
    widths.add(COSInteger.ZERO);
    widths.add(inner);
    return widths;
  }

  private String toUnicode() {
    StringBuilder map =
        new StringBuilder(
            """
            /CIDInit /ProcSet findresource begin
            12 dict begin
            begincmap
            /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
            /CMapName /Adobe-Identity-UCS def
            /CMapType 2 def
            1 begincodespacerange
            <0000> <FFFF>
            endcodespacerange
            """);
    List<Map.Entry<Use, Integer>> entries = List.copyOf(codes.entrySet());
    for (int start = 0; start < entries.size(); start += 100) {
      List<Map.Entry<Use, Integer>> block =
          entries.subList(start, Math.min(start + 100, entries.size()));
      map.append(block.size()).append(" beginbfchar\n");
      for (Map.Entry<Use, Integer> entry : block) {
        map.append("<%04X> <".formatted(entry.getValue()));
        entry.getKey().text().chars().forEach(unit -> map.append("%04X".formatted(unit)));
        map.append(">\n");
      }
      map.append("endbfchar\n");
    }
    return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
        .toString();
  }

  private static COSDictionary identitySystem() {
    COSDictionary system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("Identity"));
    system.setInt(COSName.SUPPLEMENT, 0);
    return system;
  }

  /// Six capital letters that differ where the subset differs (ISO 32000-1 9.6.4).
  private static String tagOf(byte[] program) {
    CRC32 checksum = new CRC32();
    checksum.update(program);
    StringBuilder tag = new StringBuilder();
    long rest = checksum.getValue();
    for (int i = 0; i < 6; i++) {
      tag.append((char) ('A' + rest % 26));
      rest /= 26;
    }
    return tag.toString();
  }

  private static PDStream programStream(PDDocument document, byte[] program) throws IOException {
    PDStream stream = stream(document, program);
    stream.getCOSObject().setInt(COSName.LENGTH1, program.length);
    return stream;
  }

  private static PDStream stream(PDDocument document, byte[] bytes) throws IOException {
    return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
  }
}
