package jp.frontdesk.kernel;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The fields of a moving-out certificate 転出証明書 (住民基本台帳法施行令 第23条, 第24条, 第30条の32), in reading order.
public enum CertificateField {
  MOVE_DATE("move.date", FieldKind.DATE, "転出予定年月日"),
  MOVE_NOTIFIED_DATE("move.notified_date", FieldKind.DATE, "届出年月日"),
  OLD_ADDRESS("move.old_address", FieldKind.ADDRESS, "旧住所"),
  OLD_HOUSEHOLDER("move.old_householder", FieldKind.NAME, "旧住所の世帯主"),
  NEW_ADDRESS("move.new_address", FieldKind.ADDRESS, "転出先住所"),
  NEW_HOUSEHOLDER("move.new_householder", FieldKind.NAME, "転出先の世帯主"),
  NAME("members.name", FieldKind.NAME, "氏名"),
  KANA("members.kana", FieldKind.KANA, "フリガナ"),
  FORMER_NAME("members.former_name", FieldKind.NAME, "旧氏"),
  ALIAS("members.alias", FieldKind.NAME, "通称"),
  BIRTH_DATE("members.birth_date", FieldKind.DATE, "生年月日"),
  SEX("members.sex", FieldKind.CHOICE, "性別"),
  RELATION("members.relation", FieldKind.CHOICE, "続柄"),
  REGISTERED_DOMICILE("members.registered_domicile", FieldKind.ADDRESS, "本籍"),
  DOMICILE_HEAD("members.domicile_head", FieldKind.NAME, "筆頭者"),
  NATIONALITY("members.nationality", FieldKind.TEXT, "国籍・地域"),
  RESIDENCE_STATUS("members.residence_status", FieldKind.TEXT, "在留資格"),
  RESIDENCE_CARD("members.residence_card", FieldKind.CODE, "在留カード等の番号"),
  RESIDENCE_UNTIL("members.residence_until", FieldKind.DATE, "在留期間の満了の日"),
  RESIDENT_RECORD_CODE("members.juminhyo_code", FieldKind.DIGITS, "住民票コード"),
  INDIVIDUAL_NUMBER("members.my_number", FieldKind.DIGITS, "個人番号"),
  HEALTH_INSURANCE("members.health_insurance", FieldKind.CHOICE, "国民健康保険"),
  LATE_ELDERLY("members.late_elderly", FieldKind.CHOICE, "後期高齢者医療"),
  CARE_INSURANCE("members.care_insurance", FieldKind.CHOICE, "介護保険"),
  PENSION("members.pension", FieldKind.CHOICE, "国民年金"),
  PENSION_NUMBER("members.pension_number", FieldKind.DIGITS, "基礎年金番号"),
  CHILD_ALLOWANCE("members.child_allowance", FieldKind.CHOICE, "児童手当"),
  ISSUER("certificate.issuer", FieldKind.TEXT, "発行した市区町村"),
  MAYOR("certificate.mayor", FieldKind.NAME, "市区町村長"),
  ISSUE_DATE("certificate.issue_date", FieldKind.DATE, "発行年月日"),
  CERTIFICATE_NUMBER("certificate.number", FieldKind.DIGITS, "証明書番号");

  private static final Map<String, CertificateField> BY_PATH =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(CertificateField::path, Function.identity()));

  private final String path;
  private final FieldKind kind;
  private final String label;

  CertificateField(String path, FieldKind kind, String label) {
    this.path = path;
    this.kind = kind;
    this.label = label;
  }

  /// The field of that path without a member's number, e.g. `members.name`.
  public static Optional<CertificateField> find(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  /// The stable path without a member's number, e.g. `members.name`.
  public String path() {
    return path;
  }

  /// How its text is built.
  public FieldKind kind() {
    return kind;
  }

  /// The Japanese word shown to people.
  public String label() {
    return label;
  }

  /// Whether each member of the household has one.
  public boolean isOfMember() {
    return path.startsWith("members.");
  }

  /// Whether it holds a number that the screen hides unless asked (個人番号, 基礎年金番号, 住民票コード).
  public boolean isSecretNumber() {
    return this == INDIVIDUAL_NUMBER || this == PENSION_NUMBER || this == RESIDENT_RECORD_CODE;
  }
}
