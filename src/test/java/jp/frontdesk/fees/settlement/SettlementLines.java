package jp.frontdesk.fees.settlement;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.MunicipalityCode;

/// Files of agent and provider as tests write them, in the formats that the product ships.
public final class SettlementLines {
  private static final String AGENT = "dsk-style";
  private static final String PROVIDER = "paypay";

  private SettlementLines() {}

  /// One line of the agent's file.
  ///
  /// @param kind 01, 02, 03
  /// @param time of the day 2026-11-23, four digits
  public static String agent(String kind, String digits, long yen, String time) {
    return String.join(
        ",",
        kind,
        "20261123",
        time,
        "EAN" + digits,
        "",
        "",
        "0",
        "" + yen,
        "010",
        "見本店",
        "1",
        kind.equals("02") ? "20261130" : "",
        "20261124");
  }

  /// One line of the provider's file; a sum below zero is a refund.
  public static String provider(String key, String paymentId, long yen) {
    return String.join(
        ",", paymentId, yen < 0 ? "返金完了" : "取引完了", "2026/11/23 10:15:00", "" + yen, key);
  }

  /// The agent's file.
  public static byte[] agentFile(List<String> lines) {
    return text(lines).getBytes(Charset.forName("windows-31j"));
  }

  /// The provider's file.
  public static byte[] providerFile(List<String> lines) {
    List<String> all = new ArrayList<>(List.of("決済番号,取引ステータス,取引日時,取引金額,加盟店決済ID"));
    all.addAll(lines);
    return text(all).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(List<String> lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  /// Reads and takes a file as the page does.
  public static Settlements.Outcome take(
      Settlements settlements, MunicipalityCode town, boolean isAgent, byte[] file, String clerk) {
    SettlementFormat format =
        Optional.ofNullable(
                SettlementSettings.loadAll(Path.of("kiosk-config"), List.of(town))
                    .orThrow()
                    .get(town))
            .flatMap(settings -> settings.find(isAgent ? AGENT : PROVIDER))
            .orElseThrow();
    SettlementReader.Outcome read = SettlementReader.read(format, file);
    if (!(read instanceof SettlementReader.Outcome.Good(List<SettlementLine> lines))) {
      throw new AssertionError("the test's own file is wrong: " + read);
    }
    return settlements.take(town, format, "結果 1.csv", file, lines, clerk);
  }
}
