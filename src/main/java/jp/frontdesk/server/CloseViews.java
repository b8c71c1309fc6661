package jp.frontdesk.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import jp.frontdesk.cases.CaseStore;
import jp.frontdesk.fees.MoneyNotice;
import jp.frontdesk.fees.PaymentAttempt;
import jp.frontdesk.fees.SettlementBook;
import jp.frontdesk.fees.settlement.DayClose;
import jp.frontdesk.fees.settlement.IncomeRow;
import jp.frontdesk.fees.settlement.PiledLine;
import jp.frontdesk.fees.settlement.SettlementFile;
import jp.frontdesk.fees.settlement.SettlementLine;
import jp.frontdesk.fees.settlement.SettlementSettings;
import jp.frontdesk.fees.settlement.Settlements;
import jp.frontdesk.review.ClosePageView;

/// The daily close in words.
final class CloseViews {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
  private static final int SHOWN_DIGITS = 14;

  private CloseViews() {}

  static String words(LocalDate day) {
    return DAY.format(day);
  }

  static List<ClosePageView.Format> formats(SettlementSettings settings) {
    return settings.formats().stream()
        .map(f -> new ClosePageView.Format(f.id(), f.name() + (f.isExample() ? "【見本】" : "")))
        .toList();
  }

  static List<ClosePageView.TakenFile> files(
      List<SettlementFile> files, SettlementSettings settings) {
    return files.stream()
        .map(f ->
            new ClosePageView.TakenFile(
                f.fileName(),
                settings.find(f.format()).map(format -> format.name()).orElse(f.format()),
                Words.dayAndTime(f.receivedAt()) + "　" + f.receivedBy(),
                f.lineCount(),
                f.totalYen(),
                f.matchedCount(),
                f.lineCount() - f.matchedCount() - f.waitingCount(),
                f.waitingCount()))
        .toList();
  }

  static List<ClosePageView.Total> piles(Settlements.Piles piles) {
    List<Settlements.OursOnly> ours =
        piles.ours().stream().filter(o -> o.cleared().isEmpty()).toList();
    return List.of(
        new ClosePageView.Total("照合済み", piles.matchedCount(), piles.matchedYen()),
        new ClosePageView.Total(
            "当方だけ", ours.size(), ours.stream().mapToLong(o -> o.unsettled().yen()).sum()),
        new ClosePageView.Total(
            "相手だけ",
            piles.theirs().size(),
            piles.theirs().stream().mapToLong(l -> signedYen(l.line())).sum()));
  }

  static List<ClosePageView.Theirs> theirs(List<PiledLine> lines, LocalDate today) {
    return lines.stream()
        .map(l ->
            new ClosePageView.Theirs(
                l.fileId().toString(),
                l.line().row(),
                kind(l.line().notice().kind()),
                number(l.line().notice()),
                signedYen(l.line()),
                Words.dayAndTime(l.line().notice().paidAt()),
                days(l.line().notice().paidAt(), today),
                l.why().map(CloseViews::why).orElse(""),
                l.fileName() + " の " + l.line().row() + "行目"))
        .toList();
  }

  static List<ClosePageView.Ours> ours(List<Settlements.OursOnly> ours, LocalDate today) {
    return ours.stream()
        .filter(o -> o.cleared().isEmpty())
        .map(o -> {
          PaymentAttempt attempt = o.unsettled().attempt();
          Instant at = attempt.paidAt().orElse(attempt.createdAt());
          return new ClosePageView.Ours(
              attempt.key(),
              way(attempt) + (o.unsettled().yen() < 0 ? "の返金" : ""),
              o.unsettled().yen(),
              Words.dayAndTime(at),
              days(at, today),
              DeskCaseRoutes.pathOf(attempt.caseId()) + "/fee");
        })
        .toList();
  }

  static List<ClosePageView.Cleared> cleared(Settlements.Piles piles) {
    Map<PiledLine.Clearance, ClosePageView.Cleared> all = new LinkedHashMap<>();
    for (PiledLine line : piles.clearedTheirs()) {
      line.cleared()
          .ifPresent(word ->
              all.put(
                  word,
                  cleared(
                      "相手だけ　"
                          + kind(line.line().notice().kind())
                          + "　"
                          + number(line.line().notice()),
                      signedYen(line.line()),
                      word)));
    }
    for (Settlements.OursOnly ours : piles.ours()) {
      ours.cleared()
          .ifPresent(word ->
              all.put(
                  word,
                  cleared(
                      "当方だけ　" + way(ours.unsettled().attempt()), ours.unsettled().yen(), word)));
    }
    return all.entrySet().stream()
        .sorted((a, b) -> b.getKey().at().compareTo(a.getKey().at()))
        .map(Map.Entry::getValue)
        .toList();
  }

  private static ClosePageView.Cleared cleared(String what, long yen, PiledLine.Clearance word) {
    return new ClosePageView.Cleared(
        what, yen, word.reason(), word.by() + "　" + Words.dayAndTime(word.at()));
  }

  static List<ClosePageView.Total> byAccount(List<IncomeRow> rows) {
    return totals(rows, row -> row.account() + "　" + row.accountName());
  }

  static List<ClosePageView.Total> byTransfer(List<IncomeRow> rows) {
    return totals(rows, row -> row.transferOn().map(LocalDate::toString).orElse("振込日なし"));
  }

  private static List<ClosePageView.Total> totals(
      List<IncomeRow> rows, Function<IncomeRow, String> label) {
    Map<String, ClosePageView.Total> totals = new TreeMap<>();
    for (IncomeRow row : rows) {
      totals.merge(
          label.apply(row),
          new ClosePageView.Total(label.apply(row), row.itemCount(), row.yen()),
          (a, b) -> new ClosePageView.Total(a.label(), a.count() + b.count(), a.yen() + b.yen()));
    }
    return new ArrayList<>(totals.values());
  }

  static List<ClosePageView.Closed> closes(List<DayClose> closes) {
    return closes.stream()
        .map(d ->
            new ClosePageView.Closed(
                d.day().toString(),
                DeskCloseRoutes.exportPath(d.day()),
                d.expectedYen(),
                d.countedYen(),
                d.reason(),
                d.closedBy() + "　" + Words.dayAndTime(d.closedAt())))
        .toList();
  }

  private static long signedYen(SettlementLine line) {
    long yen = line.notice().amountYen();
    return switch (line.notice().kind()) {
      case QUICK, FINAL -> yen;
      case WITHDRAWN, REFUND -> -yen;
    };
  }

  private static String kind(MoneyNotice.Kind kind) {
    return switch (kind) {
      case QUICK -> "速報";
      case FINAL -> "確定";
      case WITHDRAWN -> "取消";
      case REFUND -> "返金";
    };
  }

  private static String way(PaymentAttempt attempt) {
    return switch (attempt.channel()) {
      case SLIP -> "払込票";
      case DYNAMIC_CODE -> "QRコード";
      case CASH -> "現金";
    };
  }

  /// The provider's number, or the digits of a slip's own part, which tell it from others.
  private static String number(MoneyNotice notice) {
    Optional<String> id = notice.paymentId();
    if (id.isPresent()) {
      return id.get();
    }
    String reference = notice.reference();
    return notice.isSlip() && reference.length() == 44
        ? "…" + reference.substring(44 - SHOWN_DIGITS - 15, 44 - 14)
        : reference;
  }

  private static long days(Instant at, LocalDate today) {
    return Math.max(0, ChronoUnit.DAYS.between(LocalDate.ofInstant(at, CaseStore.JAPAN), today));
  }

  private static String why(SettlementBook.Reason reason) {
    return switch (reason) {
      case UNKNOWN -> "この番号は、こちらの帳簿にありません";
      case OTHER_AMOUNT -> "金額が帳簿と違います";
      case SECOND_FINAL -> "もう入金済みです（2回目の確定）";
      case SECOND_PAYMENT -> "帳簿とは別の支払いです";
      case WITHDRAWN_BEFORE -> "取り消された支払いです";
      case SETTLED_BEFORE -> "確定のあとの取消です";
      case NOT_PAID -> "支払いの記録がない取消です";
      case NOT_REFUNDED -> "こちらに返金の記録がありません";
    };
  }
}
