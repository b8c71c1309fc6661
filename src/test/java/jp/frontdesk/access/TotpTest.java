package jp.frontdesk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /// The values of RFC 6238, appendix B, SHA-1, their last six digits.
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertThat(Totp.codeAt(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void aCodeHoldsForItsStepAndTheTwoBesideIt() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = Totp.stepOf(now);

    for (long beside = step - 1; beside <= step + 1; beside++) {
      assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, Totp.startOf(beside)), now))
          .isEqualTo(OptionalLong.of(beside));
    }
    assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, Totp.startOf(step - 2)), now)).isEmpty();
    assertThat(Totp.stepOf(SECRET, Totp.codeAt(SECRET, Totp.startOf(step + 2)), now)).isEmpty();
    assertThat(Totp.stepOf(SECRET, "", now)).isEmpty();
  }

  @Test
  void theUriSaysWhatAuthenticatorsNeed() {
    assertThat(Totp.uriOf(SECRET, "Front Desk", "999997-mihon"))
        .isEqualTo(
            "otpauth://totp/Front%20Desk%3A999997-mihon?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Front%20Desk&algorithm=SHA1&digits=6&period=30");
  }
}
