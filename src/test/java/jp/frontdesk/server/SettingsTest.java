package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {
  @Test
  void everyFaultIsNamedAtOnce() {
    Settings.Outcome outcome =
        Settings.read(
            Map.of(
                "FRONTDESK_KIOSK_PORT", "eighty",
                "FRONTDESK_READERS", "0",
                "FRONTDESK_PAYMENT_URL", "ftp://example",
                "FRONTDESK_CLUSTER", "perhaps",
                "FRONTDESK_DEMO_PASSWORD", "short",
                "FRONTDESK_KIOSK_IDLE_S", "5"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Settings.Outcome.Faulty.class,
            faulty ->
                assertThat(faulty.faults())
                    .extracting(fault -> fault.substring(0, fault.indexOf(':')))
                    .containsExactlyInAnyOrder(
                        "FRONTDESK_KIOSK_PORT",
                        "FRONTDESK_READERS",
                        "FRONTDESK_PAYMENT_URL",
                        "FRONTDESK_CLUSTER",
                        "FRONTDESK_KIOSK_IDLE_S",
                        "FRONTDESK_DEMO_PASSWORD",
                        "FRONTDESK_DEMO_PASSWORD"));
  }

  @Test
  void aDemonstrationNeedsNoSettingAndShowsNoSecretInItsText() {
    Settings.Outcome outcome =
        Settings.read(
            Map.of("FRONTDESK_DEMO", "true", "FRONTDESK_DEMO_PASSWORD", "aikotoba-no-mihon"));

    assertThat(outcome)
        .isInstanceOfSatisfying(
            Settings.Outcome.Usable.class,
            usable -> assertThat(usable.settings().toString()).doesNotContain("aikotoba"));
  }
}
