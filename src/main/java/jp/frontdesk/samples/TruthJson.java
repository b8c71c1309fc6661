package jp.frontdesk.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import jp.frontdesk.samples.paper.PrintedPage;
import jp.frontdesk.samples.scan.Point;
import jp.frontdesk.samples.scan.Quad;

/// Writes the truth about a paper as `ID.truth.json`, in the schema of the shared samples: `fields
/// {path: {value, type, norm}}` and for each page the quads of its lines and cells in image pixels.
final class TruthJson {
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private TruthJson() {}

  static String of(GeneratedCertificate c, String id) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schema", "frontdesk-sample/1");
    root.put("id", id);
    root.put("kind", c.kind().word());
    ObjectNode expect = root.putObject("expect").put("document_type", c.kind().documentType());
    ArrayNode blank = expect.putArray("blank_required");
    c.blankCells().forEach(path -> blank.add(path.toString()));
    expect.putArray("warnings");
    root.put("layout", c.layout());
    root.put("font", c.font());
    root.put("level", c.level().word());
    root.put("copy_guard", c.hasGuard());
    root.put("foreign", c.isForeign());
    root.put("member_count", c.members());
    ArrayNode pages = root.putArray("pages");
    for (int i = 0; i < c.pages().size(); i++) {
      addPage(pages.addObject(), c, id, i);
    }
    ObjectNode fields = root.putObject("fields");
    c.fields()
        .forEach((path, printed) -> {
          ObjectNode field = fields.putObject(path.toString());
          field.put("value", printed.value());
          field.put("type", path.field().kind().name().toLowerCase(Locale.ROOT));
          printed.norm().ifPresent(day -> field.put("norm", day.toString()));
        });
    try {
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void addPage(ObjectNode node, GeneratedCertificate c, String id, int index) {
    GeneratedPage page = c.pages().get(index);
    node.put("page", index + 1);
    node.put("file", c.fileName(id, index));
    node.put("width", page.width());
    node.put("height", page.height());
    node.put("dpi", page.dpi());
    node.put("rotation", page.rotation());
    node.put("skew_deg", page.skewDegrees());
    node.put("text", page.text());
    ArrayNode boxes = node.putArray("boxes");
    for (PrintedPage.Box box : page.boxes()) {
      ObjectNode entry = boxes.addObject();
      entry.put("path", box.path().toString());
      ArrayNode lines = entry.putArray("lines");
      box.lines().forEach(q -> addQuad(lines.addArray(), q));
      box.cell().ifPresent(q -> addQuad(entry.putArray("cell"), q));
    }
  }

  private static void addQuad(ArrayNode node, Quad quad) {
    for (Point p : quad.corners()) {
      node.addArray().add(tenths(p.x())).add(tenths(p.y()));
    }
  }

  private static double tenths(double pixels) {
    return Math.round(pixels * 10) / 10.0;
  }
}
