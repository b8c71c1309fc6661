package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderFramesTest {
  private static final String HEAD =
      "{\"page\":1,\"pages\":1,\"places\":5,\"placesRead\":1,\"values\":";

  private static DataInputStream sent(char letter, int length, byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeByte(letter);
    out.writeInt(length);
    out.write(body);
    return new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
  }

  @Test
  void howFarAPageIsComesThroughThePipeAsItWas() throws IOException {
    ReadingProgress progress =
        new ReadingProgress(
            2,
            3,
            55,
            12,
            List.of(
                new EarlyValue(FieldPath.of(CertificateField.MOVE_DATE), "令和8年1月15日"),
                new EarlyValue(FieldPath.of(CertificateField.NAME, 0), "𠮷田　\"<見本>\"")));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    ReaderFrames.send(
        new DataOutputStream(bytes), ReaderFrames.PROGRESS, ReaderFrames.encodeProgress(progress));
    ReaderFrames.Frame frame =
        ReaderFrames.receive(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    assertThat(frame.letter()).isEqualTo(ReaderFrames.PROGRESS);
    assertThat(ReaderFrames.decodeProgress(frame.body())).isEqualTo(progress);
  }

  @Test
  void thePageThatTellsTheMostFitsIntoAFrame() throws IOException {
    String longest = "髙".repeat(EarlyValue.MOST_CHARACTERS);
    List<EarlyValue> values =
        IntStream.range(0, ReadingProgress.MOST_VALUES)
            .mapToObj(m -> new EarlyValue(FieldPath.of(CertificateField.NAME, m), longest))
            .toList();
    byte[] body = ReaderFrames.encodeProgress(new ReadingProgress(1, 1, 99, 40, values));

    ReaderFrames.Frame frame = ReaderFrames.receive(sent(ReaderFrames.PROGRESS, body.length, body));

    assertThat(ReaderFrames.decodeProgress(frame.body()).values()).hasSize(40);
  }

  @Test
  void aFrameLongerThanItsKindMayBeIsRefusedBeforeItsBodyIsTaken() {
    assertThatThrownBy(
            () -> {
              ReaderFrames.Frame _ =
                  ReaderFrames.receive(sent(ReaderFrames.PROGRESS, 64 * 1024 + 1, new byte[9]));
            })
        .hasMessage("no frame is so long");
    assertThatThrownBy(
            () -> {
              ReaderFrames.Frame _ = ReaderFrames.receive(sent(ReaderFrames.PAGE, 1, new byte[1]));
            })
        .hasMessage("no frame is so long");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{\"page\":1}",
        HEAD + "null}",
        HEAD + "[null]}",
        HEAD + "[{\"path\":\"members[0].name\",\"value\":null}]}",
        HEAD + "[{\"path\":\"members[0].name\",\"value\":\"\"}]}",
        HEAD + "[{\"path\":\"members[0].my_number\",\"value\":\"123456789018\"}]}",
        HEAD + "[{\"path\":\"nothing\",\"value\":\"x\"}]}",
        HEAD + "[],\"more\":1}",
        "{\"page\":1,\"pages\":1,\"places\":5,\"placesRead\":6,\"values\":[]}",
        "{\"page\":0,\"pages\":1,\"places\":5,\"placesRead\":1,\"values\":[]}",
        "{\"page\":2,\"pages\":1,\"places\":5,\"placesRead\":1,\"values\":[]}",
        "{\"page\":1,\"pages\":99,\"places\":5,\"placesRead\":1,\"values\":[]}"
      })
  void whatIsNoProgressIsRefusedWithoutShowingIt(String body) {
    assertThatThrownBy(
            () -> {
              ReadingProgress _ =
                  ReaderFrames.decodeProgress(body.getBytes(StandardCharsets.UTF_8));
            })
        .isInstanceOf(IOException.class)
        .hasMessage("not the progress of a page")
        .hasNoCause();
  }

  @Test
  void moreValuesThanAPageHoldsOrLongerOnesAreRefused() {
    String one = "{\"path\":\"members[0].name\",\"value\":\"%s\"}";
    String many = HEAD + "[" + (one.formatted("x") + ",").repeat(40) + one.formatted("x") + "]}";
    String tooLong = HEAD + "[" + one.formatted("x".repeat(201)) + "]}";

    for (String body : List.of(many, tooLong)) {
      assertThatThrownBy(
              () -> {
                ReadingProgress _ =
                    ReaderFrames.decodeProgress(body.getBytes(StandardCharsets.UTF_8));
              })
          .isInstanceOf(IOException.class);
    }
  }
}
