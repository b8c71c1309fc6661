package jp.frontdesk.samples;

import java.time.LocalDate;
import java.time.chrono.JapaneseDate;
import java.time.temporal.ChronoField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.Widths;
import jp.frontdesk.samples.SamplePerson.Insurance;
import jp.frontdesk.samples.SamplePerson.Origin;
import jp.frontdesk.samples.paper.DateStyle;
import jp.frontdesk.samples.paper.PrintStyle;

/// Turns a household into the very characters that one town's system prints.
final class PrintedValues {
  private final PrintStyle style;
  private final Map<FieldPath, Printed> fields = new LinkedHashMap<>();

  private PrintedValues(PrintStyle style) {
    this.style = style;
  }

  /// A value as printed.
  ///
  /// @param norm the day that a printed date means, empty for other fields and for wordings
  record Printed(String value, Optional<LocalDate> norm) {}

  /// Every value that is not empty, in reading order.
  static Map<FieldPath, Printed> of(SampleHousehold household, PrintStyle style) {
    PrintedValues values = new PrintedValues(style);
    values.addPaper(household);
    for (int i = 0; i < household.members().size(); i++) {
      values.addMember(household.members().get(i), i);
    }
    return values.fields;
  }

  private void addPaper(SampleHousehold h) {
    FieldPath issuer = FieldPath.of(CertificateField.ISSUER);
    put(issuer, h.issuer());
    put(FieldPath.of(CertificateField.MAYOR), spaced(h.mayor()));
    putDate(FieldPath.of(CertificateField.ISSUE_DATE), SampleDate.of(h.issuedOn()), false);
    put(FieldPath.of(CertificateField.CERTIFICATE_NUMBER), h.number());
    putDate(FieldPath.of(CertificateField.MOVE_DATE), SampleDate.of(h.movesOn()), false);
    putDate(
        FieldPath.of(CertificateField.MOVE_NOTIFIED_DATE), SampleDate.of(h.notifiedOn()), false);
    put(FieldPath.of(CertificateField.OLD_ADDRESS), address(h.oldAddress()));
    put(FieldPath.of(CertificateField.NEW_ADDRESS), address(h.newAddress()));
    put(FieldPath.of(CertificateField.OLD_HOUSEHOLDER), spaced(h.oldHouseholder()));
    put(FieldPath.of(CertificateField.NEW_HOUSEHOLDER), spaced(h.newHouseholder()));
  }

  private void addMember(SamplePerson p, int i) {
    put(FieldPath.of(CertificateField.NAME, i), spaced(p.name()));
    put(FieldPath.of(CertificateField.KANA, i), kana(p.kana()));
    put(FieldPath.of(CertificateField.FORMER_NAME, i), p.formerName());
    putDate(FieldPath.of(CertificateField.BIRTH_DATE, i), p.birth(), p.isForeign());
    put(FieldPath.of(CertificateField.SEX, i), p.sex());
    put(FieldPath.of(CertificateField.RELATION, i), p.relation());
    switch (p.origin()) {
      case Origin.Domestic d -> {
        put(FieldPath.of(CertificateField.REGISTERED_DOMICILE, i), address(d.registeredDomicile()));
        put(FieldPath.of(CertificateField.DOMICILE_HEAD, i), spaced(d.domicileHead()));
      }
      case Origin.Foreign f -> {
        put(FieldPath.of(CertificateField.ALIAS, i), spaced(f.alias()));
        put(FieldPath.of(CertificateField.NATIONALITY, i), f.nationality());
        put(FieldPath.of(CertificateField.RESIDENCE_STATUS, i), f.status());
        put(FieldPath.of(CertificateField.RESIDENCE_CARD, i), f.cardNumber());
        putDate(FieldPath.of(CertificateField.RESIDENCE_UNTIL, i), SampleDate.of(f.until()), true);
      }
    }
    put(FieldPath.of(CertificateField.RESIDENT_RECORD_CODE, i), p.juminhyoCode());
    put(FieldPath.of(CertificateField.INDIVIDUAL_NUMBER, i), grouped(p.individualNumber()));
    addInsurance(p.insurance(), i);
  }

  private void addInsurance(Insurance insurance, int i) {
    put(FieldPath.of(CertificateField.HEALTH_INSURANCE, i), yesNo(insurance.health()));
    put(FieldPath.of(CertificateField.LATE_ELDERLY, i), yesNo(insurance.lateElderly()));
    put(FieldPath.of(CertificateField.CARE_INSURANCE, i), yesNo(insurance.care()));
    put(
        FieldPath.of(CertificateField.PENSION, i),
        insurance.pensionKind() == 0 ? "無" : digits("第" + insurance.pensionKind() + "号"));
    put(FieldPath.of(CertificateField.PENSION_NUMBER, i), insurance.pensionNumber());
    put(FieldPath.of(CertificateField.CHILD_ALLOWANCE, i), yesNo(insurance.childAllowance()));
  }

  private void put(FieldPath path, String value) {
    if (!value.isEmpty()) {
      fields.put(path, new Printed(value, Optional.empty()));
    }
  }

  private void putDate(FieldPath path, SampleDate date, boolean western) {
    String value = date.day().map(d -> western ? western(d) : japanese(d)).orElse(date.wording());
    fields.put(path, new Printed(value, date.day()));
  }

  private static String yesNo(boolean holds) {
    return holds ? "有" : "無";
  }

  private String spaced(String text) {
    return text.replace("　", style.space());
  }

  private String kana(String text) {
    return style.halfWidthKana() ? Widths.halfWidthKana(text) : spaced(text);
  }

  private String address(String text) {
    return style.space().isEmpty() ? digits(text) : spaced(digits(text));
  }

  private String digits(String text) {
    return style.fullWidthDigits() ? Widths.fullWidthDigits(text) : text;
  }

  private String grouped(String number) {
    return style.groupsNumbers() && number.length() == 12
        ? number.substring(0, 4) + " " + number.substring(4, 8) + " " + number.substring(8)
        : number;
  }

  /// Foreign residents' dates are printed in western years (住民記録システム標準仕様書 1.1.9).
  private String western(LocalDate d) {
    String text = d.getYear() + "年" + d.getMonthValue() + "月" + d.getDayOfMonth() + "日";
    return style.dates() == DateStyle.FULL_WIDTH ? Widths.fullWidthDigits(text) : text;
  }

  private String japanese(LocalDate d) {
    JapaneseDate date = JapaneseDate.from(d);
    int year = date.get(ChronoField.YEAR_OF_ERA);
    String era =
        switch (date.getEra().getValue()) {
          case 3 -> "令和";
          case 2 -> "平成";
          case 1 -> "昭和";
          case 0 -> "大正";
          default -> "明治";
        };
    String first = year == 1 && style.firstYearIsGannen() ? "元" : "";
    String pattern =
        switch (style.dates()) {
          case PLAIN, FULL_WIDTH -> "%s%s年%d月%d日";
          case PADDED -> "%s%2s年%2d月%2d日";
          case ZEROS -> "%s%s年%02d月%02d日";
          case DOTTED -> "%s%2s.%2d.%2d";
        };
    String shownEra = style.dates() == DateStyle.DOTTED ? era.substring(0, 1) : era;
    String shownYear =
        first.isEmpty()
            ? (style.dates() == DateStyle.ZEROS ? "%02d".formatted(year) : Integer.toString(year))
            : first;
    String text = pattern.formatted(shownEra, shownYear, d.getMonthValue(), d.getDayOfMonth());
    return style.dates() == DateStyle.FULL_WIDTH ? Widths.fullWidthDigits(text) : text;
  }
}
