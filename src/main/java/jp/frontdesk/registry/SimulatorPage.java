package jp.frontdesk.registry;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/// What the simulator's page shows.
///
/// @param rows the entries, the newest first
/// @param faults the faults at present
public record SimulatorPage(List<Row> rows, SimulatorFaults faults) {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm:ss");

  public SimulatorPage {
    rows = List.copyOf(rows);
  }

  /// One line of 仮登録一覧, every value as shown.
  ///
  /// @param members how many people move in
  /// @param timesReceived how often the sender sent it; more than 1 after a failure on the way
  /// @param alerts what is to be completed before 本登録
  public record Row(
      String reception,
      String town,
      String head,
      int members,
      String receipt,
      String registeredAt,
      int timesReceived,
      int alerts) {
    @Override
    public String toString() {
      return "Row(" + receipt + ")";
    }
  }

  static SimulatorPage of(
      List<ProvisionalEntry> entries, SimulatorFaults faults, Map<String, String> townNames) {
    return new SimulatorPage(entries.stream().map(entry -> row(entry, townNames)).toList(), faults);
  }

  private static Row row(ProvisionalEntry entry, Map<String, String> townNames) {
    return new Row(
        entry.record().path("受付番号").asText(""),
        townNames.getOrDefault(entry.town(), entry.town()),
        entry.record().path("世帯主氏名").asText(""),
        entry.record().path("世帯員").size(),
        entry.receipt(),
        TIME.format(entry.registeredAt().atZone(JAPAN)),
        entry.timesReceived(),
        entry.alerts());
  }

  /// One fault as the page shows it.
  ///
  /// @param isOn whether it is set
  /// @param state how it is set, in words
  /// @param choices what its buttons offer
  public record FaultLine(
      SimulatorFaults.Fault fault, String label, boolean isOn, String state, List<Choice> choices) {
    public FaultLine {
      choices = List.copyOf(choices);
    }
  }

  /// A button.
  public record Choice(String label, int value) {}

  /// The faults in the order they are shown.
  public List<FaultLine> faultLines() {
    return List.of(
        new FaultLine(
            SimulatorFaults.Fault.DELAY,
            "応答を遅らせる",
            faults.delayMs() != 0,
            faults.delayMs() == 0 ? "なし" : faults.delayMs() + " ミリ秒",
            List.of(new Choice("3秒", 3_000), new Choice("30秒", 30_000), new Choice("なし", 0))),
        counted(SimulatorFaults.Fault.DROP, "登録した後に通信を切る", faults.dropAfterCommit()),
        counted(SimulatorFaults.Fault.ERROR, "エラー（500）を返す", faults.serverError()),
        counted(SimulatorFaults.Fault.TWICE, "二重に応答する", faults.answerTwice()),
        new FaultLine(
            SimulatorFaults.Fault.DOWN,
            "停止中にする",
            faults.down(),
            faults.down() ? "停止中" : "なし",
            List.of(new Choice("停止", 1), new Choice("再開", 0))));
  }

  private static FaultLine counted(SimulatorFaults.Fault fault, String label, int count) {
    String state = count == 0 ? "なし" : count < 0 ? "いつも" : "次の" + count + "件";
    return new FaultLine(
        fault,
        label,
        count != 0,
        state,
        List.of(new Choice("次の1件", 1), new Choice("いつも", -1), new Choice("なし", 0)));
  }
}
