package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Who may sign in where a real registry is connected.
class RealRegistryTest {
  private Path config = Path.of("");

  @BeforeEach
  void connectOneTown() throws IOException {
    config = ConfigCopy.make();
    Path registry = config.resolve("142018/registry.yaml");
    Files.writeString(
        registry,
        Files.readString(registry)
            .replace("http://127.0.0.1:8084/api", "https://registry.example.jp/api"));
  }

  private List<String> faults(String demo) {
    Settings.Outcome outcome =
        Settings.read(Map.of("FRONTDESK_CONFIG_DIR", config.toString(), "FRONTDESK_DEMO", demo));
    return outcome instanceof Settings.Outcome.Usable(Settings settings)
        ? TownSettings.load(settings).faults()
        : List.of("settings");
  }

  @Test
  void localAccountsNeedADecisionInWriting() throws IOException {
    assertThat(faults("false"))
        .hasSize(1)
        .first()
        .asString()
        .contains("142018", "access.yaml:1:", "local_accounts");

    Files.writeString(config.resolve("142018/access.yaml"), "local_accounts: 架空の決裁 第1号\n");

    assertThat(faults("false")).isEmpty();
  }

  @Test
  void aDemonstrationIsRefusedWhateverIsWritten() throws IOException {
    Files.writeString(config.resolve("142018/access.yaml"), "local_accounts: 架空の決裁 第1号\n");

    assertThat(faults("true"))
        .containsExactly("FRONTDESK_DEMO: the registry of 142018 is a real one: no demonstration");
  }
}
