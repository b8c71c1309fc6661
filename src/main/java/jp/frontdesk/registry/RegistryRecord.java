package jp.frontdesk.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.review.Confirmed;

/// A confirmed record in the form the registry gets: JSON by `registry/registry-record-v1.json`,
/// written once and kept byte for byte, so that every try sends the same.
///
/// @param town the town whose registry it goes to
/// @param caseId the case it was confirmed in
/// @param version the version of the confirmation, from 1
/// @param json the record, UTF-8 when sent; personal
public record RegistryRecord(MunicipalityCode town, CaseId caseId, int version, String json) {
  /// The number of the form; raised when a consumer has to know of a change.
  public static final int FORM_VERSION = 1;

  /// Writes a confirmed record; the same confirmed record always gives the same text.
  public static RegistryRecord of(Confirmed<MovingInRecord> confirmed) {
    MovingInRecord record = confirmed.value();
    return new RegistryRecord(
        record.town(), record.caseId(), confirmed.version(), RecordJson.write(confirmed));
  }

  /// The key that makes sending it twice the same as once: `town:case:version`. Not personal.
  public String idempotencyKey() {
    return town.digits() + ":" + caseId.value() + ":" + version;
  }

  /// SHA-256 of the JSON in UTF-8, 64 hexadecimal digits.
  public String contentSha256() {
    return sha256(json.getBytes(StandardCharsets.UTF_8));
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "RegistryRecord(" + idempotencyKey() + ")";
  }
}
