package jp.frontdesk.server;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the files of a multipart form into memory: a page of a certificate never lies on the disk
/// unsealed. It stands in place of the usual body handler, because that one writes files.
final class MemoryUploads implements Handler<RoutingContext> {
  private static final String KEY = "frontdesk.uploads";
  private static final String NAMES = "frontdesk.uploads.names";

  private final int mostBytes;

  /// @param mostBytes of all files of one form together; a larger form is answered with status 413
  MemoryUploads(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /// The files of a request, in the order of the form; empty ones included.
  static List<byte[]> of(RoutingContext ctx) {
    List<Buffer> buffers = ctx.get(KEY);
    return buffers == null ? List.of() : buffers.stream().map(Buffer::getBytes).toList();
  }

  /// What the visitor's computer calls the files of a request, in the order of the form; never to
  /// be trusted.
  static List<String> namesOf(RoutingContext ctx) {
    List<String> names = ctx.get(NAMES);
    return names == null ? List.of() : List.copyOf(names);
  }

  @Override
  public void handle(RoutingContext ctx) {
    List<Buffer> files = new ArrayList<>();
    List<String> names = new ArrayList<>();
    ctx.put(NAMES, names);
    long[] received = {0};
    boolean[] isOver = {false};
    ctx.put(KEY, files);
    ctx.request()
        .setExpectMultipart(true)
        .uploadHandler(upload -> {
          Buffer file = Buffer.buffer();
          files.add(file);
          names.add(Optional.ofNullable(upload.filename()).orElse(""));
          upload.handler(part -> {
            received[0] += part.length();
            if (received[0] <= mostBytes) {
              Buffer _ = file.appendBuffer(part);
            } else if (!isOver[0]) {
              isOver[0] = true;
              files.clear();
              ctx.fail(413);
            }
          });
        })
        .exceptionHandler(broken -> {
          if (!isOver[0]) {
            isOver[0] = true;
            ctx.fail(400);
          }
        })
        .endHandler(_ -> {
          if (!isOver[0]) {
            ctx.next();
          }
        });
  }
}
