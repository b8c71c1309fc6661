package jp.frontdesk.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.access.Accounts;
import jp.frontdesk.access.Demonstration;
import jp.frontdesk.access.Identity;
import jp.frontdesk.platform.Secret;

/// Who can sign in first after a start.
///
/// @param hasDemonstration whether the invented town has its demonstration accounts
/// @param words one for each town that has no administrator, in the order of the towns
record FirstAccounts(boolean hasDemonstration, List<Accounts.Code> words) {
  FirstAccounts {
    words = List.copyOf(words);
  }

  /// Makes or shuts the demonstration accounts and makes the one-time words.
  static FirstAccounts open(Settings settings, Towns towns, Identity identity) {
    Optional<Secret> password = settings.demoPassword().filter(_ -> settings.isDemo());
    boolean hasDemonstration = false;
    List<Accounts.Code> words = new ArrayList<>();
    for (Town town : towns.all()) {
      boolean hasProvider = identity.providerSignIn().towns().contains(town.code());
      if (town.code().equals(Demonstration.TOWN) && password.isPresent() && !hasProvider) {
        identity.demonstration().open(password.get());
        hasDemonstration = true;
      } else {
        identity.demonstration().close(town.code());
      }
      identity.accounts().firstAdministrator(town.code()).ifPresent(words::add);
    }
    return new FirstAccounts(hasDemonstration, words);
  }
}
