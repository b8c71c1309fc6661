package jp.frontdesk.review;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jp.frontdesk.review.PreviewKiosk.Shown;

/// Serves every preview page at `/kiosk/{name}` and `/desk/{name}` under the product's strict
/// Content-Security-Policy, with its assets, on a free port of the loopback address.
final class PreviewServer implements AutoCloseable {
  private static final String NONCE = "cHJldmlld25vbmNl";
  private static final String POLICY =
      "default-src 'none'; script-src 'nonce-%s'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'self'"
          .formatted(NONCE);
  private static final Map<String, String> TYPES =
      Map.of(
          "css",
          "text/css; charset=utf-8",
          "js",
          "text/javascript; charset=utf-8",
          "svg",
          "image/svg+xml");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final TemplateEngine templates;
  private final List<String> posted = new CopyOnWriteArrayList<>();

  PreviewServer(TemplateEngine templates, int port) throws IOException {
    this.templates = templates;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /// The names of all pages, e.g. `kiosk/start`.
  static List<String> names() {
    List<String> names = new ArrayList<>();
    PreviewKiosk.pages(NONCE).keySet().forEach(name -> names.add("kiosk/" + name));
    PreviewDesk.pages(NONCE).keySet().forEach(name -> names.add("desk/" + name));
    return names;
  }

  /// Where an asset is served here.
  static String assetUrl(String name) {
    return "/assets/" + name;
  }

  /// What forms sent, each as its path and body, in order.
  List<String> posted() {
    return posted;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getRawQuery();
    try (exchange) {
      if (exchange.getRequestMethod().equals("POST")) {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posted.add(
            path
                + " "
                + (body.startsWith("--")
                    ? body.substring(0, 2)
                    : URLDecoder.decode(body, StandardCharsets.UTF_8)));
        boolean isAnswered = path.endsWith("/reveal");
        send(
            exchange,
            isAnswered ? 200 : 204,
            "text/plain",
            isAnswered ? "123456789018".getBytes(StandardCharsets.UTF_8) : new byte[0]);
      } else if (path.startsWith("/assets/")) {
        String name = Path.of(path).getFileName().toString();
        try (InputStream in = PreviewServer.class.getResourceAsStream("/assets/" + name)) {
          if (in == null) {
            send(exchange, 404, "text/plain", new byte[0]);
          } else {
            send(
                exchange,
                200,
                TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"),
                in.readAllBytes());
          }
        }
      } else if (path.equals("/i/crop")) {
        send(
            exchange,
            200,
            "image/png",
            PreviewImages.crop(
                URLDecoder.decode(query.substring("text=".length()), StandardCharsets.UTF_8)));
      } else if (path.equals("/i/page")) {
        send(
            exchange,
            200,
            "image/png",
            PreviewImages.page(Integer.parseInt(query.substring("number=".length()))));
      } else if (path.startsWith("/events")) {
        send(exchange, 200, "text/event-stream", ": nothing\n\n".getBytes(StandardCharsets.UTF_8));
      } else {
        page(exchange, path);
      }
    }
  }

  private void page(HttpExchange exchange, String path) throws IOException {
    Map<String, Shown> pages =
        path.startsWith("/desk/") ? PreviewDesk.pages(NONCE) : PreviewKiosk.pages(NONCE);
    Shown shown = pages.get(path.substring(path.lastIndexOf('/') + 1));
    if (shown == null) {
      send(exchange, 404, "text/plain", new byte[0]);
      return;
    }
    StringOutput html = new StringOutput();
    templates.render(shown.template(), shown.view(), html);
    exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
    send(
        exchange,
        200,
        "text/html; charset=utf-8",
        html.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
