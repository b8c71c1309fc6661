package jp.frontdesk.fees;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.frontdesk.platform.Secret;

/// Signs and checks messages between desk and provider: HMAC-SHA256 over method, path, time, nonce
/// and the hash of the body, in the header {@link #HEADER} as `time:nonce:mac`. A message older or
/// newer than five minutes is refused; a repeat within them is known by its own number.
public final class PaymentSignature {
  /// The header that carries the signature.
  public static final String HEADER = "X-Frontdesk-Signature";

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final Secret secret;

  /// @param secret shared with the other side, at least 16 characters
  public PaymentSignature(Secret secret) {
    if (secret.value().length() < 16) {
      throw new IllegalArgumentException("a payment secret has at least 16 characters");
    }
    this.secret = secret;
  }

  /// The header's value for a message sent now.
  ///
  /// @param path as it stands in the request line, without the query
  public String sign(String method, String path, byte[] body, Instant now) {
    String nonce = UUID.randomUUID().toString();
    String time = Long.toString(now.getEpochSecond());
    return time + ":" + nonce + ":" + macOf(method, path, time, nonce, body);
  }

  /// Whether a header's value was made by the other side for exactly this message, just now.
  public boolean isRight(String header, String method, String path, byte[] body, Instant now) {
    String[] parts = header.split(":", -1);
    if (parts.length != 3 || !parts[0].matches("[0-9]{1,12}") || parts[1].length() > 64) {
      return false;
    }
    Instant sent = Instant.ofEpochSecond(Long.parseLong(parts[0]));
    byte[] expected =
        macOf(method, path, parts[0], parts[1], body).getBytes(StandardCharsets.US_ASCII);
    boolean isSame = MessageDigest.isEqual(expected, parts[2].getBytes(StandardCharsets.UTF_8));
    return isSame && Duration.between(sent, now).abs().compareTo(TOLERANCE) <= 0;
  }

  private String macOf(String method, String path, String time, String nonce, byte[] body) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM));
      String text = String.join("\n", method, path, time, nonce, hash);
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("this Java has no HMAC-SHA256", absent);
    }
  }
}
