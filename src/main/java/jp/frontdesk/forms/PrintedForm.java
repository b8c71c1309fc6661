package jp.frontdesk.forms;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.frontdesk.paper.BackgroundPage;
import jp.frontdesk.paper.MmBox;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;

/// A page of a town's own form as it lies under what the desk prints. Its fields are taken for
/// their places only; none gets into the filled form.
///
/// @param fields the rectangle of each named field on the page, millimetres from its upper left
///   corner; a field with several rectangles counts as `NAME.1`, `NAME.2` and so on as well
record PrintedForm(
    BackgroundPage page, double widthMm, double heightMm, Map<String, MmBox> fields) {
  private static final double MM_PER_PT = 25.4 / 72;

  PrintedForm {
    fields = Map.copyOf(fields);
  }

  /// Reads `background: file.pdf` (its first page) or `background: file.pdf 2` (its second). The
  /// file lies beside the description.
  static Optional<PrintedForm> read(YamlPart part, Path description) {
    Optional<String> text = part.findText("background");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    String[] words = text.get().split(" ", 2);
    Path pdf = description.resolveSibling(words[0]);
    if (!words[0].matches("[\\w-]+\\.pdf")) {
      part.fault("the background lies in the form's own folder");
      return Optional.empty();
    }
    try {
      byte[] bytes = Files.readAllBytes(pdf);
      int number = words.length < 2 ? 1 : Integer.parseInt(words[1].strip());
      try (PDDocument document = Loader.loadPDF(bytes)) {
        if (number >= 1 && number <= document.getNumberOfPages()) {
          return Optional.of(of(document, bytes, number - 1));
        }
      }
      part.fault("the background has no page " + number);
    } catch (IOException | NumberFormatException broken) {
      part.fault("the background " + words[0] + " is no readable PDF");
    }
    return Optional.empty();
  }

  private static PrintedForm of(PDDocument document, byte[] bytes, int index) {
    PDPage page = document.getPage(index);
    PDRectangle sheet = page.getCropBox();
    boolean isTurned = page.getRotation() % 180 != 0;
    double width = (isTurned ? sheet.getHeight() : sheet.getWidth()) * MM_PER_PT;
    double height = (isTurned ? sheet.getWidth() : sheet.getHeight()) * MM_PER_PT;
    Map<String, MmBox> fields =
        page.getRotation() == 0 ? fieldsOn(document, page, sheet) : Map.of();
    return new PrintedForm(new BackgroundPage(bytes, index), width, height, fields);
  }

  private static Map<String, MmBox> fieldsOn(PDDocument document, PDPage page, PDRectangle sheet) {
    Map<String, MmBox> fields = new TreeMap<>();
    PDAcroForm form = document.getDocumentCatalog().getAcroForm();
    if (form == null) {
      return fields;
    }
    for (PDField field : form.getFieldTree()) {
      int place = 0;
      for (PDAnnotationWidget widget : field.getWidgets()) {
        place++;
        if (isOn(page, widget)) {
          MmBox box = boxOf(widget.getRectangle(), sheet);
          fields.putIfAbsent(field.getFullyQualifiedName(), box);
          fields.put(field.getFullyQualifiedName() + "." + place, box);
        }
      }
    }
    return fields;
  }

  private static boolean isOn(PDPage page, PDAnnotationWidget widget) {
    try {
      return page.getAnnotations().contains(widget);
    } catch (IOException broken) {
      return false;
    }
  }

  private static MmBox boxOf(PDRectangle field, PDRectangle sheet) {
    return new MmBox(
        (field.getLowerLeftX() - sheet.getLowerLeftX()) * MM_PER_PT,
        (sheet.getUpperRightY() - field.getUpperRightY()) * MM_PER_PT,
        field.getWidth() * MM_PER_PT,
        field.getHeight() * MM_PER_PT);
  }
}
