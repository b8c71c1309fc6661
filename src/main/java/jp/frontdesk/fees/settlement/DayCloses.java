package jp.frontdesk.fees.settlement;

import java.nio.charset.Charset;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import jp.frontdesk.fees.SettlementBook;
import jp.frontdesk.fees.SettlementBook.Unsettled;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.Database;

/// Closes days: the cash counted goes to the town's account, and the income that was booked is
/// frozen for accounting. Cash taken after the close of its day is part of the next close. Blocking
/// style, for virtual threads.
public final class DayCloses {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final int MOST_SHOWN = 31;
  private static final int LONGEST_REASON = 200;
  private static final Comparator<IncomeRow> ORDER =
      Comparator.comparing(IncomeRow::incomeOn)
          .thenComparing(row -> row.transferOn().orElse(LocalDate.MAX))
          .thenComparing(IncomeRow::account)
          .thenComparing(IncomeRow::way);

  private final Database database;
  private final SettlementBook book;
  private final InstantSource clock;
  private final DayCloseStore store = new DayCloseStore();
  private final SettlementStore settlements = new SettlementStore();

  public DayCloses(Database database, SettlementBook book, InstantSource clock) {
    this.database = database;
    this.book = book;
    this.clock = clock;
  }

  /// What a close is to write.
  ///
  /// @param expectedYen what the drawer holds as the officer saw it
  /// @param countedYen what the officer counted
  /// @param reason why these differ
  /// @param charset of the file for accounting
  /// @param accountNames 歳入科目, code to name
  public record Order(
      LocalDate day,
      long expectedYen,
      long countedYen,
      String reason,
      Charset charset,
      Map<String, String> accountNames,
      String clerk) {
    public Order {
      accountNames = Map.copyOf(accountNames);
    }
  }

  /// What a day would hold if it were closed now.
  ///
  /// @param cash payments in cash that are in the drawer
  /// @param income what files and late decisions made income since the last close
  /// @param closes the newest 31 closed days
  public record Open(List<Unsettled> cash, List<IncomeRow> income, List<DayClose> closes) {
    public Open {
      cash = List.copyOf(cash);
      income = List.copyOf(income);
      closes = List.copyOf(closes);
    }

    /// What the drawer holds by our books.
    public long cashYen() {
      return cash.stream().mapToLong(Unsettled::yen).sum();
    }
  }

  /// A closed day with its rows.
  public record Closed(DayClose close, List<IncomeRow> rows) {
    public Closed {
      rows = List.copyOf(rows);
    }
  }

  /// What can be closed for a day.
  public Open open(MunicipalityCode town, LocalDate day, Map<String, String> accountNames) {
    return database.inTown(
        town,
        c ->
            new Open(
                book.listCash(c, town, endOf(day)),
                grouped(store.listOpen(c, town, endOf(day), Set.of(), day, accountNames)),
                store.list(c, town, MOST_SHOWN)));
  }

  /// Closes a day.
  public Settlements.Outcome close(MunicipalityCode town, Order order) {
    String reason = order.reason().strip();
    boolean differs = order.countedYen() != order.expectedYen();
    if (order.countedYen() < 0 || reason.length() > LONGEST_REASON) {
      return refused("数えた現金は0円以上で、理由は200文字までで入力してください。");
    }
    if (differs && reason.isEmpty()) {
      return refused("現金が帳簿と合いません。理由を書いてください。");
    }
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    if (order.day().isAfter(today)) {
      return refused("きょうより後の日は締められません。");
    }
    return database.inTown(
        town,
        c -> {
          settlements.lockTown(c, town);
          Optional<DayClose> last = store.list(c, town, 1).stream().findFirst();
          if (last.filter(l -> !l.day().isBefore(order.day())).isPresent()) {
            return refused("この日か、この日より後の日は、もう締められています。画面を見直してください。");
          }
          Optional<Set<String>> paidIn =
              book.settleDrawer(c, town, endOf(order.day()), order.expectedYen());
          if (paidIn.isEmpty()) {
            return refused("現金の帳簿の額が変わりました。画面を見直して、もう一度数えてください。");
          }
          book.bookLateRevenue(c, town);
          List<DayCloseStore.Entry> entries =
              store.listOpen(
                  c, town, endOf(order.day()), paidIn.get(), order.day(), order.accountNames());
          store.insert(
              c,
              town,
              new DayClose(
                  order.day(),
                  order.expectedYen(),
                  order.countedYen(),
                  differs ? reason : "",
                  order.charset(),
                  order.clerk(),
                  clock.instant()),
              grouped(entries),
              entries.stream().map(DayCloseStore.Entry::id).toList());
          return new Settlements.Outcome.Written();
        });
  }

  /// A closed day; empty where it was not closed.
  public Optional<Closed> find(MunicipalityCode town, LocalDate day) {
    return database.inTown(
        town,
        c -> store.find(c, town, day).map(close -> new Closed(close, store.rows(c, town, day))));
  }

  private static List<IncomeRow> grouped(List<DayCloseStore.Entry> entries) {
    TreeMap<IncomeRow, IncomeRow> rows = new TreeMap<>(ORDER);
    for (DayCloseStore.Entry entry : entries) {
      rows.merge(entry.row(), entry.row(), DayCloses::sum);
    }
    return List.copyOf(rows.values());
  }

  private static IncomeRow sum(IncomeRow a, IncomeRow b) {
    return new IncomeRow(
        a.incomeOn(),
        a.transferOn(),
        a.account(),
        a.accountName(),
        a.way(),
        a.itemCount() + b.itemCount(),
        a.yen() + b.yen());
  }

  private static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZONE).toInstant();
  }

  private static Settlements.Outcome refused(String message) {
    return new Settlements.Outcome.Refused(List.of(message));
  }
}
