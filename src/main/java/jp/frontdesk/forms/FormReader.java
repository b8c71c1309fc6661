package jp.frontdesk.forms;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.paper.BackgroundPage;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PdfPaper;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/// Reads one `form.yaml` and checks it whole.
final class FormReader {
  private final Path file;
  private final List<FormProblem> problems;

  /// A reader that adds what it finds wrong to the list.
  FormReader(Path file, List<FormProblem> problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The form; empty when anything at all is wrong with it.
  Optional<FormTemplate> read(String id) {
    int before = problems.size();
    Optional<FormTemplate> template = root().map(root -> template(id, root));
    return problems.size() == before ? template : Optional.empty();
  }

  private Optional<YamlPart> root() {
    try {
      LoaderOptions limits = new LoaderOptions();
      limits.setCodePointLimit(1_000_000);
      limits.setAllowDuplicateKeys(false);
      Node node = new Yaml(limits).compose(Files.newBufferedReader(file, StandardCharsets.UTF_8));
      if (node instanceof MappingNode mapping) {
        return Optional.of(new YamlPart(file, mapping, problems));
      }
      problems.add(new FormProblem(file, 1, "a form is a mapping of keys"));
    } catch (MarkedYAMLException broken) {
      int line = broken.getProblemMark() == null ? 0 : broken.getProblemMark().getLine() + 1;
      problems.add(new FormProblem(file, line, "not YAML: " + broken.getProblem()));
    } catch (IOException unreadable) {
      problems.add(new FormProblem(file, 0, "cannot be read"));
    }
    return Optional.empty();
  }

  private FormTemplate template(String id, YamlPart root) {
    String title = root.text("title");
    Set<MoveKind> kinds = kinds(root);
    FormGroup who = ItemReader.one(root, "who", FormGroup.class, "all");
    boolean isPerMember = isPerMember(root);
    boolean isOptional = root.flag("optional");
    Optional<FormTemplate.FormPage> first =
        root.findPart("first").map(part -> page(part, isPerMember));
    Optional<FormTemplate.FormPage> next =
        root.findPart("next").map(part -> page(part, isPerMember));
    if (first.isEmpty()) {
      root.fault("'first' describes the first sheet and is missing");
    }
    if (!isPerMember && next.isPresent() && next.get().rowCount() == 0) {
      root.fault("further sheets need rows");
    }
    root.refuseOthers();
    FormTemplate.FormPage empty =
        new FormTemplate.FormPage(1, 1, Optional.empty(), List.of(), Optional.empty());
    return new FormTemplate(
        id, title, kinds, who, isPerMember, isOptional, first.orElse(empty), next);
  }

  private static Set<MoveKind> kinds(YamlPart root) {
    if (!root.has("kinds")) {
      return Set.of(MoveKind.MOVING_IN);
    }
    Set<MoveKind> kinds = new TreeSet<>();
    for (String word : root.texts("kinds")) {
      MoveKind.parse(word).ifPresentOrElse(kinds::add, () -> root.fault("'kinds' are 転入, 転居, 転出"));
    }
    if (kinds.isEmpty()) {
      root.fault("'kinds' names at least one of 転入, 転居, 転出");
    }
    return kinds;
  }

  private static boolean isPerMember(YamlPart root) {
    Optional<String> each = root.findText("each");
    each.filter(word -> !word.equals("member")).ifPresent(word -> root.fault("'each' is member"));
    return each.isPresent();
  }

  private FormTemplate.FormPage page(YamlPart part, boolean isPerMember) {
    Optional<PrintedForm> printed = PrintedForm.read(part, file);
    List<Double> size =
        part.has("paper")
            ? part.numbers("paper", 2).orElse(List.of(1.0, 1.0))
            : printed
                .map(form -> List.of(form.widthMm(), form.heightMm()))
                .orElse(List.of(PdfPaper.A4_WIDTH_MM, PdfPaper.A4_HEIGHT_MM));
    MmBox sheet = new MmBox(0, 0, size.get(0), size.get(1));
    Map<String, MmBox> fields = printed.map(PrintedForm::fields).orElse(Map.of());
    ItemReader reader =
        new ItemReader(new ItemReader.Area(sheet, /* isRow= */ false, isPerMember, fields));
    List<FormItem> items = new ArrayList<>();
    part.parts("items").forEach(item -> items.addAll(reader.read(item)));
    Optional<FormTemplate.Rows> rows = part.findPart("rows").map(found -> rows(found, sheet));
    if (rows.isPresent() && isPerMember) {
      part.fault("a form with sheets for each member has no rows");
    }
    Optional<BackgroundPage> background = printed.map(PrintedForm::page);
    part.refuseOthers();
    return new FormTemplate.FormPage(sheet.widthMm(), sheet.heightMm(), background, items, rows);
  }

  private static FormTemplate.Rows rows(YamlPart part, MmBox sheet) {
    List<Double> at = part.numbers("at", 3).orElse(List.of(0.0, 0.0, 1.0));
    int count = (int) part.number("count", 0);
    double height = part.number("height", 0);
    if (count < 1 || height <= 0) {
      part.fault("rows have a 'count' and a 'height'");
    }
    MmBox all = new MmBox(at.get(0), at.get(1), at.get(2), Math.max(0, count * height));
    if (!sheet.contains(all)) {
      part.fault("the rows reach off the page");
    }
    ItemReader reader =
        new ItemReader(
            new ItemReader.Area(
                new MmBox(0, 0, all.widthMm(), Math.max(0, height)),
                /* isRow= */ true,
                /* knowsMember= */ true,
                Map.of()));
    List<FormItem> items = new ArrayList<>();
    part.parts("items").forEach(item -> items.addAll(reader.read(item)));
    Optional<FormItem.Label> endMark =
        part.findPart("end").flatMap(end -> reader.boxOf(end).map(box -> mark(reader, end, box)));
    part.refuseOthers();
    return new FormTemplate.Rows(at.get(0), at.get(1), height, count, items, endMark);
  }

  private static FormItem.Label mark(ItemReader reader, YamlPart end, MmBox box) {
    FormItem.Label label = reader.label(end, box);
    end.refuseOthers();
    return label;
  }
}
