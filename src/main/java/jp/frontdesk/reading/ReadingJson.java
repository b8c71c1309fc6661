package jp.frontdesk.reading;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.UncheckedIOException;
import jp.frontdesk.kernel.FieldPath;

/// The JSON form of readings, for the pipe of a reader process and for storing. Paths are their
/// text form.
public final class ReadingJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().addModule(new Jdk8Module()).addModule(paths()).build();

  private ReadingJson() {}

  /// The text of a reading.
  public static String write(PageReading reading) {
    try {
      return MAPPER.writeValueAsString(reading);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// The reading of a text that [#write] made; anything else is an [UncheckedIOException].
  public static PageReading read(String json) {
    try {
      return MAPPER.readValue(json, PageReading.class);
    } catch (JsonProcessingException broken) {
      throw new UncheckedIOException("not a page reading", new IOException("broken JSON"));
    }
  }

  static JsonMapper mapper() {
    return MAPPER;
  }

  private static SimpleModule paths() {
    return new SimpleModule()
        .addSerializer(new PathSerializer())
        .addDeserializer(FieldPath.class, new PathDeserializer());
  }

  private static final class PathSerializer extends StdSerializer<FieldPath> {
    PathSerializer() {
      super(FieldPath.class);
    }

    @Override
    public void serialize(FieldPath path, JsonGenerator out, SerializerProvider unused)
        throws IOException {
      out.writeString(path.toString());
    }
  }

  private static final class PathDeserializer extends StdDeserializer<FieldPath> {
    PathDeserializer() {
      super(FieldPath.class);
    }

    @Override
    public FieldPath deserialize(JsonParser in, DeserializationContext context) throws IOException {
      return FieldPath.parse(in.getValueAsString(""))
          .orElseThrow(() -> new IOException("no such field path"));
    }
  }
}
