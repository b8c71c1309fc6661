package jp.frontdesk.access;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import jp.frontdesk.platform.Secret;

/// One town's identity provider over HTTP (OpenID Connect Core 1.0, Discovery 1.0). Redirects are
/// not followed. Blocking style, for virtual threads.
final class ProviderClient implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /// What the provider says of itself.
  ///
  /// @param logout where browsers sign out there; blank where it has no such page
  /// @param namesItself whether each of its answers carries `iss` (RFC 9207)
  record Metadata(String authorization, URI token, URI keys, String logout, boolean namesItself) {}

  /// It is out of reach or said something else than the protocol knows.
  static final class UnusableException extends RuntimeException {
    UnusableException(String what) {
      super("the identity provider cannot be used: " + what);
    }
  }

  private final WebClient http;
  private final AccessSettings.Provider provider;
  private final Secret clientSecret;
  private final AtomicReference<Optional<Metadata>> metadata =
      new AtomicReference<>(Optional.empty());

  ProviderClient(Vertx vertx, AccessSettings.Provider provider, Secret clientSecret) {
    this.http =
        WebClient.create(
            vertx,
            new WebClientOptions()
                .setFollowRedirects(false)
                .setUserAgentEnabled(false)
                .setConnectTimeout((int) TIMEOUT.toMillis()));
    this.provider = provider;
    this.clientSecret = clientSecret;
  }

  /// Asked once and kept.
  Metadata metadata() {
    Optional<Metadata> known = metadata.get();
    if (known.isPresent()) {
      return known.get();
    }
    JsonObject said = get(URI.create(provider.issuer() + "/.well-known/openid-configuration"));
    if (!provider.issuer().toString().equals(said.getString("issuer"))) {
      throw new UnusableException("its issuer is another");
    }
    Metadata found =
        new Metadata(
            address(said, "authorization_endpoint").toString(),
            address(said, "token_endpoint"),
            address(said, "jwks_uri"),
            Optional.ofNullable(said.getString("end_session_endpoint")).orElse(""),
            said.getBoolean("authorization_response_iss_parameter_supported", false));
    metadata.set(Optional.of(found));
    return found;
  }

  /// The provider's public keys as it publishes them (RFC 7517).
  String keys() {
    return get(metadata().keys()).encode();
  }

  /// Exchanges the code of a browser's answer for an ID token, still unchecked.
  ///
  /// @return empty when the provider refuses the code
  Optional<String> exchange(String code, String verifier, String redirectUri) {
    HttpResponse<Buffer> answer =
        send(() ->
            http.postAbs(metadata().token().toString())
                .timeout(TIMEOUT.toMillis())
                .basicAuthentication(provider.clientId(), clientSecret.value())
                .sendForm(
                    MultiMap.caseInsensitiveMultiMap()
                        .add("grant_type", "authorization_code")
                        .add("code", code)
                        .add("code_verifier", verifier)
                        .add("redirect_uri", redirectUri))
                .await());
    if (answer.statusCode() == 400 || answer.statusCode() == 401) {
      return Optional.empty();
    }
    return Optional.ofNullable(json(answer).getString("id_token"));
  }

  private JsonObject get(URI address) {
    return json(
        send(() -> http.getAbs(address.toString()).timeout(TIMEOUT.toMillis()).send().await()));
  }

  /// Waiting throws whatever broke the connection, undeclared checked exceptions too.
  private static HttpResponse<Buffer> send(Supplier<HttpResponse<Buffer>> request) {
    try {
      return request.get();
    } catch (UnusableException known) {
      throw known;
    } catch (Exception unreachable) {
      throw new UnusableException(unreachable.getClass().getSimpleName());
    }
  }

  private static JsonObject json(HttpResponse<Buffer> answer) {
    if (answer.statusCode() != 200) {
      throw new UnusableException("status " + answer.statusCode());
    }
    try {
      return Optional.ofNullable(answer.bodyAsJsonObject()).orElseGet(JsonObject::new);
    } catch (DecodeException | ClassCastException notJson) {
      throw new UnusableException("not JSON");
    }
  }

  /// An address of the provider; plain HTTP on this machine alone.
  private static URI address(JsonObject said, String key) {
    try {
      URI address = URI.create(said.getString(key, ""));
      String host = Optional.ofNullable(address.getHost()).orElse("");
      if ("https".equals(address.getScheme()) || AccessConfig.isThisMachine(host)) {
        return address;
      }
    } catch (IllegalArgumentException | ClassCastException notAnAddress) {
      // told below, as for a missing one
    }
    throw new UnusableException(key);
  }

  @Override
  public void close() {
    http.close();
  }
}
