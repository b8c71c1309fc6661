package jp.frontdesk.guide.floors;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a floor plan from a small part of SVG. A plan comes from somewhere else, so everything not
/// on the list is a fault with its line: scripts, styles, links, pictures, other documents,
/// transformations, entities.
public final class FloorPlanReader {
  /// A file is not larger, in bytes.
  static final int LARGEST = 256 * 1024;

  /// A plan has no more shapes.
  static final int MOST_SHAPES = 3000;

  private static final String SVG = "http://www.w3.org/2000/svg";
  private static final Set<String> PAINT = Set.of("fill", "stroke", "stroke-width", "id");
  private static final Map<String, Set<String>> ALLOWED =
      Map.of(
          "svg", Set.of("viewBox", "width", "height", "version"),
          "g", Set.of("id"),
          "title", Set.of("id"),
          "desc", Set.of("id"),
          "rect", with("x", "y", "width", "height"),
          "line", with("x1", "y1", "x2", "y2"),
          "polyline", with("points"),
          "polygon", with("points"),
          "path", with("d"),
          "text", Set.of("id", "x", "y", "font-size", "text-anchor"));

  private final Path file;
  private final List<String> faults = new ArrayList<>();
  private final List<PlanShape> shapes = new ArrayList<>();
  private double width;
  private double height;

  /// What came of a file.
  ///
  /// @param plan empty where anything is wrong
  /// @param faults each with file and line
  public record Result(Optional<FloorPlan> plan, List<String> faults) {
    public Result {
      faults = List.copyOf(faults);
    }
  }

  private FloorPlanReader(Path file) {
    this.file = file;
  }

  private static Set<String> with(String... own) {
    Set<String> names = new java.util.HashSet<>(PAINT);
    names.addAll(List.of(own));
    return Set.copyOf(names);
  }

  /// Reads and checks a file.
  public static Result read(Path file) {
    FloorPlanReader reader = new FloorPlanReader(file);
    reader.readAll();
    return new Result(
        reader.faults.isEmpty()
            ? Optional.of(new FloorPlan(reader.width, reader.height, reader.shapes))
            : Optional.empty(),
        reader.faults);
  }

  private void readAll() {
    try (InputStream bytes = Files.newInputStream(file)) {
      byte[] content = bytes.readNBytes(LARGEST + 1);
      if (content.length > LARGEST) {
        faults.add(file + ": is larger than " + LARGEST / 1024 + " KiB: leave details out");
        return;
      }
      readXml(new java.io.ByteArrayInputStream(content));
    } catch (IOException broken) {
      faults.add(file + ": cannot be read: " + broken.getClass().getSimpleName());
    }
  }

  private void readXml(InputStream content) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver((_, _, _, _) -> InputStream.nullInputStream());
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(content);
      while (xml.hasNext() && faults.size() < 20) {
        read(xml, xml.next());
      }
      if (faults.isEmpty() && width <= 0) {
        faults.add(file + ": has no svg element");
      }
    } catch (XMLStreamException broken) {
      int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNumber();
      faults.add(file + ":" + line + ": is not XML");
    }
  }

  private void read(XMLStreamReader xml, int event) throws XMLStreamException {
    int line = xml.getLocation().getLineNumber();
    switch (event) {
      case XMLStreamConstants.DTD -> fault(line, "a document type may not stand here");
      case XMLStreamConstants.ENTITY_REFERENCE -> fault(line, "an entity may not stand here");
      case XMLStreamConstants.PROCESSING_INSTRUCTION ->
          fault(line, "a processing instruction may not stand here");
      case XMLStreamConstants.START_ELEMENT -> element(xml, line);
      default -> {
        // spaces, comments and ends draw nothing
      }
    }
  }

  private void element(XMLStreamReader xml, int line) throws XMLStreamException {
    String name = xml.getLocalName();
    Set<String> allowed = SVG.equals(xml.getNamespaceURI()) ? ALLOWED.get(name) : null;
    if (allowed == null) {
      fault(
          line,
          "element '"
              + name
              + "' may not stand here: use rect, line, polyline, polygon, path and text");
      return;
    }
    Map<String, String> own = new TreeMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String attribute = xml.getAttributeLocalName(i);
      boolean isForeign =
          xml.getAttributeNamespace(i) != null && !xml.getAttributeNamespace(i).isEmpty();
      if (isForeign || !allowed.contains(attribute)) {
        fault(line, "attribute '" + attribute + "' of '" + name + "' may not stand here");
      } else {
        own.put(attribute, xml.getAttributeValue(i));
      }
    }
    switch (name) {
      case "svg" -> size(line, own);
      case "g" -> {}
      case "title", "desc" -> {
        String _ = xml.getElementText();
      }
      default -> draw(xml, name, line, own);
    }
  }

  private void size(int line, Map<String, String> own) {
    String[] box = own.getOrDefault("viewBox", "").strip().split("[ ,]+", -1);
    if (width > 0) {
      fault(line, "a second svg element may not stand here");
    } else if (box.length != 4 || !box[0].equals("0") || !box[1].equals("0")) {
      fault(line, "viewBox is four numbers, the first two 0: '0 0 180 110'");
    } else {
      PlanNumbers numbers = new PlanNumbers(own);
      width = numbers.parse(box[2]);
      height = numbers.parse(box[3]);
      if (!numbers.faults().isEmpty() || width < 10 || height < 10) {
        fault(line, "viewBox has a width and a height of 10 or more");
        width = 10;
      }
    }
  }

  private void draw(XMLStreamReader xml, String name, int line, Map<String, String> own)
      throws XMLStreamException {
    if (width <= 0) {
      fault(line, "'" + name + "' stands outside of svg");
      return;
    }
    PlanNumbers numbers = new PlanNumbers(own);
    List<PlanShape> drawn =
        name.equals("text")
            ? List.of(PlanShapes.words(numbers, xml.getElementText()))
            : PlanShapes.of(name, numbers);
    numbers.faults().forEach(fault -> fault(line, fault));
    shapes.addAll(drawn);
    if (shapes.size() > MOST_SHAPES) {
      fault(line, "the plan has more than " + MOST_SHAPES + " shapes: leave details out");
      shapes.clear();
    }
  }

  private void fault(int line, String what) {
    faults.add(file + ":" + line + ": " + what);
  }
}
