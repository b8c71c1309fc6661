package jp.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessConfigTest {
  private static final String GOOD =
      """
      openid:
        issuer: https://ninsho.example.jp/realms/town
        client_id: madoguchi
        client_secret_file: /etc/frontdesk/client-secret
        desk_url: https://madoguchi.example.jp/
        name_claim: preferred_username
        role_claim: groups
        roles:
          shimin-ka: clerk
          kakaricho: supervisor
        acr: [gold]
        amr: [otp, hwk]
      """;

  private final List<String> faults = new ArrayList<>();
  private Path town = Path.of("");

  @BeforeEach
  void folder(@TempDir Path folder) {
    town = folder;
  }

  private AccessSettings load(String text) throws IOException {
    Files.writeString(town.resolve(AccessConfig.FILE_NAME), text);
    return AccessConfig.load(town, faults);
  }

  @Test
  void aTownWithoutTheFileHasLocalAccounts() {
    assertThat(AccessConfig.load(town, faults)).isEqualTo(AccessSettings.USUAL);
    assertThat(faults).isEmpty();
  }

  @Test
  void aProviderIsReadWhole() throws IOException {
    AccessSettings settings = load(GOOD);

    assertThat(faults).isEmpty();
    assertThat(settings.provider())
        .hasValueSatisfying(provider -> {
          assertThat(provider.issuer()).hasToString("https://ninsho.example.jp/realms/town");
          assertThat(provider.deskUrl()).hasToString("https://madoguchi.example.jp");
          assertThat(provider.roles())
              .containsEntry("shimin-ka", Role.CLERK)
              .containsEntry("kakaricho", Role.SUPERVISOR);
          assertThat(provider.amr()).containsExactly("otp", "hwk");
        });
  }

  @Test
  void everyFaultIsNamedWithFileAndLine() throws IOException {
    AccessSettings _ =
        load(
            GOOD.replace("https://ninsho", "http://ninsho")
                .replace("kakaricho: supervisor", "kakaricho: boss")
                .replace("client_id: madoguchi", "client: madoguchi"));

    String file = town.resolve(AccessConfig.FILE_NAME).toString();
    assertThat(faults)
        .containsExactlyInAnyOrder(
            file + ":2: `openid.issuer` is an https address without query",
            file + ":3: `openid.client` is not known",
            file + ":1: `openid.client_id` is missing",
            file + ":10: `openid.roles.kakaricho` is clerk, supervisor, auditor or administrator");
  }

  @Test
  void twoFactorsHaveToBeDescribedAndLocalAccountsExcludeAProvider() throws IOException {
    AccessSettings _ =
        load(
            "local_accounts: 町長決裁の見本\n"
                + GOOD.replace("  acr: [gold]\n", "").replace("  amr: [otp, hwk]\n", ""));

    assertThat(faults).hasSize(2).anyMatch(f -> f.contains("two factors"));
    assertThat(faults)
        .anyMatch(
            f -> f.endsWith(":1: `local_accounts` and `openid` exclude each other, leave one"));
  }

  @Test
  void whatIsNoYamlIsTold() throws IOException {
    AccessSettings _ = load("openid: [");

    assertThat(faults).hasSize(1).first().asString().contains("access.yaml:").endsWith("not YAML");
  }
}
