package jp.frontdesk.fees.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.kernel.Yen;

/// A QR code that the payee shows 店舗提示型 (EMVCo merchant-presented mode, of which JPQR is a
/// dialect). A town cannot make one up: the numbers of the shop are issued by the payment
/// companies. So this type reads what was issued, checks it, and at most adds an amount where the
/// town's gateway takes that.
///
/// @param fields in the order of the code, without the check field 63
public record MerchantQr(List<TaggedField> fields) {
  private static final String CHECK = "63";
  private static final String CHECK_HEAD = "6304";
  private static final int CHECK_LENGTH = 8;
  private static final int MOST_BYTES = 512;
  private static final String YEN = "392";

  public MerchantQr {
    fields = List.copyOf(fields);
    Optional<String> fault = MerchantQrRules.faultIn(fields);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /// What a text turned out to be.
  public sealed interface Outcome {
    /// A code that keeps the rules of EMVCo.
    record Valid(MerchantQr code) implements Outcome {}

    /// No such code; `reason` is one Japanese sentence for the person at the screen.
    record Refused(String reason) implements Outcome {}
  }

  /// Reads the text of a code exactly as it was scanned.
  public static Outcome parse(String text) {
    if (text.length() > MOST_BYTES || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return new Outcome.Refused("QRコードの文字が多すぎます（512バイトまで）。");
    }
    Optional<List<TaggedField>> all = TaggedField.parse(text);
    if (all.isEmpty() || all.get().size() < 2) {
      return new Outcome.Refused("店舗提示型のQRコードではありません。もう一度読み取ってください。");
    }
    String body = text.substring(0, Math.max(0, text.length() - CHECK_LENGTH));
    TaggedField last = all.get().getLast();
    if (!last.id().equals(CHECK) || last.value().length() != 4) {
      return new Outcome.Refused("QRコードの検査の項目（63）が最後にありません。");
    }
    if (!text.equals(withCheck(body))) {
      return new Outcome.Refused("QRコードの内容に誤りがあります（CRC）。もう一度読み取ってください。");
    }
    return of(all.get().subList(0, all.get().size() - 1));
  }

  /// Makes a code of its fields, without the check field.
  public static Outcome of(List<TaggedField> fields) {
    return MerchantQrRules.faultIn(fields)
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Valid(new MerchantQr(fields)));
  }

  /// The text of the QR code, its check at the end.
  public String text() {
    return withCheck(TaggedField.textOf(fields));
  }

  /// The value of a field; empty where it is not there.
  ///
  /// @param id two digits
  public Optional<String> find(String id) {
    return TaggedField.find(fields, id);
  }

  /// The value of a field within a field, e.g. the bill number 62.01.
  public Optional<String> find(String id, String inner) {
    return find(id).flatMap(TaggedField::parse).flatMap(f -> TaggedField.find(f, inner));
  }

  /// The amount in the code; empty where the customer types it, or it is not yen.
  public Optional<Yen> amount() {
    return find("54")
        .filter(_ -> find("53").equals(Optional.of(YEN)))
        .filter(TaggedField::isNumber)
        .map(text -> new Yen(Long.parseLong(text)));
  }

  /// Whether it is made for one payment; a static code hangs at the counter for all.
  public boolean isDynamic() {
    return find("01").equals(Optional.of("12"));
  }

  /// Who is paid, as a customer reads it: the name in Japanese where there is one.
  public String merchantName() {
    return find("64", "01").or(() -> find("59")).orElse("");
  }

  /// What keeps a code from being a JPQR; empty where it is one. The rules are those public sources
  /// agree on; the guideline itself is not public.
  public Optional<String> jpqrFault() {
    return MerchantQrRules.jpqrFaultIn(this);
  }

  /// The code of one payment: a static code with an amount and our number of the bill. Only for a
  /// gateway whose contract takes it.
  ///
  /// @param billNumber 1 to 25 characters
  public Outcome withAmount(Yen amount, String billNumber) {
    if (isDynamic() || amount.equals(Yen.ZERO)) {
      return new Outcome.Refused("金額を入れられるのは、金額のない店舗のQRコードだけです。");
    }
    List<TaggedField> one = new ArrayList<>();
    boolean hasBill = false;
    TaggedField bill = new TaggedField("62", new TaggedField("01", billNumber).text());
    for (TaggedField field : fields) {
      switch (field.id()) {
        case "01" -> one.add(new TaggedField("01", "12"));
        case "54", "62" -> {}
        default -> {
          if (field.id().equals("64")) {
            one.add(bill);
            hasBill = true;
          }
          one.add(field);
        }
      }
      if (field.id().equals("53")) {
        one.add(new TaggedField("54", "" + amount.amountYen()));
      }
    }
    if (!hasBill) {
      one.add(bill);
    }
    return of(one);
  }

  static boolean isTooLong(List<TaggedField> fields) {
    return withCheck(TaggedField.textOf(fields)).getBytes(StandardCharsets.UTF_8).length
        > MOST_BYTES;
  }

  private static String withCheck(String body) {
    return "%s%s%04X".formatted(body, CHECK_HEAD, Crc16.of(body + CHECK_HEAD));
  }
}
