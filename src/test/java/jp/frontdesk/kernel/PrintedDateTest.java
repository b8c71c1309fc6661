package jp.frontdesk.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDateTest {
  private static final LocalDate LAST_DAY = LocalDate.of(2101, 1, 1);

  @Test
  void everyDayFromMeijiTo2100ComesBackFromItsWareki() {
    List<LocalDate> days = Era.MEIJI.firstDay().datesUntil(LAST_DAY).toList();

    assertThat(days).hasSizeGreaterThan(85_000);
    assertThat(days.stream().map(PrintedDate.Calendar::new))
        .allMatch(date -> comesBack(date, date.wareki()));
  }

  @Test
  void everyFifthDayComesBackFromTheOtherNotations() {
    Stream<PrintedDate.Calendar> dates =
        Era.MEIJI.firstDay().datesUntil(LAST_DAY, Period.ofDays(5)).map(PrintedDate.Calendar::new);

    assertThat(dates)
        .allMatch(date ->
            comesBack(date, date.western())
                && comesBack(date, date.day().toString())
                && comesBack(date, inLetters(date)));
  }

  private static boolean comesBack(PrintedDate date, String text) {
    return PrintedDate.parse(text).filter(date::equals).isPresent();
  }

  private static String inLetters(PrintedDate date) {
    WarekiParts parts = date.parts().orElseThrow();
    return parts.era().letter() + parts.year() + "." + parts.month() + "." + parts.day();
  }

  @ParameterizedTest
  @CsvSource({
    "昭和49年12月1日,1974-12-01",
    "令和 7年 9月28日,2025-09-28",
    "令和　７年　９月２８日,2025-09-28",
    "令和元年5月1日,2019-05-01",
    "令和1年5月1日,2019-05-01",
    "昭和元年12月25日,1926-12-25",
    "昭和49年12月1日生,1974-12-01",
    "㍼49年12月1日,1974-12-01",
    "昭49.12.1,1974-12-01",
    "S49.12.1,1974-12-01",
    "s49/12/01,1974-12-01",
    "Ｓ４９．１２．１,1974-12-01",
    "R元.5.1,2019-05-01",
    "H31-4-30,2019-04-30",
    "1971年3月18日,1971-03-18",
    "西暦1971年3月18日,1971-03-18",
    "1971-03-18,1971-03-18",
    "2028/1/19,2028-01-19",
    "２０２８．１．１９,2028-01-19",
    "平成12年2月29日,2000-02-29"
  })
  void aDateIsReadInAnyUsualNotation(String text, LocalDate day) {
    assertThat(PrintedDate.parse(text)).contains(new PrintedDate.Calendar(day));
  }

  @ParameterizedTest
  @CsvSource({
    "明治45年7月30日,MEIJI,45,7,30,1912-07-30",
    "大正15年12月25日,TAISHO,15,12,25,1926-12-25",
    "大正15年12月31日,TAISHO,15,12,31,1926-12-31",
    "平成31年5月1日,HEISEI,31,5,1,2019-05-01"
  })
  void aDayAfterTheErasEndStaysAsPrintedAndKeepsItsDay(
      String text, Era era, int year, int month, int day, LocalDate meant) {
    PrintedDate date = PrintedDate.parse(text).orElseThrow();

    assertThat(date).isEqualTo(new PrintedDate.NonCalendar(era, year, month, day));
    assertThat(date.date()).contains(meant);
    assertThat(date.wareki()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"昭和50年2月29日", "昭和20年2月30日", "令和6年4月31日", "明治33年2月29日"})
  void aDayNoCalendarHasStaysAsPrintedWithoutADay(String text) {
    PrintedDate date = PrintedDate.parse(text).orElseThrow();

    assertThat(date).isInstanceOf(PrintedDate.NonCalendar.class);
    assertThat(date.date()).isEmpty();
    assertThat(date.wareki()).isEqualTo(text);
    assertThat(PrintedDate.parse(date.western())).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "昭和",
        "昭和49年",
        "昭和49年13月1日",
        "昭和49年0月1日",
        "昭和49年12月0日",
        "昭和49年12月32日",
        "昭和0年1月1日",
        "昭和65年1月1日",
        "平成32年1月1日",
        "大正16年1月1日",
        "令和元年4月30日",
        "昭和元年12月24日",
        "1867-12-31",
        "3000-01-01",
        "99-01-01",
        "慶応3年1月1日",
        "9月28日",
        "令和7年9月28日までの間",
        "見本　太郎",
        "令和100年1月1日"
      })
  void whatIsNoDateIsNotRead(String text) {
    assertThat(PrintedDate.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "年月日不詳",
        "生年月日不詳",
        "不詳",
        "月日不詳",
        "日不詳",
        "令和3年月日不詳",
        "昭和20年8月日不詳",
        "令和3年頃",
        "昭和20年8月頃",
        "昭和20年8月15日頃",
        "推定令和3年4月1日",
        "推定昭和20年",
        "推定昭和20年8月頃",
        "昭和49年12月上旬",
        "昭和49年12月中旬頃",
        "令和元年5月下旬",
        "1日頃から10日頃までの間",
        "令和3年4月1日頃から10日頃までの間",
        "令和3年4月1日から令和3年5月10日頃までの間",
        "1975年頃",
        "1975年3月日不詳"
      })
  void aPermittedWordingForAnUnknownDateIsKept(String text) {
    PrintedDate date = PrintedDate.parse(text).orElseThrow();

    assertThat(date).isEqualTo(new PrintedDate.Unknown(text));
    assertThat(date.wareki()).isEqualTo(text);
    assertThat(date.western()).isEqualTo(text);
    assertThat(date.date()).isEmpty();
    assertThat(date.parts()).isEmpty();
  }

  @Test
  void spacesAndWidthInAWordingAreFolded() {
    assertThat(PrintedDate.parse("令和　３年 月日不詳")).contains(new PrintedDate.Unknown("令和3年月日不詳"));
  }

  @Test
  void randomSpacesAndWidthsDoNotMatter() {
    Random random = new Random(20260401);
    for (int i = 0; i < 5_000; i++) {
      LocalDate day = Era.MEIJI.firstDay().plusDays(random.nextInt(85_000));
      PrintedDate date = new PrintedDate.Calendar(day);
      StringBuilder text = new StringBuilder();
      for (char c : date.wareki().toCharArray()) {
        text.append(random.nextInt(4) == 0 ? "　" : "");
        text.append(c <= '9' && random.nextBoolean() ? (char) (c - '0' + '０') : c);
      }

      assertThat(PrintedDate.parse(text.toString())).as("day %s", day).contains(date);
    }
  }

  @Test
  void partsFitTheBoxesOfAForm() {
    assertThat(PrintedDate.parse("R1.5.1").orElseThrow().parts())
        .contains(new WarekiParts(Era.REIWA, 1, 5, 1));
    assertThat(new WarekiParts(Era.REIWA, 1, 5, 1).yearText()).isEqualTo("元");
  }

  @Test
  void theImpossibleIsRefused() {
    LocalDate tooEarly = LocalDate.of(1867, 1, 1);
    assertThatThrownBy(() -> new PrintedDate.Calendar(tooEarly))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PrintedDate.NonCalendar(Era.SHOWA, 49, 12, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PrintedDate.Unknown("たぶん春"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new WarekiParts(Era.SHOWA, 65, 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noDateShowsItselfInALog() {
    assertThat(PrintedDate.parse("S49.12.1").orElseThrow().toString()).doesNotContain("49", "1974");
  }
}
