package jp.frontdesk.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The checks of an ID token (OpenID Connect Core 1.0, 3.1.3.7): signed by a key that the provider
/// publishes with an asymmetric algorithm, for us, of this very sign-in, of now, with two factors.
final class IdToken {
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256);
  private static final Duration OLDEST = Duration.ofMinutes(10);
  private static final int SKEW_S = 30;
  private static final int LONGEST_SUBJECT = 255;

  private IdToken() {}

  /// What a good token says.
  ///
  /// @param roles the values of the role claim
  record Claims(String subject, String name, String displayName, List<String> roles) {}

  /// The claims of a token that passes every check; empty for any other.
  ///
  /// @param keys the provider's keys as JSON
  /// @param nonce of this sign-in
  static Optional<Claims> check(
      String token, String keys, AccessSettings.Provider provider, String nonce, Instant now) {
    try {
      DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
      processor.setJWSKeySelector(
          new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(JWKSet.parse(keys))));
      processor.setJWTClaimsSetVerifier(verifier(provider, nonce, now));
      JWTClaimsSet claims = processor.process(token, null);
      boolean isOurs =
          isFresh(claims, now) && isForUs(claims, provider) && hasTwoFactors(claims, provider);
      return isOurs ? Optional.of(claimsOf(claims, provider)) : Optional.empty();
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException wrong) {
      return Optional.empty();
    }
  }

  private static DefaultJWTClaimsVerifier<SecurityContext> verifier(
      AccessSettings.Provider provider, String nonce, Instant now) {
    DefaultJWTClaimsVerifier<SecurityContext> verifier =
        new DefaultJWTClaimsVerifier<>(
            provider.clientId(),
            new JWTClaimsSet.Builder()
                .issuer(provider.issuer().toString())
                .claim("nonce", nonce)
                .build(),
            Set.of("sub", "exp", "iat", "nonce")) {
          @Override
          protected Date currentTime() {
            return Date.from(now);
          }
        };
    verifier.setMaxClockSkew(SKEW_S);
    return verifier;
  }

  private static boolean isFresh(JWTClaimsSet claims, Instant now) {
    Instant issued = claims.getIssueTime().toInstant();
    return issued.isAfter(now.minus(OLDEST)) && issued.isBefore(now.plusSeconds(SKEW_S));
  }

  /// A token for several has to be ours by `azp`.
  private static boolean isForUs(JWTClaimsSet claims, AccessSettings.Provider provider)
      throws ParseException {
    String party = claims.getStringClaim("azp");
    return (claims.getAudience().size() == 1 && party == null) || provider.clientId().equals(party);
  }

  private static boolean hasTwoFactors(JWTClaimsSet claims, AccessSettings.Provider provider)
      throws ParseException {
    return provider.acr().contains(text(claims, "acr"))
        || texts(claims, "amr").stream().anyMatch(provider.amr()::contains);
  }

  private static Claims claimsOf(JWTClaimsSet claims, AccessSettings.Provider provider)
      throws ParseException {
    String subject = claims.getSubject();
    if (subject.isBlank() || subject.length() > LONGEST_SUBJECT) {
      throw new IllegalArgumentException("no subject");
    }
    return new Claims(
        subject,
        text(claims, provider.nameClaim()),
        text(claims, "name"),
        texts(claims, provider.roleClaim()));
  }

  private static String text(JWTClaimsSet claims, String name) throws ParseException {
    return Optional.ofNullable(claims.getStringClaim(name)).orElse("");
  }

  /// A claim that is a list, or one value.
  private static List<String> texts(JWTClaimsSet claims, String name) throws ParseException {
    if (claims.getClaim(name) instanceof String one) {
      return List.of(one);
    }
    return Optional.ofNullable(claims.getStringListClaim(name)).orElse(List.of());
  }
}
