package jp.frontdesk.reading;

import java.util.Locale;

/// What kind of paper a page is, as far as its title and shape tell.
public enum DocumentType {
  /// 転出証明書.
  MOVING_OUT_CERTIFICATE,
  /// 転出証明書（再交付）, 住民基本台帳法施行令 第24条第2項.
  REISSUED_MOVING_OUT_CERTIFICATE,
  /// 転出証明書に準ずる証明書, for a notice later than 14 days after the move.
  EQUIVALENT_CERTIFICATE,
  /// A certificate printed with 特例による転出処理済: the move is done by card, the paper is not to be used.
  SPECIAL_RULE_DONE,
  /// 住民票の写し.
  RESIDENT_RECORD_COPY,
  /// A paper without anything printed on it.
  BLANK,
  /// Something else, or nothing that could be told.
  OTHER;

  /// The word of the contract, e.g. `moving_out_certificate`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the values of such a paper can start a moving-in notice 転入届.
  public boolean isUsable() {
    return switch (this) {
      case MOVING_OUT_CERTIFICATE, REISSUED_MOVING_OUT_CERTIFICATE, EQUIVALENT_CERTIFICATE -> true;
      case SPECIAL_RULE_DONE, RESIDENT_RECORD_COPY, BLANK, OTHER -> false;
    };
  }
}
