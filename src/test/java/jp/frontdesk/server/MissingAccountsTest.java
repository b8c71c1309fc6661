package jp.frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import jp.frontdesk.access.Account;
import jp.frontdesk.access.Role;
import jp.frontdesk.kernel.MunicipalityCode;
import org.junit.jupiter.api.Test;

class MissingAccountsTest {
  private static final MunicipalityCode CODE = new MunicipalityCode("999997");

  private static Account account(String name, Account.State state) {
    return new Account(CODE, name, name, Role.CLERK, List.of(), state, false, false);
  }

  @Test
  void namesOfTheTownsFileWithoutAnActiveAccountAreTold() {
    Town town =
        new Town(
            CODE,
            "架空町",
            "架空県",
            "架空町長",
            "1番",
            List.of("shien", "tomatta"),
            List.of("suitou", "shien", "inai"),
            Map.of());

    List<String> missing =
        DeskAccountRoutes.missing(
            town,
            List.of(
                account("shien", Account.State.ACTIVE),
                account("tomatta", Account.State.DISABLED),
                account("suitou", Account.State.ACTIVE)));

    assertThat(missing).containsExactly("tomatta", "inai");
  }
}
