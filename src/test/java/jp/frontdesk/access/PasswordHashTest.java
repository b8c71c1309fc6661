package jp.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void aPasswordMatchesItsOwnHashOnlyAndNoTwoHashesAreAlike() {
    String hash = PasswordHash.of(bytes("kasa to nagagutsu"));

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(PasswordHash.matches(hash, bytes("kasa to nagagutsu"))).isTrue();
    assertThat(PasswordHash.matches(hash, bytes("kasa to nagagutsU"))).isFalse();
    assertThat(PasswordHash.of(bytes("kasa to nagagutsu"))).isNotEqualTo(hash);
    assertThat(PasswordHash.matches(PasswordHash.NOBODYS, bytes(""))).isFalse();
  }

  /// Made with the reference program: `echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1`.
  @Test
  void aHashOfTheReferenceProgramIsUnderstood() {
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(PasswordHash.matches(hash, bytes("password"))).isTrue();
    assertThat(PasswordHash.matches(hash, bytes("passwore"))).isFalse();
    assertThatThrownBy(() -> PasswordHash.matches("$2y$10$abc", bytes("x")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void delaysDoubleUpToAMinuteAndNeverBecomeALock() {
    assertThat(SignInDelayStore.delayAfter(0)).isZero();
    assertThat(SignInDelayStore.delayAfter(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(SignInDelayStore.delayAfter(4)).isEqualTo(Duration.ofSeconds(8));
    assertThat(SignInDelayStore.delayAfter(7)).isEqualTo(Duration.ofMinutes(1));
    assertThat(SignInDelayStore.delayAfter(1000)).isEqualTo(Duration.ofMinutes(1));
  }
}
