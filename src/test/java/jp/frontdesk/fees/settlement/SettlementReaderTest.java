package jp.frontdesk.fees.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import jp.frontdesk.fees.Loaded;
import jp.frontdesk.fees.MoneyNotice;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is no file of the format is refused with row and column, and never with its content.
class SettlementReaderTest {
  private static final MunicipalityCode TOWN = new MunicipalityCode("999997");
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final String DIGITS = "91912345141003202600000000001099999900003007";
  private static final String SECRET = "himitsu";
  private static final String HEADING = "決済番号,取引ステータス,取引日時,取引金額,加盟店決済ID\r\n";

  private static SettlementFormat format(String id) {
    Map<MunicipalityCode, SettlementSettings> all =
        SettlementSettings.loadAll(Path.of("kiosk-config"), List.of(TOWN)).orThrow();
    return Optional.ofNullable(all.get(TOWN)).orElseThrow().find(id).orElseThrow();
  }

  private static String row(String kind, String reference, String yen) {
    return kind
        + ",20261123,1015,"
        + reference
        + ",自由1,自由2,0,"
        + yen
        + ",010,見本店,0001,20261130,20261124\r\n";
  }

  private static SettlementReader.Outcome dsk(String text) {
    return SettlementReader.read(format("dsk-style"), text.getBytes(MS932));
  }

  private static SettlementReader.Outcome paypay(String text) {
    return SettlementReader.read(format("paypay"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<SettlementLine> good(SettlementReader.Outcome outcome) {
    assertThat(outcome).isInstanceOf(SettlementReader.Outcome.Good.class);
    return ((SettlementReader.Outcome.Good) outcome).lines();
  }

  private static List<String> faults(SettlementReader.Outcome outcome) {
    assertThat(outcome).isInstanceOf(SettlementReader.Outcome.Faulty.class);
    List<String> faults = ((SettlementReader.Outcome.Faulty) outcome).faults();
    assertThat(String.join("", faults)).doesNotContain(SECRET);
    return faults;
  }

  @Test
  void everyKindOfTheAgentsFileIsRead() {
    List<SettlementLine> lines =
        good(
            dsk(
                row("01", "EAN" + DIGITS, "300")
                    + row("02", DIGITS, "300")
                    + row("03", DIGITS, "300")));

    assertThat(lines)
        .extracting(line -> line.notice().kind())
        .containsExactly(
            MoneyNotice.Kind.QUICK, MoneyNotice.Kind.FINAL, MoneyNotice.Kind.WITHDRAWN);
    assertThat(lines.getFirst())
        .isEqualTo(
            new SettlementLine(
                1,
                new MoneyNotice(
                    MoneyNotice.Kind.QUICK,
                    true,
                    DIGITS,
                    Optional.empty(),
                    300,
                    Instant.parse("2026-11-23T01:15:00Z")),
                Optional.of(LocalDate.of(2026, 11, 30))));
  }

  @Test
  void theProvidersColumnsAreFoundByTheirHeadings() {
    List<SettlementLine> lines =
        good(
            paypay(
                """
                \ufeff加盟店決済ID,取引金額,メモ,取引日時,取引ステータス,決済番号
                999997-a,"1,200","改行
                あり",2026/11/23 10:15:00,取引完了,P1

                ,-300,,2026/11/24 00:00:01,返金完了,P2
                x,1,,2026/11/24 00:00:01,取引取消,P3
                """));

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().notice())
        .isEqualTo(
            new MoneyNotice(
                MoneyNotice.Kind.FINAL,
                false,
                "999997-a",
                Optional.of("P1"),
                1200,
                Instant.parse("2026-11-23T01:15:00Z")));
    assertThat(lines.get(1).row()).isEqualTo(4);
    assertThat(lines.get(1).yen()).isEqualTo(-300);
  }

  @Test
  void eachFaultNamesRowAndColumnAndNoContent() {
    assertThat(
            faults(
                dsk(
                    row("01", DIGITS, "300")
                        + row("99" + SECRET, DIGITS, "300")
                        + row("02", SECRET, "300")
                        + row("02", DIGITS, "3" + SECRET)
                        + row("02", DIGITS, "-300")
                        + row("02", DIGITS, "0")
                        + row("02", DIGITS, "300").replace("20261123", "20261323")
                        + row("02", DIGITS, "300").replace(",20261130,20261124", ""))))
        .containsExactly(
            "2行目の1列目：種別が、形式の設定にありません。",
            "3行目の4列目：44けたのバーコード番号ではありません。",
            "4行目の8列目：金額が数字ではありません。",
            "5行目の8列目：金額が1円以上ではありません。",
            "6行目の8列目：金額が1円以上ではありません。",
            "7行目の2列目：日付か時刻の形がちがいます。",
            "8行目の12列目：列がありません。");
  }

  @Test
  void aRefundMustBeBelowZero() {
    assertThat(faults(paypay(HEADING + "P1,返金完了,2026/11/23 10:15:00,300,999997-a\r\n")))
        .containsExactly("2行目の4列目：返金の金額がマイナスではありません。");
  }

  @Test
  void aHeadingThatLacksIsNamedByOurOwnWord() {
    assertThat(faults(paypay("決済番号,取引日時,取引金額," + SECRET + "\r\n")))
        .anyMatch(fault -> fault.contains("取引ステータス"))
        .anyMatch(fault -> fault.contains("加盟店決済ID"));
  }

  @Test
  void formulasAreNoKeysUnlessTheyLookLikeOneAndAreNeverRun() {
    List<SettlementLine> lines = good(paypay(HEADING + "P1,取引完了,2026/11/23 10:15:00,300,=1+1\r\n"));

    assertThat(lines.getFirst().notice().reference()).isEqualTo("=1+1");
    assertThat(AccountingCsv.harmless("=1+1")).isEqualTo("'=1+1");
    assertThat(AccountingCsv.harmless("手数料")).isEqualTo("手数料");
    assertThat(faults(paypay(HEADING + "P1,取引完了,2026/11/23 10:15:00,=300,999997-a\r\n")))
        .containsExactly("2行目の4列目：金額が数字ではありません。");
  }

  @Test
  void whatIsNoTextOfTheEncodingIsRefused() {
    byte[] shiftJis = (HEADING + "P1,取引完了,2026/11/23 10:15:00,300,a\r\n").getBytes(MS932);

    assertThat(faults(SettlementReader.read(format("paypay"), shiftJis)))
        .singleElement()
        .asString()
        .contains("文字コード");
    assertThat(faults(paypay(HEADING + "P1,取引完了,2026/11/23 10:15:00,300,a\0b\r\n")))
        .singleElement()
        .asString()
        .contains("文字のファイルではありません");
    assertThat(faults(SettlementReader.read(format("paypay"), new byte[0]))).hasSize(1);
    assertThat(faults(paypay(HEADING))).containsExactly("入金の行がありません。");
  }

  @Test
  void hugeFieldsFilesAndOpenQuotesAreRefused() {
    assertThat(faults(paypay(HEADING + "P1,取引完了,2026/11/23 10:15:00,300," + "9".repeat(900_000))))
        .containsExactly("2行目の5列目：長すぎます。");
    assertThat(faults(paypay(HEADING + "\"" + SECRET + ",取引完了"))).hasSize(1);
    assertThat(
            faults(
                SettlementReader.read(format("paypay"), new byte[SettlementReader.MOST_BYTES + 1])))
        .singleElement()
        .asString()
        .contains("10MB");
    assertThat(faults(paypay(HEADING + "\n".repeat(SettlementReader.MOST_ROWS + 1))))
        .singleElement()
        .asString()
        .contains("20万行");
    assertThat(faults(paypay(HEADING + (SECRET + "\r\n").repeat(1000)))).hasSize(20);
  }

  @Test
  void noBytesMakeTheReaderFail() {
    Random random = new Random(11);
    SettlementFormat dsk = format("dsk-style");
    byte[] right = row("02", DIGITS, "300").repeat(3).getBytes(MS932);
    for (int i = 0; i < 3_000; i++) {
      byte[] bytes = right.clone();
      for (int change = random.nextInt(6); change >= 0; change--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      assertThat(SettlementReader.read(dsk, bytes)).isNotNull();
    }
  }

  @Test
  void everyFaultOfAFormatIsNamedWithFileAndLine(@TempDir Path folder) throws IOException {
    Path file = Files.createDirectories(folder.resolve("common/settlement")).resolve("x.yaml");
    Files.writeString(
        file,
        """
        name: x
        encoding: EBCDIC
        delimiter: pipe
        header_lines: 0
        reference: { column: 見出し, kind: something }
        amount: { column: 500 }
        paid_on: { column: 2, pattern: "yyyy-'x" }
        type:
          column: 1
          codes:
            - { code: "1", means: money }
            - { code: "1", means: final }
        more: 1
        """);
    Files.writeString(
        Files.createDirectories(folder.resolve("999997")).resolve("accounting.yaml"),
        "encoding: UTF-16\n");

    assertThat(SettlementSettings.loadAll(folder, List.of(TOWN)))
        .isInstanceOfSatisfying(
            Loaded.Faulty.class,
            faulty ->
                assertThat(String.join("\n", faulty(faulty)))
                    .contains(
                        file + ":2: encoding must be",
                        file + ":3: delimiter must be",
                        file + ":5: column must be a number",
                        file + ":5: kind must be",
                        file + ":6: column must be from 1 to 200",
                        file + ":7: pattern must be one like",
                        file + ":11: means must be",
                        file + ":12: this code stands here a second time",
                        file + ":13: more is no known key",
                        "accounting.yaml:1: encoding must be"));
  }

  private static List<String> faulty(Loaded.Faulty<?> faulty) {
    return faulty.faults();
  }

  @Test
  void aTownsOwnFormatStandsInPlaceOfTheCommonOne(@TempDir Path folder) throws IOException {
    Path common = Files.createDirectories(folder.resolve("common/settlement"));
    Path own = Files.createDirectories(folder.resolve("999997/settlement"));
    String text = Files.readString(Path.of("kiosk-config/common/settlement/dsk-style.yaml"));
    Files.writeString(common.resolve("agent.yaml"), text);
    Files.writeString(
        own.resolve("agent.yaml"), text.replace("delimiter: comma", "delimiter: tab"));
    Files.writeString(folder.resolve("999997/accounting.yaml"), "encoding: Shift_JIS\n");

    SettlementSettings settings =
        Optional.ofNullable(SettlementSettings.loadAll(folder, List.of(TOWN)).orThrow().get(TOWN))
            .orElseThrow();

    assertThat(settings.formats()).hasSize(1);
    assertThat(settings.find("agent").orElseThrow().delimiter()).isEqualTo('\t');
    assertThat(settings.accountingCharset()).isEqualTo(MS932);
  }
}
