package jp.frontdesk.paper;

import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/// The structure tree of a document (ISO 32000-1 14.7): a section for each sheet, a paragraph for
/// each of its texts.
final class TextTags {
  private static final COSName STRUCT_ELEM = COSName.getPDFName("StructElem");
  private static final COSName SECTION = COSName.getPDFName("Sect");
  private static final COSName PARAGRAPH = COSName.getPDFName("P");

  private TextTags() {}

  /// Adds the tree.
  ///
  /// @param texts how many texts each page has, in the order of the pages
  static void add(PDDocument document, List<Integer> texts) {
    COSDictionary root = new COSDictionary();
    root.setItem(COSName.TYPE, COSName.getPDFName("StructTreeRoot"));
    COSDictionary whole = element(COSName.getPDFName("Document"), root);
    COSArray sections = new COSArray();
    COSArray parents = new COSArray();
    for (int page = 0; page < texts.size(); page++) {
      PDPage sheet = document.getPage(page);
      COSDictionary section = element(SECTION, whole);
      section.setItem(COSName.PG, sheet.getCOSObject());
      COSArray paragraphs = new COSArray();
      for (int text = 0; text < texts.get(page); text++) {
        COSDictionary paragraph = element(PARAGRAPH, section);
        paragraph.setItem(COSName.PG, sheet.getCOSObject());
        paragraph.setItem(COSName.K, COSInteger.get(text));
        paragraphs.add(paragraph);
      }
      section.setItem(COSName.K, paragraphs);
      sections.add(section);
      sheet.getCOSObject().setInt(COSName.STRUCT_PARENTS, page);
      parents.add(COSInteger.get(page));
      parents.add(new COSArray(paragraphs.toList()));
    }
    whole.setItem(COSName.K, sections);
    root.setItem(COSName.K, whole);
    COSDictionary parentTree = new COSDictionary();
    parentTree.setItem(COSName.NUMS, parents);
    root.setItem(COSName.PARENT_TREE, parentTree);
    root.setInt(COSName.PARENT_TREE_NEXT_KEY, texts.size());
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    catalog.setItem(COSName.STRUCT_TREE_ROOT, root);
    COSDictionary marks = new COSDictionary();
    marks.setBoolean("Marked", true);
    catalog.setItem(COSName.MARK_INFO, marks);
  }

  private static COSDictionary element(COSName type, COSDictionary parent) {
    COSDictionary element = new COSDictionary();
    element.setItem(COSName.TYPE, STRUCT_ELEM);
    element.setItem(COSName.S, type);
    element.setItem(COSName.P, parent);
    return element;
  }
}
