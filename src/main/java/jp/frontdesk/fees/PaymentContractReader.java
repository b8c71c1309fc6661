package jp.frontdesk.fees;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.frontdesk.fees.PaymentContract.FreeFieldPart;
import jp.frontdesk.fees.PaymentContract.Source;
import jp.frontdesk.fees.code.BarSize;
import jp.frontdesk.fees.code.CollectionCode;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Yen;

/// Reads `payment.yaml` key by key; each rule that is broken adds a fault with file and line.
final class PaymentContractReader {
  private static final MunicipalityCode NO_TOWN = new MunicipalityCode("999997");
  private static final int FREE_DIGITS = 21;
  private static final int USUAL_TICKET_DPI = 203;

  private final TownYaml top;

  PaymentContractReader(TownYaml top) {
    this.top = top;
  }

  /// The contract; worthless where a fault was added.
  PaymentContract read() {
    top.allowOnly(
        "municipality",
        "payee",
        "collection",
        "printer_dpi",
        "ticket_printer_dpi",
        "dynamic_code",
        "apps");
    Optional<MunicipalityCode> town = MunicipalityCode.parse(top.text("municipality"));
    if (town.isEmpty()) {
      top.fault("municipality", "municipality must be a code of six digits whose check digit fits");
    }
    TownYaml collection = top.mapping("collection");
    collection.allowOnly(
        "company_code",
        "free_field",
        "reissue_digit",
        "limit_yen",
        "due_days",
        "due_date_in_code",
        "text_mask");
    TownYaml dynamicCode = top.mapping("dynamic_code");
    dynamicCode.allowOnly("minutes");
    return new PaymentContract(
        town.orElse(NO_TOWN),
        top.text("payee"),
        companyCode(collection),
        freeField(collection),
        isReissueDigitOurs(collection),
        new Yen(collection.number("limit_yen", 1, (int) CollectionCode.FIELD_MAXIMUM.amountYen())),
        collection.number("due_days", 0, 365),
        collection.textIfAny("due_date_in_code").isEmpty() || collection.flag("due_date_in_code"),
        textMask(collection),
        barSize(),
        ticketDpi(),
        dynamicCode.number("minutes", 1, 60),
        apps());
  }

  private static String companyCode(TownYaml collection) {
    String code = collection.text("company_code");
    if (!code.matches("[0-9]{6}")) {
      collection.fault("company_code", "company_code must be six digits");
    }
    return code;
  }

  private static boolean isReissueDigitOurs(TownYaml collection) {
    String owner = collection.text("reissue_digit");
    if (!owner.equals("desk") && !owner.equals("agent")) {
      collection.fault("reissue_digit", "reissue_digit must be desk or agent");
    }
    return owner.equals("desk");
  }

  private static String textMask(TownYaml collection) {
    String mask = collection.text("text_mask");
    if (mask.chars().filter(c -> c == '#').count() != CollectionCode.LENGTH) {
      collection.fault("text_mask", "text_mask must hold 44 times #, one for each digit");
    }
    return mask;
  }

  private static List<FreeFieldPart> freeField(TownYaml collection) {
    List<FreeFieldPart> parts = new ArrayList<>();
    int digits = 0;
    boolean hasNumber = false;
    for (TownYaml yaml : collection.list("free_field")) {
      yaml.allowOnly("name", "length", "source", "digits");
      Source source = sourceOf(yaml);
      FreeFieldPart part =
          new FreeFieldPart(
              yaml.text("name"),
              yaml.number("length", 1, FREE_DIGITS),
              source,
              source == Source.FIXED ? yaml.text("digits") : "");
      checkLength(yaml, part);
      digits += part.length();
      hasNumber |= source == Source.INVOICE_NUMBER;
      parts.add(part);
    }
    if (digits != FREE_DIGITS) {
      collection.fault(
          "free_field", "the parts have " + digits + " digits together and must have 21");
    }
    if (!hasNumber) {
      collection.fault("free_field", "one part must have the source invoice_number");
    }
    return parts;
  }

  private static Source sourceOf(TownYaml yaml) {
    String text = yaml.text("source");
    for (Source source : Source.values()) {
      if (source.name().toLowerCase(Locale.ROOT).equals(text)) {
        return source;
      }
    }
    yaml.fault("source", "source must be fixed, municipality_code, fiscal_year or invoice_number");
    return Source.INVOICE_NUMBER;
  }

  private static void checkLength(TownYaml yaml, FreeFieldPart part) {
    switch (part.source()) {
      case FIXED -> {
        if (!part.digits().matches("[0-9]{" + part.length() + "}")) {
          yaml.fault("digits", "digits must be " + part.length() + " digits");
        }
      }
      case MUNICIPALITY_CODE -> requireLength(yaml, part, 6);
      case FISCAL_YEAR -> requireLength(yaml, part, 4);
      case INVOICE_NUMBER -> {
        if (part.length() < 6) {
          yaml.fault("length", "an invoice number needs at least 6 digits");
        }
      }
    }
  }

  private static void requireLength(TownYaml yaml, FreeFieldPart part, int length) {
    if (part.length() != length) {
      yaml.fault("length", "this source has " + length + " digits");
    }
  }

  private BarSize barSize() {
    int dpi = top.number("printer_dpi", 100, 2400);
    return switch (BarSize.forPrinter(dpi)) {
      case BarSize.Fit.Fits(BarSize size) -> size;
      case BarSize.Fit.TooCoarse(String reason) -> {
        top.fault("printer_dpi", reason);
        yield new BarSize(600, 4);
      }
    };
  }

  private int ticketDpi() {
    return top.textIfAny("ticket_printer_dpi").isEmpty()
        ? USUAL_TICKET_DPI
        : top.number("ticket_printer_dpi", 180, 600);
  }

  private List<PaymentContract.App> apps() {
    List<PaymentContract.App> apps = new ArrayList<>();
    for (TownYaml yaml : top.list("apps")) {
      yaml.allowOnly("name", "from", "until", "example");
      LocalDate from = yaml.date("from");
      Optional<LocalDate> until = yaml.dateIfAny("until");
      if (until.map(last -> last.isBefore(from)).orElse(false)) {
        yaml.fault("until", "until is before from");
      }
      apps.add(new PaymentContract.App(yaml.text("name"), from, until));
    }
    return apps;
  }
}
