package jp.frontdesk.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/// The JSON line of `frontdesk read` for one certificate. This form is a contract with other
/// programs.
final class ReadingLine {
  private ReadingLine() {}

  static String of(String id, long elapsedMs, CertificateReading certificate) {
    ObjectNode root = ReadingJson.mapper().createObjectNode();
    root.put("id", id).put("ms", elapsedMs);
    ArrayNode pages = root.putArray("pages");
    for (PageReading page : certificate.pages()) {
      pages
          .addObject()
          .put("page", page.page())
          .put("rotation", page.rotationDegrees())
          .put("layout", page.layout());
    }
    root.put("document_type", certificate.documentType().word());
    ObjectNode fields = root.putObject("fields");
    for (FieldReading field : certificate.fields()) {
      addField(fields.putObject(field.path().toString()), field);
    }
    ArrayNode warnings = root.putArray("warnings");
    for (ReadingWarning warning : certificate.warnings()) {
      warnings.addObject().put("code", warning.code()).put("message", warning.message());
    }
    try {
      return ReadingJson.mapper().writeValueAsString(root);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static void addField(ObjectNode node, FieldReading field) {
    node.put("value", field.value())
        .put("confidence", Math.round(field.confidence() * 100) / 100.0)
        .put("needs_review", field.needsReview());
    node.putArray("reasons").addAll(texts(field.reasons()));
    node.putArray("candidates").addAll(texts(field.candidates()));
    Box box = field.box();
    node.put("page", field.page())
        .putArray("box")
        .add(box.x())
        .add(box.y())
        .add(box.width())
        .add(box.height());
  }

  private static ArrayNode texts(Iterable<String> texts) {
    ArrayNode array = ReadingJson.mapper().createArrayNode();
    texts.forEach(array::add);
    return array;
  }
}
