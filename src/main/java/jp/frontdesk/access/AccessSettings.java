package jp.frontdesk.access;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the clerks of one town prove who they are, as its `access.yaml` says.
///
/// @param localAccounts the decision that allows local accounts although a real registry is
///   connected, in the town's own words; blank without one
/// @param provider the town's identity provider; with one there are no local accounts
public record AccessSettings(String localAccounts, Optional<Provider> provider) {
  /// What a town without the file has.
  public static final AccessSettings USUAL = new AccessSettings("", Optional.empty());

  /// An OpenID Connect provider 認証基盤.
  ///
  /// @param issuer as its tokens write it
  /// @param secretFile holds the client's secret, readable by its owner alone
  /// @param deskUrl where browsers find the desk; the provider sends them back there
  /// @param nameClaim whose value becomes the account's name
  /// @param roleClaim whose values are looked up in `roles`
  /// @param acr values of `acr` that mean two factors
  /// @param amr values of `amr` that mean two factors
  public record Provider(
      URI issuer,
      String clientId,
      Path secretFile,
      URI deskUrl,
      String nameClaim,
      String roleClaim,
      Map<String, Role> roles,
      List<String> acr,
      List<String> amr) {
    public Provider {
      roles = Map.copyOf(roles);
      acr = List.copyOf(acr);
      amr = List.copyOf(amr);
    }
  }
}
