package jp.frontdesk.samples.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.frontdesk.samples.paper.FormTemplate.Align;
import jp.frontdesk.samples.paper.FormTemplate.Cell;
import jp.frontdesk.samples.paper.FormTemplate.Line;
import jp.frontdesk.samples.paper.FormTemplate.Row;
import jp.frontdesk.samples.paper.FormTemplate.Rule;
import jp.frontdesk.samples.paper.FormTemplate.Table;

/// Reads layouts from the resources `samples/layouts/ID.yaml`.
public final class TemplateReader {
  private TemplateReader() {}

  /// The layout of that name.
  ///
  /// @throws IllegalArgumentException when there is none
  public static FormTemplate read(String id) {
    String resource = "/samples/layouts/" + id + ".yaml";
    try (InputStream in = TemplateReader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("no layout named " + id);
      }
      return template(id, new YAMLMapper().readTree(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static FormTemplate template(String id, JsonNode node) {
    Table member = table(node.path("member"));
    Table detail = table(node.path("detail"));
    return new FormTemplate(
        id,
        node.path("landscape").asBoolean(false),
        node.path("margin").asDouble(14),
        node.path("membersPerPage").asInt(4),
        node.path("membersAcross").asInt(1),
        node.path("fillsSheet").asBoolean(false),
        styles(node.path("styles")),
        lines(node.path("top")),
        table(node.path("header")),
        table(node.path("memberHeader")),
        member,
        node.has("foreignMember") ? table(node.path("foreignMember")) : member,
        table(node.path("detailHeader")),
        detail,
        node.has("foreignDetail") ? table(node.path("foreignDetail")) : detail,
        lines(node.path("bottom")),
        node.path("continued").asText("（{page}／{pages}）次頁へ続く"));
  }

  private static List<PrintStyle> styles(JsonNode nodes) {
    List<PrintStyle> styles = new ArrayList<>();
    for (JsonNode node : nodes) {
      styles.add(
          new PrintStyle(
              node.path("space").asText("　"),
              node.path("fullWidthDigits").asBoolean(false),
              DateStyle.valueOf(node.path("dates").asText("plain").toUpperCase(Locale.ROOT)),
              node.path("gannen").asBoolean(true),
              node.path("groups").asBoolean(false),
              node.path("halfWidthKana").asBoolean(false)));
    }
    return styles;
  }

  private static List<Line> lines(JsonNode nodes) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode node : nodes) {
      lines.add(
          new Line(
              node.path("text").asText(),
              node.path("size").asDouble(10),
              align(node).orElse(Align.LEFT),
              node.path("before").asDouble(0),
              node.path("inset").asDouble(0),
              node.path("seal").asBoolean(false)));
    }
    return lines;
  }

  private static Table table(JsonNode node) {
    List<Double> columns = new ArrayList<>();
    node.path("columns").forEach(c -> columns.add(c.asDouble()));
    List<Row> rows = new ArrayList<>();
    for (JsonNode row : node.path("rows")) {
      List<Cell> cells = new ArrayList<>();
      row.path("cells").forEach(c -> cells.add(cell(c)));
      rows.add(new Row(row.path("height").asDouble(6.3), cells));
    }
    return new Table(
        Rule.valueOf(node.path("rule").asText("solid").toUpperCase(Locale.ROOT)),
        node.path("before").asDouble(0),
        columns,
        rows);
  }

  private static Cell cell(JsonNode node) {
    boolean label = node.has("label");
    return new Cell(
        node.path(label ? "label" : "value").asText(),
        node.path("caption").asText(),
        label,
        node.path("columns").asInt(1),
        node.path("rows").asInt(1),
        node.path("size").asDouble(label ? 9 : 10),
        node.path("vertical").asBoolean(false),
        node.path("wrap").asBoolean(false),
        align(node));
  }

  private static Optional<Align> align(JsonNode node) {
    return node.has("align")
        ? Optional.of(Align.valueOf(node.path("align").asText().toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }
}
