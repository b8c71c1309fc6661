package jp.frontdesk.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A town's identity provider that can misbehave in every way a desk has to notice.
final class MockProvider implements AutoCloseable {
  static final String CLIENT = "madoguchi";
  static final String SECRET = "a-client-secret-of-the-tests";

  /// What is wrong with an answer.
  enum Fault {
    NONE,
    WRONG_NONCE,
    NO_NONCE,
    WRONG_ISSUER,
    WRONG_ISS_PARAMETER,
    NO_ISS_PARAMETER,
    WRONG_AUDIENCE,
    FOREIGN_PARTY,
    ALG_NONE,
    SIGNED_WITH_PUBLIC_KEY,
    FOREIGN_KEY,
    EXPIRED,
    OLD,
    FROM_THE_FUTURE,
    ONE_FACTOR,
    NO_ROLE,
    TWO_ROLES,
    NO_TOKEN,
    ERROR
  }

  /// Who signs in there.
  record Person(String subject, String name, List<String> groups) {}

  private record Grant(
      Person person, String nonce, String challenge, String redirect, Fault fault) {}

  private static final InstantSource CLOCK = InstantSource.system();

  private final HttpServer server;
  private final RSAKey key;
  private final RSAKey foreignKey;
  private final Map<String, Grant> grants = new ConcurrentHashMap<>();

  MockProvider() throws IOException, JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
    foreignKey = new RSAKeyGenerator(2048).keyID("k1").generate();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/openid-configuration",
        exchange ->
            send(
                exchange,
                200,
                new JsonObject()
                    .put("issuer", issuer())
                    .put("authorization_endpoint", issuer() + "/authorize")
                    .put("token_endpoint", issuer() + "/token")
                    .put("jwks_uri", issuer() + "/keys")
                    .put("end_session_endpoint", issuer() + "/logout")
                    .put("authorization_response_iss_parameter_supported", true)));
    server.createContext(
        "/keys",
        exchange -> send(exchange, 200, new JsonObject(new JWKSet(key.toPublicJWK()).toString())));
    server.createContext("/token", this::token);
    server.start();
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// The person agrees at the address the desk sent the browser to.
  ///
  /// @return path and query that the browser comes back with
  String approve(String address, Person person, Fault fault) {
    MultiMap query = parameters(URI.create(address).getRawQuery());
    if (!"S256".equals(text(query, "code_challenge_method"))
        || !CLIENT.equals(text(query, "client_id"))
        || !"code".equals(text(query, "response_type"))) {
      throw new AssertionError("no code flow with PKCE");
    }
    String code = UUID.randomUUID().toString();
    grants.put(
        code,
        new Grant(
            person,
            text(query, "nonce"),
            text(query, "code_challenge"),
            text(query, "redirect_uri"),
            fault));
    String iss =
        switch (fault) {
          case NO_ISS_PARAMETER -> "";
          case WRONG_ISS_PARAMETER -> "&iss=https://other.example.jp";
          default -> "&iss=" + issuer();
        };
    String what = fault == Fault.ERROR ? "error=access_denied" : "code=" + code;
    return URI.create(text(query, "redirect_uri")).getPath()
        + "?"
        + what
        + "&state="
        + text(query, "state")
        + iss;
  }

  private void token(HttpExchange exchange) throws IOException {
    MultiMap form =
        parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String expected =
        "Basic "
            + Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
    Optional<Grant> grant =
        Optional.ofNullable(grants.remove(text(form, "code")))
            .filter(g -> expected.equals(exchange.getRequestHeaders().getFirst("Authorization")))
            .filter(g -> g.challenge().equals(challengeOf(text(form, "code_verifier"))))
            .filter(g -> g.redirect().equals(text(form, "redirect_uri")));
    if (grant.isEmpty()) {
      send(exchange, 400, new JsonObject().put("error", "invalid_grant"));
    } else if (grant.get().fault() == Fault.NO_TOKEN) {
      send(exchange, 200, new JsonObject().put("access_token", "x"));
    } else {
      send(exchange, 200, new JsonObject().put("id_token", tokenOf(grant.get())));
    }
  }

  private String tokenOf(Grant grant) {
    try {
      JWTClaimsSet claims = claims(grant);
      return switch (grant.fault()) {
        case ALG_NONE -> new PlainJWT(claims).serialize();
        case SIGNED_WITH_PUBLIC_KEY -> {
          SignedJWT jwt =
              new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("k1").build(), claims);
          jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
          yield jwt.serialize();
        }
        default -> {
          SignedJWT jwt =
              new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
          jwt.sign(new RSASSASigner(grant.fault() == Fault.FOREIGN_KEY ? foreignKey : key));
          yield jwt.serialize();
        }
      };
    } catch (JOSEException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private JWTClaimsSet claims(Grant grant) {
    Fault fault = grant.fault();
    Instant now = CLOCK.instant();
    Instant issued =
        switch (fault) {
          case OLD -> now.minus(Duration.ofHours(1));
          case FROM_THE_FUTURE -> now.plus(Duration.ofMinutes(5));
          default -> now;
        };
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(fault == Fault.WRONG_ISSUER ? "https://other.example.jp" : issuer())
            .subject(grant.person().subject())
            .audience(fault == Fault.WRONG_AUDIENCE ? "other" : CLIENT)
            .issueTime(Date.from(issued))
            .expirationTime(
                Date.from(fault == Fault.EXPIRED ? now.minusSeconds(60) : now.plusSeconds(300)))
            .claim("preferred_username", grant.person().name())
            .claim("name", "見本　" + grant.person().name())
            .claim("amr", fault == Fault.ONE_FACTOR ? List.of("pwd") : List.of("pwd", "otp"))
            .claim(
                "groups",
                switch (fault) {
                  case NO_ROLE -> List.of("zeimu-ka");
                  case TWO_ROLES -> List.of("shimin-ka", "kansa");
                  default -> grant.person().groups();
                });
    if (fault == Fault.FOREIGN_PARTY) {
      claims.claim("azp", "other");
    }
    if (fault != Fault.NO_NONCE) {
      claims.claim("nonce", fault == Fault.WRONG_NONCE ? "x" : grant.nonce());
    }
    return claims.build();
  }

  private static String challengeOf(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String text(MultiMap values, String name) {
    return Optional.ofNullable(values.get(name)).orElse("");
  }

  private static MultiMap parameters(String encoded) {
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap();
    for (String part : encoded.split("&", -1)) {
      int equals = part.indexOf('=');
      parameters.add(
          part.substring(0, equals),
          URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return parameters;
  }

  private static void send(HttpExchange exchange, int status, JsonObject json) throws IOException {
    byte[] bytes = json.encode().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
