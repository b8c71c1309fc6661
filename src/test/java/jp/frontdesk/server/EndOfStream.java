package jp.frontdesk.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import jp.frontdesk.journeys.Visitor;

/// How long a live stream outlasts an act that should end it.
final class EndOfStream {
  private static final int PATIENCE_MS = 20_000;

  private EndOfStream() {}

  /// Opens the stream of the list as that visitor, acts, and waits for the stream's end.
  ///
  /// @return ms from the act to the end
  static long after(URI desk, Visitor visitor, Supplier<Visitor.Page> act) throws IOException {
    try (Socket socket = new Socket(desk.getHost(), desk.getPort())) {
      socket.setSoTimeout(PATIENCE_MS);
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /events HTTP/1.1\r\nHost: "
                  + desk.getAuthority()
                  + "\r\nCookie: "
                  + visitor.cookies()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      String head = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
      if (!head.endsWith("200")) {
        throw new IllegalStateException("no stream: " + head);
      }
      Visitor.Page _ = act.get();
      long began = System.nanoTime();
      readToEnd(in);
      return Duration.ofNanos(System.nanoTime() - began).toMillis();
    }
  }

  /// A chunk of no bytes ends the answer; the connection itself may stay open.
  private static void readToEnd(InputStream in) {
    try {
      StringBuilder tail = new StringBuilder();
      for (int next = in.read(); next >= 0; next = in.read()) {
        tail.append((char) next);
        if (tail.toString().endsWith("\r\n0\r\n\r\n")) {
          return;
        }
        if (tail.length() > 64) {
          tail.delete(0, tail.length() - 16);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
