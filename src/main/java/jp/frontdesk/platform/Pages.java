package jp.frontdesk.platform;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Renders pages and fragments: templates compiled at build time, every value escaped for the place
/// it stands in. A template takes one view record.
public final class Pages {
  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);

  /// Answers with the page.
  ///
  /// @param template its path below `src/main/jte`, e.g. `kiosk/start.jte`
  /// @param view the template's one parameter
  public void show(RoutingContext context, int status, String template, Object view) {
    Buffer page = render(template, view);
    context
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "text/html; charset=utf-8")
        .end(page);
  }

  /// As [#show] with status 200.
  public void show(RoutingContext context, String template, Object view) {
    show(context, 200, template, view);
  }

  /// The page as bytes in UTF-8, for server-sent events and tests.
  public Buffer render(String template, Object view) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    engine.render(template, view, output);
    Buffer page = Buffer.buffer(output.getContentLength());
    try {
      output.writeTo(new Appending(page));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return page;
  }

  /// Writes to the end of a buffer.
  private static final class Appending extends OutputStream {
    private final Buffer buffer;

    Appending(Buffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public void write(int oneByte) {
      Buffer _ = buffer.appendByte((byte) oneByte);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      Buffer _ = buffer.appendBytes(bytes, offset, length);
    }
  }
}
