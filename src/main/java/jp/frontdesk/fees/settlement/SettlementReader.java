package jp.frontdesk.fees.settlement;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jp.frontdesk.fees.MoneyNotice;
import jp.frontdesk.fees.settlement.SettlementFormat.Column;
import jp.frontdesk.fees.settlement.SettlementFormat.Moment;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads the bytes of a settlement file. Whatever does not fit the format is a fault that names row
/// and column and never what stands there; a file with a fault is not taken at all.
public final class SettlementReader {
  /// The largest file.
  public static final int MOST_BYTES = 10 * 1024 * 1024;

  /// The longest file.
  public static final int MOST_ROWS = 200_000;

  private static final int MOST_FAULTS = 20;
  private static final int LONGEST_FIELD = 500;
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");
  private static final Pattern CODE = Pattern.compile("(?:EAN)?([0-9]{44})");
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{0,64}");
  private static final Pattern AMOUNT = Pattern.compile("-?(?:\\d{1,9}|\\d{1,3}(?:,\\d{3}){1,2})");

  private final SettlementFormat format;
  private final List<String> faults = new ArrayList<>();
  private List<String> headings = List.of();

  private SettlementReader(SettlementFormat format) {
    this.format = format;
  }

  /// What a file turned out to be.
  public sealed interface Outcome {
    /// Every row is right.
    ///
    /// @param lines at least one, in the order of the file
    record Good(List<SettlementLine> lines) implements Outcome {
      public Good {
        lines = List.copyOf(lines);
      }
    }

    /// Nothing of it may be taken.
    ///
    /// @param faults Japanese sentences without any content of the file; the first 20
    record Faulty(List<String> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /// Reads a whole file.
  public static Outcome read(SettlementFormat format, byte[] bytes) {
    if (bytes.length == 0) {
      return new Outcome.Faulty(List.of("ファイルが空です。"));
    }
    if (bytes.length > MOST_BYTES) {
      return new Outcome.Faulty(List.of("ファイルが大きすぎます。10MBまでに分けてください。"));
    }
    String text;
    try {
      text =
          format
              .charset()
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException otherEncoding) {
      return new Outcome.Faulty(List.of("文字コードがちがいます。形式の選択が合っているか、確かめてください。"));
    }
    String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (CONTROL.matcher(plain).find()) {
      return new Outcome.Faulty(List.of("文字のファイルではありません。CSVファイルを選んでください。"));
    }
    return new SettlementReader(format).parse(plain);
  }

  private Outcome parse(String text) {
    List<SettlementLine> lines = new ArrayList<>();
    CSVFormat csv =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(format.delimiter())
            .setIgnoreEmptyLines(false)
            .get();
    int row = 0;
    try (CSVParser parser = csv.parse(new StringReader(text))) {
      Iterator<CSVRecord> records = parser.iterator();
      while (records.hasNext() && faults.size() < MOST_FAULTS) {
        CSVRecord next = records.next();
        row++;
        if (row > format.headerLines() + MOST_ROWS) {
          return new Outcome.Faulty(List.of("行が多すぎます。20万行までに分けてください。"));
        }
        take(row, next, lines);
      }
    } catch (IOException | UncheckedIOException | IllegalStateException notCsv) {
      return new Outcome.Faulty(List.of((row + 1) + "行目：引用符「\"」の使い方が正しくありません。"));
    }
    if (faults.isEmpty() && lines.isEmpty()) {
      return new Outcome.Faulty(List.of("入金の行がありません。"));
    }
    return faults.isEmpty() ? new Outcome.Good(lines) : new Outcome.Faulty(faults);
  }

  private void take(int row, CSVRecord next, List<SettlementLine> lines) {
    if (row <= format.headerLines()) {
      headings = next.toList();
      if (row == format.headerLines()) {
        checkHeadings();
      }
    } else if (next.size() > 1 || !next.get(0).isBlank()) {
      new Row(row, next).line().ifPresent(lines::add);
    }
  }

  private void checkHeadings() {
    List<Column> columns = new ArrayList<>(List.of(format.reference(), format.amount()));
    columns.add(format.kind());
    columns.add(format.paidOn().column());
    format.paymentId().ifPresent(columns::add);
    format.paidTime().map(Moment::column).ifPresent(columns::add);
    format.transferOn().map(Moment::column).ifPresent(columns::add);
    for (Column column : columns) {
      if (column instanceof Column.Named(String heading) && position(column) == 0) {
        faults.add("見出しに「" + heading + "」がありません。形式の選択が合っているか、確かめてください。");
      }
    }
  }

  /// Counts from 1; 0 where no heading has that name.
  private int position(Column column) {
    return switch (column) {
      case Column.Position(int number) -> number;
      case Column.Named(String heading) -> headings.indexOf(heading) + 1;
    };
  }

  /// One row of data.
  private final class Row {
    private final int number;
    private final CSVRecord values;
    private boolean isFaulty;

    Row(int number, CSVRecord values) {
      this.number = number;
      this.values = values;
    }

    /// Empty for a row that is left out or faulty.
    Optional<SettlementLine> line() {
      String code = text(format.kind());
      Optional<MoneyNotice.Kind> kind = format.kinds().getOrDefault(code, Optional.empty());
      if (!isFaulty && !format.kinds().containsKey(code)) {
        fault(format.kind(), "種別が、形式の設定にありません");
      }
      if (isFaulty || kind.isEmpty()) {
        return Optional.empty();
      }
      String reference = reference();
      Optional<String> paymentId = format.paymentId().map(this::paymentId);
      long amount = amount(kind.get());
      Instant paidAt = paidAt();
      Optional<LocalDate> transferOn = format.transferOn().flatMap(this::dayIfAny);
      return isFaulty
          ? Optional.empty()
          : Optional.of(
              new SettlementLine(
                  number,
                  new MoneyNotice(
                      kind.get(),
                      format.isSlip(),
                      reference,
                      paymentId.filter(id -> !id.isEmpty()),
                      amount,
                      paidAt),
                  transferOn));
    }

    private String text(Column column) {
      int position = position(column);
      if (position == 0 || position > values.size()) {
        fault(column, "列がありません");
        return "";
      }
      String value = values.get(position - 1);
      if (value.length() > LONGEST_FIELD) {
        fault(column, "長すぎます");
        return "";
      }
      return value.strip();
    }

    private void fault(Column column, String what) {
      isFaulty = true;
      if (faults.size() < MOST_FAULTS) {
        faults.add(number + "行目の" + position(column) + "列目：" + what + "。");
      }
    }

    private String reference() {
      String text = text(format.reference());
      if (!format.isSlip()) {
        if (!KEY.matcher(text).matches()) {
          fault(format.reference(), "決済の番号の形ではありません");
        }
        return text;
      }
      var code = CODE.matcher(text);
      if (!code.matches()) {
        fault(format.reference(), "44けたのバーコード番号ではありません");
        return "";
      }
      return code.group(1);
    }

    private String paymentId(Column column) {
      String text = text(column);
      if (!KEY.matcher(text).matches()) {
        fault(column, "決済の番号の形ではありません");
      }
      return text;
    }

    /// Above zero; the file has refunds below zero.
    private long amount(MoneyNotice.Kind kind) {
      String text = text(format.amount());
      if (!AMOUNT.matcher(text).matches()) {
        fault(format.amount(), "金額が数字ではありません");
        return 1;
      }
      long yen = Long.parseLong(text.replace(",", ""));
      boolean isRefund = kind == MoneyNotice.Kind.REFUND;
      if (yen == 0 || (yen < 0) != isRefund) {
        fault(format.amount(), isRefund ? "返金の金額がマイナスではありません" : "金額が1円以上ではありません");
        return 1;
      }
      return Math.abs(yen);
    }

    private Instant paidAt() {
      LocalDate day = parsed(format.paidOn()).map(LocalDate::from).orElse(LocalDate.EPOCH);
      Optional<LocalTime> time =
          isFaulty
              ? Optional.empty()
              : parsed(format.paidTime().orElse(format.paidOn())).map(LocalTime::from);
      return LocalDateTime.of(day, time.orElse(LocalTime.MIDNIGHT)).atZone(ZONE).toInstant();
    }

    private Optional<LocalDate> dayIfAny(Moment moment) {
      return text(moment.column()).isEmpty()
          ? Optional.empty()
          : parsed(moment).map(LocalDate::from);
    }

    private Optional<TemporalAccessor> parsed(Moment moment) {
      try {
        return Optional.of(moment.pattern().parse(text(moment.column())));
      } catch (DateTimeException notADay) {
        fault(moment.column(), "日付か時刻の形がちがいます");
        return Optional.empty();
      }
    }
  }
}
