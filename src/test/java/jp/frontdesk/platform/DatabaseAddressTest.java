package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {
  @Test
  void aUrlNamesEveryPart() {
    assertThat(DatabaseAddress.parse("postgresql://desk:p%40ss+w@db.town.example:6432/frontdesk"))
        .isEqualTo(
            Optional.of(
                new DatabaseAddress(
                    "db.town.example", 6432, "frontdesk", "desk", new Secret("p@ss+w"))));
  }

  @Test
  void thePortHasItsUsualDefault() {
    assertThat(DatabaseAddress.parse("postgres://desk@127.0.0.1/frontdesk").orElseThrow().port())
        .isEqualTo(5432);
  }

  @Test
  void thePasswordIsNeverPrinted() {
    assertThat(DatabaseAddress.parse("postgresql://desk:hidden@127.0.0.1/frontdesk").toString())
        .contains("***")
        .doesNotContain("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "postgresql://",
        "mysql://a:b@c/d",
        "postgresql://host/database",
        "postgresql://desk:x@host",
        "postgresql://desk:x@host:99999/database",
        "postgresql://desk:x@host/database?sslmode=require",
        "no url at all"
      })
  void anythingElseIsNoAddress(String text) {
    assertThat(DatabaseAddress.parse(text)).isEmpty();
  }
}
