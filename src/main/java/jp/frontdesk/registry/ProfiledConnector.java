package jp.frontdesk.registry;

import java.time.Duration;
import java.util.Optional;
import jp.frontdesk.kernel.CharacterProfile;
import jp.frontdesk.registry.PushOutcome.Refused;

/// A connector to a registry with fewer characters: every record is handed over with the characters
/// the clerk saw before confirming it, the same at every try.
public final class ProfiledConnector implements RegistryConnector {
  private final RegistryConnector behind;
  private final CharacterProfile profile;

  public ProfiledConnector(RegistryConnector behind, CharacterProfile profile) {
    this.behind = behind;
    this.profile = profile;
  }

  @Override
  public PushOutcome push(RegistryRecord record, boolean sentBefore) {
    Optional<String> json = profile.convert(record.json());
    if (json.isEmpty()) {
      return new Refused(
          "character_missing", "住民記録システムにない文字があり、置き換える字もありません。代わりの字を本人と決めて入力してください。");
    }
    return behind.push(
        new RegistryRecord(record.town(), record.caseId(), record.version(), json.get()),
        sentBefore);
  }

  @Override
  public Duration longestPush() {
    return behind.longestPush();
  }

  @Override
  public void close() {
    behind.close();
  }
}
