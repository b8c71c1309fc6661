package jp.frontdesk.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/// The six digits of an authenticator app 確認コード (RFC 6238: HMAC-SHA-1, 30 seconds).
public final class Totp {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final TimeBasedOneTimePasswordGenerator GENERATOR =
      new TimeBasedOneTimePasswordGenerator();
  private static final int SECRET_BYTES = 20;

  /// Clocks may be so many steps apart.
  private static final int TOLERATED_STEPS = 1;

  private Totp() {}

  /// A new secret for an authenticator, 160 random bits.
  static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /// The code of a secret at that time, six digits.
  public static String codeAt(byte[] secret, Instant at) {
    try {
      return GENERATOR.generateOneTimePasswordString(
          new SecretKeySpec(secret, GENERATOR.getAlgorithm()), at);
    } catch (InvalidKeyException broken) {
      throw new IllegalStateException("an authenticator's secret is no key", broken);
    }
  }

  /// The 30-second step of a time.
  public static long stepOf(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), GENERATOR.getTimeStep().toSeconds());
  }

  /// The time at which a step begins.
  public static Instant startOf(long step) {
    return Instant.ofEpochSecond(step * GENERATOR.getTimeStep().toSeconds());
  }

  /// The step whose code was typed: this one, the one before or the next. Every step is compared,
  /// each in constant time.
  static OptionalLong stepOf(byte[] secret, String typed, Instant now) {
    OptionalLong found = OptionalLong.empty();
    for (long step = stepOf(now) - TOLERATED_STEPS; step <= stepOf(now) + TOLERATED_STEPS; step++) {
      byte[] code = codeAt(secret, startOf(step)).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(code, typed.getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// A secret as people type it into an authenticator, in Base32 (RFC 4648).
  static String textOf(byte[] secret) {
    return new Base32().encodeToString(secret).replace("=", "");
  }

  /// What the QR code for an authenticator says.
  static String uriOf(byte[] secret, String issuer, String account) {
    return "otpauth://totp/"
        + encoded(issuer + ":" + account)
        + "?secret="
        + textOf(secret)
        + "&issuer="
        + encoded(issuer)
        + "&algorithm=SHA1&digits=6&period=30";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
