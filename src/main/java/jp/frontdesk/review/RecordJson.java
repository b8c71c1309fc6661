package jp.frontdesk.review;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.PrintedDate;

/// The JSON form in which drafts and records are sealed.
final class RecordJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new Jdk8Module())
          .addModule(new JavaTimeModule())
          .addModule(words())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private RecordJson() {}

  static byte[] write(Draft draft) {
    return bytesOf(draft);
  }

  static byte[] write(MovingInRecord record) {
    return bytesOf(record);
  }

  static byte[] write(SignedContent signed) {
    return bytesOf(signed);
  }

  static SignedContent readSigned(byte[] json) {
    return read(json, SignedContent.class);
  }

  static Draft readDraft(byte[] json) {
    return read(json, Draft.class);
  }

  static MovingInRecord readRecord(byte[] json) {
    return read(json, MovingInRecord.class);
  }

  private static byte[] bytesOf(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (IOException impossible) {
      throw new UncheckedIOException("cannot be written as JSON", new IOException());
    }
  }

  /// The cause is left out on purpose: a parser's message quotes what it read.
  private static <T> T read(byte[] json, Class<T> type) {
    try {
      return MAPPER.readValue(json, type);
    } catch (IOException broken) {
      throw new UncheckedIOException("a sealed document is not a " + type, new IOException());
    }
  }

  private static SimpleModule words() {
    return new SimpleModule()
        .addKeyDeserializer(FieldPath.class, new PathKeys())
        .addSerializer(new DateSerializer())
        .addDeserializer(PrintedDate.class, new DateDeserializer());
  }

  private static final class PathKeys extends KeyDeserializer {
    @Override
    public FieldPath deserializeKey(String key, DeserializationContext context) throws IOException {
      return FieldPath.parse(key).orElseThrow(() -> new IOException("no such field path"));
    }
  }

  private static final class DateSerializer extends StdSerializer<PrintedDate> {
    DateSerializer() {
      super(PrintedDate.class);
    }

    @Override
    public void serialize(PrintedDate date, JsonGenerator out, SerializerProvider unused)
        throws IOException {
      out.writeString(date.wareki());
    }
  }

  private static final class DateDeserializer extends StdDeserializer<PrintedDate> {
    DateDeserializer() {
      super(PrintedDate.class);
    }

    @Override
    public PrintedDate deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      return PrintedDate.parse(in.getValueAsString(""))
          .orElseThrow(() -> new IOException("not a date"));
    }
  }
}
