package jp.frontdesk.platform;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Proof that a form was shown by us to this very session: a token derived from the session's own
/// secret, so that nothing is stored and any node can check it. Browsers that say where a request
/// comes from must say it comes from us.
public final class Csrf {
  /// The form field that carries the token; scripts send the header `X-Csrf-Token`.
  public static final String FIELD = "csrf";

  private static final String HEADER = "X-Csrf-Token";
  private static final String PURPOSE = "frontdesk-csrf";

  private Csrf() {}

  /// The token for forms of that session.
  ///
  /// @param session the secret value of its cookie
  public static String tokenFor(Secret session) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes(session.value()), "HmacSHA256"));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(PURPOSE)));
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException("no HMAC-SHA256 in this Java", broken);
    }
  }

  /// True when the request carries the session's token and comes from a page of ours. The body must
  /// have been read. Where false, fail with 403.
  public static boolean isFromOurPage(RoutingContext context, Secret session) {
    HttpServerRequest request = context.request();
    String token =
        Optional.ofNullable(request.getHeader(HEADER))
            .or(() -> Optional.ofNullable(request.getFormAttribute(FIELD)))
            .orElse("");
    return comesFromUs(request) && MessageDigest.isEqual(bytes(token), bytes(tokenFor(session)));
  }

  /// True unless the browser says that another site sent it; for requests before there is a
  /// session.
  public static boolean comesFromUs(HttpServerRequest request) {
    Optional<String> site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    if (site.isPresent()) {
      return site.get().equals("same-origin") || site.get().equals("none");
    }
    Optional<String> origin = Optional.ofNullable(request.getHeader("Origin"));
    String host = Optional.ofNullable(request.getHeader("Host")).orElse("");
    return origin.isEmpty() || origin.get().replaceFirst("^https?://", "").equals(host);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
