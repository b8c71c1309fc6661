package jp.frontdesk.fees.code;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of a {@link MerchantQr}: what EMVCo asks of every code, and what JPQR asks besides.
final class MerchantQrRules {
  private static final String JPQR = "jp.or.paymentsjapan";
  private static final String AMOUNT = "[0-9]{1,10}(\\.[0-9]{0,2})?";

  private MerchantQrRules() {}

  /// The first broken rule of EMVCo as one Japanese sentence; empty where there is none.
  ///
  /// @param fields without the check field 63
  static Optional<String> faultIn(List<TaggedField> fields) {
    Set<String> ids = new HashSet<>();
    if (!fields.stream().allMatch(f -> ids.add(f.id())) || ids.contains("63")) {
      return Optional.of("QRコードの同じ項目が二度あります。");
    }
    if (fields.isEmpty() || !fields.getFirst().equals(new TaggedField("00", "01"))) {
      return Optional.of("QRコードの形式の項目（00）が最初にありません。");
    }
    if (fields.stream().noneMatch(f -> isAccount(f.id()))) {
      return Optional.of("QRコードに支払先の番号がありません。");
    }
    if (!holds(fields, "52", "[0-9]{4}") || !holds(fields, "53", "[0-9]{3}")) {
      return Optional.of("QRコードの業種か通貨の項目が正しくありません。");
    }
    if (!holds(fields, "58", "[A-Z]{2}") || !is(fields, "59", 25) || !is(fields, "60", 15)) {
      return Optional.of("QRコードの国・店名・市区町村の項目が正しくありません。");
    }
    if (!holdsIfAny(fields, "01", "1[12]") || !holdsIfAny(fields, "54", AMOUNT)) {
      return Optional.of("QRコードの種類か金額の項目が正しくありません。");
    }
    if (!holdsIfAny(fields, "61", ".{1,10}") || !fields.stream().allMatch(f -> isWhole(f))) {
      return Optional.of("QRコードの項目の中の項目が正しくありません。");
    }
    return MerchantQr.isTooLong(fields)
        ? Optional.of("QRコードの文字が多すぎます（512バイトまで）。")
        : Optional.empty();
  }

  /// The first broken rule of JPQR; empty where there is none.
  static Optional<String> jpqrFaultIn(MerchantQr code) {
    boolean hasShop =
        code.find("26", "00").equals(Optional.of(JPQR))
            && code.find("26").map(String::length).equals(Optional.of(68))
            && isNumber(code.find("26", "01"), 13)
            && isNumber(code.find("26", "02"), 4)
            && isNumber(code.find("26", "03"), 6)
            && isNumber(code.find("26", "04"), 6);
    if (!hasShop) {
      return Optional.of("JPQRの統一店舗識別コード（26）がありません。");
    }
    if (!code.find("53").equals(Optional.of("392")) || !code.find("58").equals(Optional.of("JP"))) {
      return Optional.of("JPQRの通貨は円（392）、国はJPです。");
    }
    if (code.find("61").isEmpty() || code.find("01").isEmpty()) {
      return Optional.of("JPQRには種類（01）と郵便番号（61）が必要です。");
    }
    if (code.isDynamic() != code.find("54").isPresent()) {
      return Optional.of("金額は、1回だけのJPQRにあり、店舗に置くJPQRにありません。");
    }
    return code.isDynamic() && code.amount().filter(a -> a.amountYen() > 0).isEmpty()
        ? Optional.of("JPQRの金額は1円以上の整数です。")
        : Optional.empty();
  }

  private static boolean isNumber(Optional<String> value, int length) {
    return value.filter(v -> v.length() == length && TaggedField.isNumber(v)).isPresent();
  }

  private static boolean isAccount(String id) {
    return id.compareTo("02") >= 0 && id.compareTo("51") <= 0;
  }

  /// Templates hold fields themselves.
  private static boolean isWhole(TaggedField field) {
    boolean isTemplate =
        (field.id().compareTo("26") >= 0 && field.id().compareTo("51") <= 0)
            || field.id().equals("62")
            || field.id().equals("64");
    return !isTemplate || TaggedField.parse(field.value()).isPresent();
  }

  private static boolean is(List<TaggedField> fields, String id, int most) {
    return TaggedField.find(fields, id)
        .map(TaggedField::lengthOf)
        .filter(n -> n <= most)
        .isPresent();
  }

  private static boolean holds(List<TaggedField> fields, String id, String pattern) {
    return TaggedField.find(fields, id).filter(v -> v.matches(pattern)).isPresent();
  }

  private static boolean holdsIfAny(List<TaggedField> fields, String id, String pattern) {
    return TaggedField.find(fields, id).map(v -> v.matches(pattern)).orElse(true);
  }
}
