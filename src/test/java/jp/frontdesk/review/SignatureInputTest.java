package jp.frontdesk.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.frontdesk.cases.Signature;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureInputTest {
  private static final String LINE = "[[0.1,0.2],[0.5,0.8]]";

  @Test
  void linesAreTakenAsTheyWereDrawn() {
    SignatureInput input =
        SignatureInput.parse("{\"aspect\":3,\"strokes\":[" + LINE + ",[[0.33333333,1]]]}");

    assertThat(input)
        .isInstanceOfSatisfying(
            SignatureInput.Drawn.class,
            drawn -> {
              assertThat(drawn.signature().strokes()).hasSize(2);
              assertThat(drawn.signature().strokes().getLast().points())
                  .containsExactly(new Signature.Point(0.3333, 1));
              assertThat(drawn.signature().extent().height()).isCloseTo(0.8, within(1e-9));
            });
  }

  private static org.assertj.core.data.Offset<Double> within(double value) {
    return org.assertj.core.data.Offset.offset(value);
  }

  @Test
  void nothingAndATouchAreNoName() {
    assertThat(refused("{\"aspect\":3,\"strokes\":[]}")).contains("まだ 名前が ありません");
    assertThat(refused("{\"aspect\":3,\"strokes\":[[[0.5,0.5]]]}")).contains("まだ 名前が ありません");
    assertThat(refused("{\"aspect\":3,\"strokes\":[[[0.5,0.5],[0.51,0.52]]]}"))
        .contains("まだ 名前が ありません");
  }

  @Test
  void twoHundredStrokesAndFourThousandPointsAreTakenAndNotOneMore() {
    assertThat(parse(200, 20)).isInstanceOf(SignatureInput.Drawn.class);
    assertThat(parse(201, 1)).isInstanceOf(SignatureInput.Refused.class);
    assertThat(parse(4, 1000)).isInstanceOf(SignatureInput.Drawn.class);
    assertThat(refused(json(4, 1001))).contains("線が 多すぎます");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "null",
        "[]",
        "{\"aspect\":3}",
        "{\"strokes\":[[[0.1,0.2],[0.5,0.8]]]}",
        "{\"aspect\":0.2,\"strokes\":[[[0.1,0.2],[0.5,0.8]]]}",
        "{\"aspect\":1e300,\"strokes\":[[[0.1,0.2],[0.5,0.8]]]}",
        "{\"aspect\":3,\"strokes\":\"data:image/png;base64,AAAA\"}",
        "{\"aspect\":3,\"strokes\":[[]]}",
        "{\"aspect\":3,\"strokes\":[[[0.1,0.2],[0.5]]]}",
        "{\"aspect\":3,\"strokes\":[[[0.1,0.2],[0.5,0.8,7]]]}",
        "{\"aspect\":3,\"strokes\":[[[0.1,0.2],[0.5,1.01]]]}",
        "{\"aspect\":3,\"strokes\":[[[0.1,0.2],[-0.5,0.8]]]}",
        "{\"aspect\":3,\"strokes\":[[[0.1,0.2],[\"0.5\",0.8]]]}",
        "{\"aspect\":3,\"strokes\":[[[0.1,0.2],[NaN,0.8]]]}"
      })
  void anythingElseIsRefusedWithASentenceThatSaysWhatToDo(String posted) {
    assertThat(refused(posted)).endsWith("もう一度 書いてください。").doesNotContain("0.");
  }

  @Test
  void whatWasSignedNeverShowsItselfInTexts() {
    Signature signature = ((SignatureInput.Drawn) SignatureInput.parse(json(1, 5))).signature();

    assertThat(signature + "" + signature.strokes() + signature.strokes().getFirst().points())
        .doesNotContainPattern("\\d");
  }

  @Test
  void aSignatureHoldsForTheValuesThatWereSignedAndNoOthers() {
    Signature signature = ((SignatureInput.Drawn) SignatureInput.parse(json(1, 5))).signature();
    FieldPath name = FieldPath.of(CertificateField.NAME, 0);
    Draft draft =
        Draft.empty().withTexts(DraftValue.Origin.RESIDENT, Map.of(name, "見本　太郎"), Set.of());
    SignedContent signed = SignedContent.of(signature, java.util.List.of("form"), draft);

    assertThat(signed.isFor(draft.withTexts(DraftValue.Origin.CLERK, Map.of(), Set.of(name))))
        .isTrue();
    assertThat(
            signed.isFor(draft.withAnswers(draft.answers().withProcedures(Map.of("dog", "yes")))))
        .isTrue();
    assertThat(
            signed.isFor(draft.withTexts(DraftValue.Origin.CLERK, Map.of(name, "見本　次郎"), Set.of())))
        .isFalse();
    assertThat(signed.isFor(draft.withAnswers(draft.answers().withStaying(java.util.List.of(1)))))
        .isFalse();
    assertThat(RecordJson.readSigned(RecordJson.write(signed))).isEqualTo(signed);
  }

  private static SignatureInput parse(int strokes, int points) {
    return SignatureInput.parse(json(strokes, points));
  }

  private static String json(int strokes, int points) {
    String stroke =
        IntStream.range(0, points)
            .mapToObj(i -> "[%s,%s]".formatted(i / 5000.0, (i % 10) / 10.0))
            .collect(Collectors.joining(",", "[", "]"));
    return "{\"aspect\":3,\"strokes\":["
        + String.join(",", Collections.nCopies(strokes, points == 1 ? "[[0.5,0.5]]" : stroke))
        + "]}";
  }

  private static String refused(String posted) {
    return ((SignatureInput.Refused) SignatureInput.parse(posted)).message();
  }
}
