package jp.frontdesk.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.page.PageLimits;

/// The talk between the desk and a reader process. Down: the length of a file and its bytes. Up:
/// frames of one letter, a length and a body: `R` ready, `V` how far a page is, `P` one page done,
/// `A` the answer. How far a page is is JSON; an answer is a JSON header that says how long the
/// pictures after it are.
final class ReaderFrames {
  /// The process can take a file.
  static final char READY = 'R';

  /// How far the page is; the clock of the page goes on.
  static final char PROGRESS = 'V';

  /// One more page is done; the clock of the page starts anew.
  static final char PAGE = 'P';

  /// The answer.
  static final char ANSWER = 'A';

  private static final int MAX_ANSWER_BYTES = 256 * 1024 * 1024;
  private static final int MAX_PROGRESS_BYTES = 64 * 1024;

  private ReaderFrames() {}

  /// One frame from a reader process.
  ///
  /// @param letter [#READY], [#PROGRESS], [#PAGE] or [#ANSWER]
  @SuppressWarnings("ArrayRecordComponent") // on its way to be parsed; nobody compares it
  record Frame(char letter, byte[] body) {}

  static void sendFile(DataOutputStream out, byte[] file) throws IOException {
    out.writeInt(file.length);
    out.write(file);
    out.flush();
  }

  /// A file from the desk.
  ///
  /// @throws java.io.EOFException when the desk is gone
  static byte[] receiveFile(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > PageLimits.MAX_BYTES + 1) {
      throw new IOException("no file is so long");
    }
    return in.readNBytes(length);
  }

  static void send(DataOutputStream out, char letter, byte[] body) throws IOException {
    out.writeByte(letter);
    out.writeInt(body.length);
    out.write(body);
    out.flush();
  }

  static Frame receive(DataInputStream in) throws IOException {
    char letter = (char) in.readByte();
    int length = in.readInt();
    if (length < 0 || length > mostBytesOf(letter)) {
      throw new IOException("no frame is so long");
    }
    byte[] body = in.readNBytes(length);
    if (body.length != length) {
      throw new IOException("the frame ends early");
    }
    return new Frame(letter, body);
  }

  private static int mostBytesOf(char letter) {
    return switch (letter) {
      case ANSWER -> MAX_ANSWER_BYTES;
      case PROGRESS -> MAX_PROGRESS_BYTES;
      default -> 0;
    };
  }

  static byte[] encodeProgress(ReadingProgress progress) throws IOException {
    return ReadingJson.mapper().writeValueAsBytes(progress);
  }

  static ReadingProgress decodeProgress(byte[] body) throws IOException {
    try {
      return Objects.requireNonNull(ReadingJson.mapper().readValue(body, ReadingProgress.class));
    } catch (JsonProcessingException | NullPointerException broken) {
      throw new IOException("not the progress of a page");
    }
  }

  static byte[] encode(ReadResult result) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    ObjectNode header = ReadingJson.mapper().createObjectNode();
    List<byte[]> pictures = new ArrayList<>();
    switch (result) {
      case ReadResult.Read(List<ReadPage> pages) -> {
        for (ReadPage page : pages) {
          ObjectNode node = header.withArray("pages").addObject();
          node.set("reading", ReadingJson.mapper().valueToTree(page.reading()));
          node.put("mediaType", page.images().mediaType());
          node.put("upright", page.images().upright().length);
          pictures.add(page.images().upright());
          for (Map.Entry<FieldPath, byte[]> crop : page.images().crops().entrySet()) {
            node.withObject("/crops").put(crop.getKey().toString(), crop.getValue().length);
            pictures.add(crop.getValue());
          }
        }
      }
      case ReadResult.Refused(ReadingWarning warning) ->
          header.putObject("refused").put("code", warning.code()).put("message", warning.message());
      case ReadResult.Crashed(String reason) -> header.put("crashed", reason);
    }
    byte[] json = ReadingJson.mapper().writeValueAsBytes(header);
    out.writeInt(json.length);
    out.write(json);
    for (byte[] picture : pictures) {
      out.write(picture);
    }
    return bytes.toByteArray();
  }

  static ReadResult decode(byte[] answer) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer));
    byte[] json = in.readNBytes(in.readInt());
    JsonNode header = ReadingJson.mapper().readTree(new String(json, StandardCharsets.UTF_8));
    if (header.has("refused")) {
      JsonNode refused = header.get("refused");
      return new ReadResult.Refused(
          new ReadingWarning(refused.path("code").asText(), refused.path("message").asText()));
    }
    if (header.has("crashed")) {
      return new ReadResult.Crashed(header.get("crashed").asText());
    }
    List<ReadPage> pages = new ArrayList<>();
    for (JsonNode node : header.path("pages")) {
      pages.add(page(node, in));
    }
    return new ReadResult.Read(pages);
  }

  private static ReadPage page(JsonNode node, DataInputStream in) throws IOException {
    byte[] upright = in.readNBytes(node.path("upright").asInt());
    Map<FieldPath, byte[]> crops = new HashMap<>();
    for (Map.Entry<String, JsonNode> crop : node.path("crops").properties()) {
      FieldPath path =
          FieldPath.parse(crop.getKey()).orElseThrow(() -> new IOException("no such field"));
      crops.put(path, in.readNBytes(crop.getValue().asInt()));
    }
    return new ReadPage(
        reading(node.path("reading")),
        new PageImages(upright, node.path("mediaType").asText(), crops));
  }

  private static PageReading reading(JsonNode node) throws IOException {
    try {
      return ReadingJson.mapper().treeToValue(node, PageReading.class);
    } catch (JsonProcessingException broken) {
      throw new IOException("not a page reading");
    }
  }
}
