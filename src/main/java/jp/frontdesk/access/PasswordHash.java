package jp.frontdesk.access;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords as Argon2id hashes (RFC 9106) in the usual text form, which carries its own cost. The
/// cost is OWASP's first choice for Argon2id: 19 MiB, two passes, one lane.
final class PasswordHash {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  /// A hash that no password has, as costly as a real one: what an unknown name is compared with.
  /// Last, for making it needs the others.
  static final String NOBODYS = of(new byte[] {0});

  private PasswordHash() {}

  /// The hash of a secret under a new salt.
  static String of(byte[] secret) {
    byte[] salt = new byte[SALT_BYTES];
    RANDOM.nextBytes(salt);
    return "$argon2id$v=19$m="
        + MEMORY_KIB
        + ",t="
        + PASSES
        + ",p=1$"
        + text(salt)
        + "$"
        + text(hash(secret, salt, MEMORY_KIB, PASSES));
  }

  /// Whether a secret is the one of a hash; compares in constant time.
  ///
  /// @throws IllegalArgumentException when the text is no hash of this class
  static boolean matches(String hash, byte[] secret) {
    Matcher form = FORM.matcher(hash);
    if (!form.matches()) {
      throw new IllegalArgumentException("not an Argon2id hash");
    }
    byte[] found =
        hash(
            secret,
            Base64.getDecoder().decode(form.group(3)),
            Integer.parseInt(form.group(1)),
            Integer.parseInt(form.group(2)));
    return MessageDigest.isEqual(found, Base64.getDecoder().decode(form.group(4)));
  }

  private static byte[] hash(byte[] secret, byte[] salt, int memoryKib, int passes) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(
        new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withMemoryAsKB(memoryKib)
            .withIterations(passes)
            .withParallelism(1)
            .withSalt(salt)
            .build());
    byte[] hash = new byte[HASH_BYTES];
    int _ = generator.generateBytes(secret, hash);
    return hash;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }
}
