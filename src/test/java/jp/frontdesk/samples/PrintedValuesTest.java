package jp.frontdesk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.samples.PrintedValues.Printed;
import jp.frontdesk.samples.SamplePerson.Insurance;
import jp.frontdesk.samples.SamplePerson.Origin;
import jp.frontdesk.samples.paper.DateStyle;
import jp.frontdesk.samples.paper.PrintStyle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintedValuesTest {
  private static final FieldPath BIRTH = FieldPath.of(CertificateField.BIRTH_DATE, 0);

  @ParameterizedTest
  @CsvSource({
    "PLAIN, 2026-01-05, 令和8年1月5日",
    "PADDED, 2026-01-05, 令和 8年 1月 5日",
    "FULL_WIDTH, 1989-01-08, 平成元年１月８日",
    "ZEROS, 1989-01-07, 昭和64年01月07日",
    "DOTTED, 1974-12-01, 昭49.12. 1",
    "PLAIN, 2019-05-01, 令和元年5月1日",
    "PLAIN, 1926-12-24, 大正15年12月24日"
  })
  void aDayIsPrintedInItsEra(DateStyle style, LocalDate day, String printed) {
    Map<FieldPath, Printed> values = print(SampleDate.of(day), style);

    assertThat(values.get(BIRTH)).isEqualTo(new Printed(printed, Optional.of(day)));
  }

  @Test
  void anUnknownDateIsPrintedInItsWordsAndHasNoNorm() {
    Map<FieldPath, Printed> values = print(SampleDate.worded("昭和20年月日不詳"), DateStyle.FULL_WIDTH);

    assertThat(values.get(BIRTH)).isEqualTo(new Printed("昭和20年月日不詳", Optional.empty()));
  }

  private static Map<FieldPath, Printed> print(SampleDate birth, DateStyle style) {
    LocalDate day = LocalDate.of(2026, 3, 1);
    SamplePerson person =
        new SamplePerson(
            "見本　太郎",
            "ミホン　タロウ",
            "",
            birth,
            "男",
            "世帯主",
            new Origin.Domestic("架空町字見本1番地", "見本　太郎"),
            "12345678903",
            "123456789018",
            Insurance.none());
    SampleHousehold household =
        new SampleHousehold(
            "架空町", "例田　花子", day, "1", day, day, "架空町1", "鎌倉市2", "見本　太郎", "見本　太郎", List.of(person));
    return PrintedValues.of(household, new PrintStyle("　", true, style, true, true, false));
  }
}
