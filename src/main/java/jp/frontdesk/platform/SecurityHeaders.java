package jp.frontdesk.platform;

import io.vertx.core.http.HttpServerResponse;

/// The headers of every answer: nothing from elsewhere, no script without this answer's nonce,
/// nothing kept by the browser.
final class SecurityHeaders {
  private SecurityHeaders() {}

  static void put(HttpServerResponse response, String nonce) {
    response
        .putHeader("Content-Security-Policy", policy(nonce))
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("X-Frame-Options", "SAMEORIGIN")
        .putHeader("Referrer-Policy", "no-referrer")
        .putHeader("Cross-Origin-Opener-Policy", "same-origin")
        .putHeader("Cross-Origin-Resource-Policy", "same-origin")
        .putHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), usb=()")
        .putHeader("Cache-Control", "no-store");
  }

  private static String policy(String nonce) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'nonce-" + nonce + "'",
        "connect-src 'self'",
        "img-src 'self' blob: data:",
        "style-src 'self'",
        "font-src 'self'",
        "media-src 'self' blob:",
        "frame-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "object-src 'none'",
        "frame-ancestors 'self'");
  }
}
