package jp.frontdesk.journeys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// A browser without pictures: keeps cookies, does not follow redirects, fills in and posts the
/// forms of pages.
public final class Visitor {
  private static final String BOUNDARY = "----a-boundary-of-the-tests";

  private final URI base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  /// A visitor of one site, with no cookie yet.
  public Visitor(URI base) {
    this.base = base;
  }

  /// What a site answered.
  ///
  /// @param location where a redirect leads; empty text otherwise
  @SuppressWarnings("ArrayRecordComponent")
  public record Page(int status, String location, String contentType, byte[] body) {
    /// The body as text.
    public String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /// The body as a page.
    public Document html() {
      return Jsoup.parse(text());
    }

    /// The values that the first form posting to the path would send, as a browser does, without
    /// its buttons.
    public Map<String, String> form(String action) {
      Map<String, String> values = new LinkedHashMap<>();
      for (Element form : html().select("form")) {
        if (form.attr("action").equals(action)) {
          addFields(form, values);
          return values;
        }
      }
      throw new AssertionError("no form posts to " + action + " on a page with status " + status);
    }

    /// The token in the first form posting to the path.
    public String csrf(String action) {
      return java.util.Objects.requireNonNull(form(action).get("csrf"));
    }

    private static void addFields(Element form, Map<String, String> values) {
      for (Element field : form.select("input[name], select[name], textarea[name]")) {
        boolean isUnchecked =
            (field.attr("type").equals("radio") || field.attr("type").equals("checkbox"))
                && !field.hasAttr("checked");
        if (!isUnchecked && !field.hasAttr("disabled") && !field.attr("type").equals("file")) {
          values.put(
              field.attr("name"),
              field.tagName().equals("select")
                  ? field.select("option[selected]").attr("value")
                  : field.val());
        }
      }
    }

    @Override
    public String toString() {
      return "Page[" + status + " " + location + "]";
    }
  }

  /// The cookies as a request's header.
  public String cookies() {
    return cookies.getCookieStore().getCookies().stream()
        .map(cookie -> cookie.getName() + "=" + cookie.getValue())
        .collect(Collectors.joining("; "));
  }

  /// Opens a page.
  public Page get(String path) {
    return send(HttpRequest.newBuilder(base.resolve(path)).GET());
  }

  /// Posts a form.
  public Page post(String path, Map<String, String> values) {
    return post(path, values, List.of());
  }

  /// Posts a form with a field `ok` for each doubtful value that was looked at.
  public Page post(String path, Map<String, String> values, List<String> looked) {
    List<String> parts = new ArrayList<>();
    values.forEach((name, value) -> parts.add(encoded(name) + "=" + encoded(value)));
    looked.forEach(value -> parts.add("ok=" + encoded(value)));
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", parts))));
  }

  /// Posts as a page's script does.
  public Page postJson(String path, String csrf, String json) {
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "application/json")
            .header("X-Csrf-Token", csrf)
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /// Posts files as the field `page`.
  public Page upload(String path, String csrf, List<byte[]> files) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    write(body, part("name=\"csrf\"", "text/plain") + csrf + "\r\n");
    for (byte[] file : files) {
      write(body, part("name=\"page\"; filename=\"p\"", "application/octet-stream"));
      body.writeBytes(file);
      write(body, "\r\n");
    }
    write(body, "--" + BOUNDARY + "--\r\n");
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  /// Posts one file with a name as the field `page`, beside other fields.
  public Page uploadFile(String path, Map<String, String> fields, String name, byte[] file) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((field, value) ->
        write(body, part("name=\"" + field + "\"", "text/plain") + value + "\r\n"));
    write(body, part("name=\"page\"; filename=\"" + name + "\"", "text/csv"));
    body.writeBytes(file);
    write(body, "\r\n--" + BOUNDARY + "--\r\n");
    return send(
        HttpRequest.newBuilder(base.resolve(path))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
  }

  private static String part(String disposition, String type) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; "
        + disposition
        + "\r\nContent-Type: "
        + type
        + "\r\n\r\n";
  }

  private static void write(ByteArrayOutputStream body, String text) {
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private Page send(HttpRequest.Builder request) {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              request
                  .header("Accept", "text/html,*/*;q=0.8")
                  .timeout(Duration.ofSeconds(60))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      return new Page(
          answer.statusCode(),
          answer.headers().firstValue("Location").orElse(""),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The paths of doubtful values on a page of values.
  public static List<String> doubtful(Page page) {
    return page.html().select("input[name=ok]").stream()
        .map(Element::val)
        .collect(Collectors.toList());
  }
}
