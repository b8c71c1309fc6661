package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.Test;

class VaultCheckIT {
  private static final List<MunicipalityCode> TOWNS =
      List.of(new MunicipalityCode("141003"), new MunicipalityCode("141305"));

  @Test
  void otherKeysThanThoseOfTheDatabaseAreNoticedAtStart() {
    try (Database database = TestDatabase.fresh()) {
      Vault ours = TestDatabase.vault();
      VaultCheck.prove(database, ours, TOWNS);

      assertThatCode(() -> VaultCheck.prove(database, ours, TOWNS)).doesNotThrowAnyException();
      assertThatThrownBy(() -> VaultCheck.prove(database, TestDatabase.vault(), TOWNS))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("141003");
    }
  }
}
