package jp.frontdesk.platform;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Style sheets, scripts, fonts and icons: a fixed map read at start, so that no request ever names
/// a file. The address holds a hash of the content and may be kept for ever; the plain name, for
/// files that name each other, is asked about again each time.
public final class StaticFiles {
  private static final String BASE = "/assets/";
  private static final int SMALLEST_GZIP_BYTES = 1_000;
  private static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String ASK_AGAIN = "no-cache";

  /// One file as it is sent.
  private record Asset(String contentType, Buffer plain, Optional<Buffer> gzip, String hash) {}

  private final Map<String, Asset> assetsByName = new HashMap<>();
  private final Map<String, Asset> assetsByUrl = new HashMap<>();
  private final Map<String, String> urlsByName = new HashMap<>();

  private StaticFiles() {}

  /// Everything in `assets/` on the class path, not its sub-folders.
  public static StaticFiles load() {
    StaticFiles files = new StaticFiles();
    ClassPathFolder.names("assets").forEach(name -> files.add(name, "assets/" + name));
    return files;
  }

  /// The address to write into a page.
  ///
  /// @throws IllegalArgumentException when there is no such file
  public String url(String name) {
    return Optional.ofNullable(urlsByName.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no such asset: " + name));
  }

  /// Whether there is a file of that name.
  public boolean has(String name) {
    return assetsByName.containsKey(name);
  }

  /// Serves the files below `/assets/`.
  public void mount(Router router) {
    router.get(BASE + "*").handler(this::serve);
  }

  private void serve(RoutingContext context) {
    String path = context.normalizedPath();
    Optional<Asset> hashed = Optional.ofNullable(assetsByUrl.get(path));
    Optional<Asset> named = Optional.ofNullable(assetsByName.get(path.substring(BASE.length())));
    if (hashed.isPresent()) {
      send(context, hashed.get(), FOREVER);
    } else if (named.isPresent()) {
      send(context, named.get(), ASK_AGAIN);
    } else {
      context.fail(404);
    }
  }

  private static void send(RoutingContext context, Asset asset, String caching) {
    String tag = "\"" + asset.hash() + "\"";
    var response =
        context
            .response()
            .putHeader("Cache-Control", caching)
            .putHeader("ETag", tag)
            .putHeader("Vary", "Accept-Encoding");
    if (tag.equals(context.request().getHeader("If-None-Match"))) {
      response.setStatusCode(304).end();
      return;
    }
    response.putHeader("Content-Type", asset.contentType());
    String accepted =
        Optional.ofNullable(context.request().getHeader("Accept-Encoding")).orElse("");
    if (asset.gzip().isPresent() && accepted.contains("gzip")) {
      response.putHeader("Content-Encoding", "gzip").end(asset.gzip().get());
    } else {
      response.end(asset.plain());
    }
  }

  private void add(String name, String path) {
    byte[] bytes = ClassPathFolder.bytes(path);
    String type = contentTypeOf(name);
    boolean isText = type.startsWith("text/") || type.startsWith("image/svg");
    Optional<Buffer> gzip =
        isText && bytes.length >= SMALLEST_GZIP_BYTES
            ? Optional.of(Buffer.buffer(gzip(bytes)))
            : Optional.empty();
    Asset asset = new Asset(type, Buffer.buffer(bytes), gzip, hash(bytes));
    int dot = name.lastIndexOf('.');
    String url = BASE + name.substring(0, dot) + "." + asset.hash() + name.substring(dot);
    assetsByName.put(name, asset);
    assetsByUrl.put(url, asset);
    urlsByName.put(name, url);
  }

  private static String contentTypeOf(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
      case "css" -> "text/css; charset=utf-8";
      case "js", "mjs" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      case "jpg", "jpeg" -> "image/jpeg";
      case "webp" -> "image/webp";
      case "woff2" -> "font/woff2";
      case "ttf" -> "font/ttf";
      case "otf" -> "font/otf";
      case "mp3" -> "audio/mpeg";
      case "wasm" -> "application/wasm";
      default -> "text/plain; charset=utf-8";
    };
  }

  private static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return packed.toByteArray();
  }

  private static String hash(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException broken) {
      throw new IllegalStateException("no SHA-256 in this Java", broken);
    }
  }
}
