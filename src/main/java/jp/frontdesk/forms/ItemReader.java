package jp.frontdesk.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.frontdesk.paper.Face;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.PdfSheet;
import jp.frontdesk.paper.TextStyle;

/// Reads the items of a form's description. Each is a mapping whose first key says what it is:
/// `label`, `value`, `comb`, `choice`, `tick`, `date`, `frame` or `line`.
final class ItemReader {
  private static final List<String> KINDS =
      List.of("label", "value", "comb", "choice", "tick", "date", "frame", "line");
  private static final double VALUE_PT = 10;
  private static final double LABEL_PT = 8;
  private static final double SMALLEST_LABEL_PT = 6;

  /// Between a ruled line and the text beside it.
  private static final double PADDING_MM = 0.8;

  private final MmBox area;
  private final boolean isInRow;

  /// A reader.
  ///
  /// @param area what every item has to keep to: the sheet, or the row
  ItemReader(MmBox area, boolean isInRow) {
    this.area = area;
    this.isInRow = isInRow;
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
    List<FormItem> items = new ArrayList<>();
    if (!kind.get().equals("frame") && !kind.get().equals("line")) {
      frame(part, at.get(), part.flag("frame")).ifPresent(items::add);
    }
    switch (kind.get()) {
      case "label" -> items.add(label(part, at.get()));
      case "value" -> written(part, at.get()).ifPresent(items::add);
      case "comb" -> comb(part, at.get()).ifPresent(items::add);
      case "choice" -> choice(part, at.get()).ifPresent(items::add);
      case "tick" -> tick(part, at.get()).ifPresent(items::add);
      case "date" -> date(part, at.get()).ifPresent(items::add);
      case "line" -> items.add(new FormItem.Line(at.get(), part.number("line", 0)));
      default -> frame(part, at.get(), /* isRuled= */ true).ifPresent(items::add);
    }
    part.refuseOthers();
    return items;
  }

  FormItem.Label label(YamlPart part, MmBox at) {
    String text = part.text("label");
    boolean isStacked = part.flag("stacked");
    TextStyle style = style(part, Face.GOTHIC, LABEL_PT, SMALLEST_LABEL_PT, "center");
    return new FormItem.Label(at.inset(PADDING_MM / 2, 0), text, style, isStacked);
  }

  Optional<MmBox> boxOf(YamlPart part) {
    Optional<MmBox> at =
        part.numbers("at", 4)
            .filter(n -> {
              boolean isSize = n.get(2) >= 0 && n.get(3) >= 0;
              if (!isSize) {
                part.fault("a box has no negative width or height");
              }
              return isSize;
            })
            .map(n -> new MmBox(n.get(0), n.get(1), n.get(2), n.get(3)));
    if (at.isPresent() && !area.contains(at.get())) {
      part.fault(isInRow ? "the box reaches out of its row" : "the box reaches off the page");
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
    return path(part, "date", FormValue.Kind.DATE)
        .map(path -> new FormItem.DateParts(at, path, size));
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
    String name = part.text(key);
    Optional<ValuePath> path = FormValues.find(name);
    if (path.isEmpty()) {
      part.fault("unknown path '" + name + "'");
      return Optional.empty();
    }
    if (path.get().isOfMember() && !isInRow) {
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
