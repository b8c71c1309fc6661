package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// Reads the items of a form's description. Each is a mapping whose first key says what it is:
/// `label`, `value`, `vertical`, `comb`, `digits`, `choice`, `ring`, `tick`, `date`, `qr`,
/// `signature`, `frame` or `line`. `when: PATH CODE ...` draws it only where the path has one of
/// the codes; `field: NAME` takes the place of `at` from a field of the printed form below.
final class ItemReader {
  private static final List<String> KINDS =
      List.of(
          "label",
          "value",
          "vertical",
          "comb",
          "digits",
          "choice",
          "ring",
          "tick",
          "date",
          "qr",
          "signature",
          "frame",
          "line");
  private static final double VALUE_PT = 10;
  private static final double LABEL_PT = 8;
  private static final double SMALLEST_LABEL_PT = 6;

  /// What may stand in a code that anybody can read from afar: nothing personal.
  private static final List<String> OPEN_PATHS = List.of("case.code", "reception_number");

  /// Between a ruled line and the text beside it.
  private static final double PADDING_MM = 0.8;

  /// Where the items stand.
  ///
  /// @param box what every item has to keep to: the sheet, or the row
  /// @param knowsMember whether a member's values are known there
  /// @param fields the named rectangles of the printed form below
  record Area(MmBox box, boolean isRow, boolean knowsMember, Map<String, MmBox> fields) {
    Area {
      fields = Map.copyOf(fields);
    }
  }

  private final Area area;

  ItemReader(Area area) {
    this.area = area;
  }

  /// The items of one entry: what it says, after its frame where it has one.
  List<FormItem> read(YamlPart part) {
    Optional<String> kind = part.kindAmong(KINDS);
    Optional<MmBox> at = boxOf(part);
    if (kind.isEmpty()) {
      part.fault("an item is one of " + String.join(", ", KINDS));
    }
    if (kind.isEmpty() || at.isEmpty()) {
      return List.of();
    }
    List<FormItem> items = itemsOf(part, kind.get(), at.get());
    Optional<List<FormItem>> guarded = guarded(part, items);
    part.refuseOthers();
    return guarded.orElse(items);
  }

  private List<FormItem> itemsOf(YamlPart part, String kind, MmBox at) {
    List<FormItem> items = new ArrayList<>();
    if (!kind.equals("frame") && !kind.equals("line")) {
      frame(part, at, part.flag("frame")).ifPresent(items::add);
    }
    switch (kind) {
      case "label" -> items.add(label(part, at));
      case "value" -> written(part, at).ifPresent(items::add);
      case "vertical" -> vertical(part, at).ifPresent(items::add);
      case "comb" -> comb(part, at).ifPresent(items::add);
      case "digits" -> digits(part, at).ifPresent(items::add);
      case "choice" -> choice(part, at).ifPresent(items::add);
      case "ring" -> ring(part, at).ifPresent(items::add);
      case "tick" -> tick(part, at).ifPresent(items::add);
      case "date" -> date(part, at).ifPresent(items::add);
      case "qr" -> qr(part, at).ifPresent(items::add);
      case "signature" ->
          path(part, "signature", FormValue.Kind.SIGNATURE)
              .ifPresent(path -> items.add(new FormItem.Signature(at, path)));
      case "line" -> items.add(new FormItem.Line(at, part.number("line", 0)));
      default -> frame(part, at, /* isRuled= */ true).ifPresent(items::add);
    }
    return items;
  }

  private Optional<List<FormItem>> guarded(YamlPart part, List<FormItem> items) {
    Optional<String> condition = part.findText("when");
    if (condition.isEmpty()) {
      return Optional.empty();
    }
    List<String> words = List.of(condition.get().strip().split("\\s+"));
    if (words.size() < 2) {
      part.fault("'when' is a path and its codes, like 'notifier.role PROXY'");
      return Optional.empty();
    }
    Set<String> codes = Set.copyOf(words.subList(1, words.size()));
    Optional<ValuePath> path = pathNamed(part, words.getFirst(), "when", FormValue.Kind.CHOICE);
    path.ifPresent(found -> codes.forEach(code -> checkCode(part, found, code)));
    return path.map(
        found -> items.stream().<FormItem>map(i -> new FormItem.When(i, found, codes)).toList());
  }

  FormItem.Label label(YamlPart part, MmBox at) {
    String text = part.text("label");
    boolean isStacked = part.flag("stacked");
    TextStyle style = style(part, Face.GOTHIC, LABEL_PT, SMALLEST_LABEL_PT, "center");
    return new FormItem.Label(at.inset(PADDING_MM / 2, 0), text, style, isStacked);
  }

  Optional<MmBox> boxOf(YamlPart part) {
    Optional<String> field = part.findText("field");
    if (field.isPresent()) {
      Optional<MmBox> place = Optional.ofNullable(area.fields().get(field.get()));
      if (place.isEmpty()) {
        part.fault("the printed form has no field '" + field.get() + "' on this page");
      }
      return place;
    }
    return boxOf(part, "at");
  }

  private Optional<MmBox> boxOf(YamlPart part, String key) {
    Optional<MmBox> at =
        part.numbers(key, 4)
            .filter(n -> {
              boolean isSize = n.get(2) >= 0 && n.get(3) >= 0;
              if (!isSize) {
                part.fault("a box has no negative width or height");
              }
              return isSize;
            })
            .map(n -> new MmBox(n.get(0), n.get(1), n.get(2), n.get(3)));
    if (at.isPresent() && !area.box().contains(at.get())) {
      part.fault(area.isRow() ? "the box reaches out of its row" : "the box reaches off the page");
    }
    return at;
  }

  private static Optional<FormItem> frame(YamlPart part, MmBox at, boolean isRuled) {
    int shade = (int) part.number("shade", 0);
    double line = part.number("rule", PdfSheet.LINE_MM);
    return isRuled || shade > 0
        ? Optional.of(new FormItem.Frame(at, isRuled ? line : 0, shade))
        : Optional.empty();
  }

  private Optional<FormItem> written(YamlPart part, MmBox at) {
    TextStyle style = style(part, Face.MINCHO, VALUE_PT, TextStyle.SMALLEST_PT, "left");
    String before = part.findText("before").orElse("");
    String after = part.findText("after").orElse("");
    return path(part, "value", FormValue.Kind.TEXT, FormValue.Kind.DATE)
        .map(path -> new FormItem.Written(padded(at), path, style, before, after));
  }

  /// Away from the rules, as far as a low box can spare it.
  private static MmBox padded(MmBox at) {
    return at.inset(PADDING_MM, Math.min(PADDING_MM, at.heightMm() * 0.06));
  }

  private Optional<FormItem> comb(YamlPart part, MmBox at) {
    int cells = (int) part.number("cells", 0);
    double size = valueSize(part);
    if (cells < 1) {
      part.fault("'cells' is the number of cells");
    }
    return path(part, "comb", FormValue.Kind.TEXT)
        .map(path -> new FormItem.Comb(at, path, Math.max(1, cells), size));
  }

  private Optional<FormItem> tick(YamlPart part, MmBox at) {
    String code = part.text("is");
    Optional<ValuePath> path = path(part, "tick", FormValue.Kind.CHOICE);
    path.ifPresent(found -> checkCode(part, found, code));
    return path.map(found -> new FormItem.Tick(at, found, code));
  }

  private Optional<FormItem> date(YamlPart part, MmBox at) {
    double size = valueSize(part);
    Optional<ValuePath> path = path(part, "date", FormValue.Kind.DATE);
    Optional<YamlPart> parts = part.findPart("parts");
    if (parts.isEmpty()) {
      return path.map(found -> new FormItem.DateParts(at, found, size));
    }
    List<MmBox> boxes =
        Stream.of("era", "year", "month", "day")
            .flatMap(key -> boxOf(parts.get(), key).stream())
            .toList();
    parts.get().refuseOthers();
    return path.filter(found -> boxes.size() == 4)
        .map(found ->
            new FormItem.DateBoxes(
                at, found, boxes.get(0), boxes.get(1), boxes.get(2), boxes.get(3), size));
  }

  private Optional<FormItem> vertical(YamlPart part, MmBox at) {
    TextStyle style = style(part, Face.MINCHO, VALUE_PT, TextStyle.SMALLEST_PT, "center");
    return path(part, "vertical", FormValue.Kind.TEXT, FormValue.Kind.DATE)
        .map(path -> new FormItem.Vertical(at, path, style));
  }

  private Optional<FormItem> digits(YamlPart part, MmBox at) {
    double size = valueSize(part);
    double gap = part.number("gap", 2);
    List<Integer> groups = new ArrayList<>();
    for (String cells : part.texts("groups")) {
      if (cells.matches("[1-9][0-9]?")) {
        groups.add(Integer.valueOf(cells));
      } else {
        part.fault("'groups' is how many cells each group has, like [4, 6]");
      }
    }
    double cells = groups.stream().mapToInt(Integer::intValue).sum();
    if (groups.isEmpty() || at.widthMm() - gap * (groups.size() - 1) < cells) {
      part.fault("'groups' fit the box with at least 1 mm for each cell");
    }
    return path(part, "digits", FormValue.Kind.TEXT)
        .map(path -> new FormItem.Digits(at, path, groups, gap, size));
  }

  private Optional<FormItem> ring(YamlPart part, MmBox at) {
    String code = part.text("is");
    Optional<ValuePath> path = path(part, "ring", FormValue.Kind.CHOICE);
    path.ifPresent(found -> checkCode(part, found, code));
    return path.map(found -> new FormItem.Ring(at, found, code));
  }

  private Optional<FormItem> qr(YamlPart part, MmBox at) {
    Optional<ValuePath> path = path(part, "qr", FormValue.Kind.TEXT);
    if (path.isPresent() && !OPEN_PATHS.contains(path.get().name())) {
      part.fault("a QR code holds only " + String.join(", ", OPEN_PATHS));
    }
    return path.map(found -> new FormItem.Qr(at, found));
  }

  private Optional<FormItem> choice(YamlPart part, MmBox at) {
    double size = part.number("size", LABEL_PT);
    Optional<ValuePath> path = path(part, "choice", FormValue.Kind.CHOICE);
    List<FormItem.Choice.Option> options = new ArrayList<>();
    for (String option : part.texts("options")) {
      String[] words = option.split(" ", 2);
      if (words.length < 2) {
        part.fault("an option is a code, a space and a word, like 'MALE 男'");
        continue;
      }
      path.filter(found -> !words[0].equals("-"))
          .ifPresent(found -> checkCode(part, found, words[0]));
      options.add(new FormItem.Choice.Option(words[0], words[1]));
    }
    if (options.isEmpty()) {
      part.fault("'options' is missing");
    }
    return path.map(found -> new FormItem.Choice(at, found, options, size));
  }

  private static void checkCode(YamlPart part, ValuePath path, String code) {
    if (!path.codes().contains(code)) {
      part.fault("'" + code + "' is none of " + String.join(", ", path.codes()));
    }
  }

  private static double valueSize(YamlPart part) {
    double size = part.number("size", VALUE_PT);
    if (size < TextStyle.SMALLEST_PT) {
      part.fault("a value is at least 7 pt");
    }
    return size;
  }

  private Optional<ValuePath> path(YamlPart part, String key, FormValue.Kind... kinds) {
    return pathNamed(part, part.text(key), key, kinds);
  }

  private Optional<ValuePath> pathNamed(
      YamlPart part, String name, String key, FormValue.Kind... kinds) {
    Optional<ValuePath> path = FormValues.find(name);
    if (path.isEmpty()) {
      part.fault("unknown path '" + name + "'");
      return Optional.empty();
    }
    if (path.get().isOfMember() && !area.knowsMember()) {
      part.fault("'" + name + "' belongs into rows");
      return Optional.empty();
    }
    if (!List.of(kinds).contains(path.get().kind())) {
      part.fault("'" + name + "' cannot be set as " + key);
      return Optional.empty();
    }
    return path;
  }

  private static TextStyle style(
      YamlPart part, Face face, double usualPt, double smallestPt, String usualAlign) {
    double max = part.number("size", usualPt);
    double min = part.number("min", Math.min(max, smallestPt));
    if (min < smallestPt || max < min) {
      part.fault("'min' is at least " + PdfSheet.number(smallestPt) + " pt, 'size' not below it");
      min = max = Math.max(smallestPt, max);
    }
    Face chosen = one(part, "face", Face.class, face.name());
    TextStyle.Align align = one(part, "align", TextStyle.Align.class, usualAlign);
    TextStyle.VAlign vAlign = one(part, "valign", TextStyle.VAlign.class, "middle");
    return new TextStyle(chosen, max, min, align, vAlign);
  }

  static <E extends Enum<E>> E one(YamlPart part, String key, Class<E> type, String otherwise) {
    String word = part.findText(key).orElse(otherwise).toUpperCase(Locale.ROOT);
    for (E value : type.getEnumConstants()) {
      if (value.name().equals(word)) {
        return value;
      }
    }
    part.fault("'" + key + "' is one of " + List.of(type.getEnumConstants()));
    return type.getEnumConstants()[0];
  }
}
