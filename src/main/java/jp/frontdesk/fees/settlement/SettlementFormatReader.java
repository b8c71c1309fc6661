package jp.frontdesk.fees.settlement;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.fees.MoneyNotice;
import jp.frontdesk.fees.TownYaml;
import jp.frontdesk.fees.settlement.SettlementFormat.Column;
import jp.frontdesk.fees.settlement.SettlementFormat.Moment;

/// Reads one file of `settlement/` key by key; each rule that is broken adds a fault with file and
/// line.
final class SettlementFormatReader {
  private static final int MOST_COLUMNS = 200;
  private static final int MOST_HEADER_LINES = 20;
  private static final LocalDateTime ANY = LocalDateTime.of(2026, 11, 23, 10, 52, 7);

  private final TownYaml top;
  private final int headerLines;

  SettlementFormatReader(TownYaml top) {
    this.top = top;
    this.headerLines = top.number("header_lines", 0, MOST_HEADER_LINES);
  }

  /// The format; worthless where a fault was added.
  SettlementFormat read(String id) {
    top.allowOnly(
        "name",
        "example",
        "encoding",
        "delimiter",
        "header_lines",
        "reference",
        "payment_id",
        "amount",
        "paid_on",
        "paid_time",
        "transfer_on",
        "type");
    TownYaml reference = top.mapping("reference");
    reference.allowOnly("column", "kind");
    Optional<Moment> paidTime = momentIfAny("paid_time", ChronoField.MINUTE_OF_DAY);
    Moment paidOn = moment("paid_on", ChronoField.EPOCH_DAY);
    if (paidTime.isEmpty() && !hasField(paidOn.pattern(), ChronoField.MINUTE_OF_DAY)) {
      top.fault("paid_on", "paid_on needs a time in its pattern, or paid_time beside it");
    }
    TownYaml type = top.mapping("type");
    type.allowOnly("column", "codes");
    return new SettlementFormat(
        id,
        top.text("name"),
        top.flag("example"),
        charset(),
        delimiter(),
        headerLines,
        isSlip(reference),
        column(reference),
        columnIfAny("payment_id"),
        columnIfAny("amount").orElseGet(() -> column(top.mapping("amount"))),
        paidOn,
        paidTime,
        momentIfAny("transfer_on", ChronoField.EPOCH_DAY),
        column(type),
        kinds(type));
  }

  private Charset charset() {
    return charsetOf(top, "encoding");
  }

  /// One of the encodings that files for towns come in.
  static Charset charsetOf(TownYaml yaml, String key) {
    String name = yaml.text(key);
    return switch (name) {
      case "UTF-8" -> StandardCharsets.UTF_8;
      case "Shift_JIS", "MS932" -> Charset.forName("windows-31j");
      default -> {
        if (!name.isEmpty()) {
          yaml.fault(key, key + " must be UTF-8, Shift_JIS or MS932");
        }
        yield StandardCharsets.UTF_8;
      }
    };
  }

  private char delimiter() {
    String name = top.text("delimiter");
    return switch (name) {
      case "comma" -> ',';
      case "tab" -> '\t';
      case "semicolon" -> ';';
      default -> {
        if (!name.isEmpty()) {
          top.fault("delimiter", "delimiter must be comma, tab or semicolon");
        }
        yield ',';
      }
    };
  }

  private static boolean isSlip(TownYaml reference) {
    String kind = reference.text("kind");
    if (!kind.equals("collection_code") && !kind.equals("payment_key")) {
      reference.fault("kind", "kind must be collection_code or payment_key");
    }
    return kind.equals("collection_code");
  }

  private Optional<Column> columnIfAny(String key) {
    return top.mappingIfAny(key)
        .map(yaml -> {
          yaml.allowOnly("column");
          return column(yaml);
        });
  }

  private Column column(TownYaml yaml) {
    String text = yaml.text("column");
    if (text.matches("\\d{1,9}")) {
      return new Column.Position(yaml.number("column", 1, MOST_COLUMNS));
    }
    if (headerLines == 0 && !text.isEmpty()) {
      yaml.fault("column", "column must be a number where there is no heading");
    }
    return new Column.Named(text);
  }

  private Moment moment(String key, ChronoField needed) {
    TownYaml yaml = top.mapping(key);
    yaml.allowOnly("column", "pattern");
    DateTimeFormatter pattern = pattern(yaml);
    if (!hasField(pattern, needed)) {
      yaml.fault(
          "pattern",
          "pattern must hold "
              + (needed == ChronoField.EPOCH_DAY ? "year, month and day" : "hour and minute"));
    }
    return new Moment(column(yaml), pattern);
  }

  private Optional<Moment> momentIfAny(String key, ChronoField needed) {
    return top.mappingIfAny(key).map(_ -> moment(key, needed));
  }

  private static DateTimeFormatter pattern(TownYaml yaml) {
    String text = yaml.text("pattern");
    try {
      return strict(text);
    } catch (IllegalArgumentException notAPattern) {
      yaml.fault("pattern", "pattern must be one like yyyyMMdd or HH:mm:ss");
      return strict("uuuu");
    }
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ROOT)
        .withChronology(IsoChronology.INSTANCE)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /// Whether what the pattern writes can be read back as that field.
  private static boolean hasField(DateTimeFormatter pattern, ChronoField field) {
    try {
      TemporalAccessor read = pattern.parse(pattern.format(ANY));
      return read.isSupported(field);
    } catch (DateTimeParseException notReadBack) {
      return false;
    }
  }

  private static Map<String, Optional<MoneyNotice.Kind>> kinds(TownYaml type) {
    Map<String, Optional<MoneyNotice.Kind>> kinds = new LinkedHashMap<>();
    for (TownYaml code : type.list("codes")) {
      code.allowOnly("code", "means");
      if (kinds.put(code.text("code"), meaning(code)) != null) {
        code.fault("code", "this code stands here a second time");
      }
    }
    return kinds;
  }

  private static Optional<MoneyNotice.Kind> meaning(TownYaml code) {
    String means = code.text("means");
    if (means.equals("ignored")) {
      return Optional.empty();
    }
    for (MoneyNotice.Kind kind : MoneyNotice.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(means)) {
        return Optional.of(kind);
      }
    }
    code.fault("means", "means must be quick, final, withdrawn, refund or ignored");
    return Optional.empty();
  }
}
