package jp.frontdesk.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// The kiosk's "try with a sample" shelf: ten fixed invented papers of `samples/shelf.yaml`, with a
/// title each. Their people never change; their dates follow the day on which the shelf is laid
/// out, so that the move is always a few days ago.
public final class Shelf {
  /// The file that lists what lies on the shelf.
  public static final String INDEX_FILE = "shelf.json";

  private static final int NOTIFIED_DAYS_AGO = 12;
  private static final int MOVED_DAYS_AGO = 4;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Shelf() {}

  /// One paper on the shelf.
  ///
  /// @param id stable, for file names and addresses
  /// @param title what the kiosk shows, in Japanese
  /// @param files page files in order, below the shelf's folder
  public record Item(String id, String title, List<String> files) {
    public Item {
      files = List.copyOf(files);
    }
  }

  /// One paper that lies on the shelf, not yet printed.
  public record Plan(String id, String title, SampleSpec spec) {}

  /// Everything on the shelf, in its order.
  ///
  /// @param today the day from which the dates on the papers count back
  public static List<Plan> plans(LocalDate today) {
    try (InputStream in =
        Objects.requireNonNull(Shelf.class.getResourceAsStream("/samples/shelf.yaml"))) {
      List<Plan> plans = new ArrayList<>();
      for (JsonNode node : new YAMLMapper().readTree(in)) {
        String id = node.path("id").asText();
        plans.add(new Plan(id, node.path("title").asText(), spec(node, today)));
      }
      return plans;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Prints one paper of the shelf.
  public static GeneratedCertificate print(CertificateGenerator generator, Plan plan) {
    return generator.generate(plan.id().hashCode(), plan.spec());
  }

  /// Writes pages, truth and [#INDEX_FILE] into a folder, which is made if it is missing.
  public static List<Item> write(Path folder, LocalDate today) throws IOException {
    Files.createDirectories(folder);
    CertificateGenerator generator = new CertificateGenerator();
    List<Item> items = new ArrayList<>();
    for (Plan plan : plans(today)) {
      List<Path> files = print(generator, plan).write(folder, plan.id());
      List<String> names = files.stream().map(f -> String.valueOf(f.getFileName())).toList();
      items.add(new Item(plan.id(), plan.title(), names));
    }
    ArrayNode index = JSON.createArrayNode();
    for (Item item : items) {
      ObjectNode entry = index.addObject();
      entry.put("id", item.id());
      entry.put("title", item.title());
      ArrayNode files = entry.putArray("files");
      item.files().forEach(files::add);
    }
    Files.writeString(
        folder.resolve(INDEX_FILE),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(index) + "\n");
    return items;
  }

  /// What a shelf folder holds, by its [#INDEX_FILE].
  public static List<Item> read(Path folder) throws IOException {
    List<Item> items = new ArrayList<>();
    for (JsonNode entry : JSON.readTree(folder.resolve(INDEX_FILE).toFile())) {
      List<String> files = new ArrayList<>();
      entry.path("files").forEach(f -> files.add(f.asText()));
      items.add(new Item(entry.path("id").asText(), entry.path("title").asText(), files));
    }
    return items;
  }

  private static SampleSpec spec(JsonNode node, LocalDate today) {
    String kind = node.path("kind").asText("certificate");
    return new SampleSpec(
        PaperKind.ofWord(kind),
        ScanLevel.ofWord(node.path("level").asText()),
        Optional.of(node.path("layout").asText()),
        Optional.of(node.path("font").asText()),
        OptionalInt.empty(),
        Optional.empty(),
        OptionalInt.of(node.path("rotation").asInt(0)),
        Optional.of(node.path("guard").asBoolean(false)),
        Optional.of(household(node, today)),
        Optional.empty());
  }

  private static SampleHousehold household(JsonNode node, LocalDate today) {
    Luck luck = new Luck(node.path("id").asText().hashCode(), "shelf");
    List<SamplePerson> members = new ArrayList<>();
    for (JsonNode member : node.path("members")) {
      members.add(ShelfPerson.of(member, luck, today));
    }
    LocalDate notified = today.minusDays(NOTIFIED_DAYS_AGO);
    String head = members.getFirst().name();
    return new SampleHousehold(
        node.path("issuer").asText(),
        node.path("mayor").asText(),
        notified,
        Integer.toString(luck.between(1001, 9999)),
        today.minusDays(MOVED_DAYS_AGO),
        notified,
        node.path("oldAddress").asText(),
        node.path("newAddress").asText(),
        head,
        head,
        members);
  }
}
