package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/// A provisional entry 仮登録 as the simulated registry keeps it.
///
/// @param key the sender's idempotency key
/// @param contentSha256 of the body as sent, 64 hexadecimal digits
/// @param receipt the receipt number given out
/// @param registeredAt when it was kept
/// @param timesReceived how often the key was sent, 1 for once
/// @param alerts what the registry's clerk should look at; 0 for none
/// @param record the record as sent
public record ProvisionalEntry(
    String key,
    String contentSha256,
    String receipt,
    Instant registeredAt,
    int timesReceived,
    int alerts,
    JsonNode record) {
  ProvisionalEntry receivedAgain() {
    return new ProvisionalEntry(
        key, contentSha256, receipt, registeredAt, timesReceived + 1, alerts, record);
  }

  /// The town the record is for, six digits.
  public String town() {
    return record.path("市区町村コード").asText("");
  }

  @Override
  public String toString() {
    return "ProvisionalEntry(" + key + ")";
  }
}
