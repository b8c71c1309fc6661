package jp.frontdesk.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.kernel.Texts;

/// A signature with what it was given for. It stands on these forms with these values alone: once a
/// value changed, the person has to sign again.
///
/// @param signature the lines
/// @param forms the ids of the forms that were named to the person
/// @param digest of the values as they were
public record SignedContent(Signature signature, List<String> forms, String digest) {
  public SignedContent {
    forms = List.copyOf(forms);
  }

  /// A signature for these forms with the draft's values.
  public static SignedContent of(Signature signature, List<String> forms, Draft draft) {
    return new SignedContent(signature, forms, digestOf(draft));
  }

  /// Whether the draft still says what the person signed.
  public boolean isFor(Draft draft) {
    return MessageDigest.isEqual(
        digest.getBytes(StandardCharsets.US_ASCII),
        digestOf(draft).getBytes(StandardCharsets.US_ASCII));
  }

  /// The values that forms print. Who looked at them, the wishes and the guide's answers do not
  /// count, nor does the width of characters.
  private static String digestOf(Draft draft) {
    MessageDigest sum = sha256();
    draft
        .values()
        .forEach((path, value) -> {
          if (!value.text().isBlank()) {
            add(sum, path.toString());
            add(sum, value.text());
          }
        });
    Answers answers = draft.answers();
    List.of(
            answers.postcode(),
            answers.newAddress(),
            answers.movedOn(),
            answers.newHead(),
            answers.phone(),
            answers.notifierRole(),
            answers.notifierName(),
            answers.notifierAddress(),
            answers.staying().toString())
        .forEach(text -> add(sum, text));
    return HexFormat.of().formatHex(sum.digest());
  }

  private static void add(MessageDigest sum, String text) {
    byte[] bytes = Texts.folded(text).getBytes(StandardCharsets.UTF_8);
    sum.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sum.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("no SHA-256 in this Java", broken);
    }
  }

  /// Never shows anything: all of it is personal.
  @Override
  public String toString() {
    return "SignedContent[***]";
  }
}
