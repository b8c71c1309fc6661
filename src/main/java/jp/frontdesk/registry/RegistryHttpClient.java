package jp.frontdesk.registry;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// One request and its answer, bounded in time and size.
///
/// Every request has a connection of its own: on a shared one a registry that answers twice would
/// have its second answer taken for the next case's.
final class RegistryHttpClient implements AutoCloseable {
  private static final int LARGEST_ANSWER_BYTES = 256 * 1024;
  private static final int MOST_CONNECTIONS = 16;

  private final HttpClient client;
  private final Duration timeout;

  /// What came of a request.
  sealed interface Exchange {
    /// The registry cannot have seen the request: there was no connection.
    record NotSent() implements Exchange {}

    /// The registry may have seen the request.
    record NoAnswer() implements Exchange {}

    /// A whole answer.
    ///
    /// @param retryAfter from `Retry-After` in seconds; zero when absent
    record Answer(int status, Duration retryAfter, Buffer body) implements Exchange {}
  }

  RegistryHttpClient(Vertx vertx, Duration timeout) {
    this.timeout = timeout;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setKeepAlive(false),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
  }

  Exchange exchange(
      HttpMethod method, String url, Optional<String> idempotencyKey, Optional<Buffer> body) {
    RequestOptions options =
        new RequestOptions()
            .setMethod(method)
            .setAbsoluteURI(url)
            .setConnectTimeout(timeout.toMillis());
    options.putHeader("accept", "application/json");
    idempotencyKey.ifPresent(key -> options.putHeader("idempotency-key", key));
    long started = System.nanoTime();
    HttpClientRequest request;
    try {
      request = client.request(options).timeout(timeout.toMillis(), TimeUnit.MILLISECONDS).await();
    } catch (Exception noConnection) {
      return new Exchange.NotSent();
    }
    try {
      body.ifPresent(_ -> request.putHeader("content-type", "application/json; charset=utf-8"));
      Future<HttpClientResponse> response = body.map(request::send).orElseGet(request::send);
      // The body is taken on the event loop that the answer arrives on; awaiting in between loses
      // it.
      return response
          .compose(RegistryHttpClient::whole)
          .timeout(leftMs(started), TimeUnit.MILLISECONDS)
          .await();
    } catch (Exception noAnswer) {
      var _ = request.reset();
      return new Exchange.NoAnswer();
    }
  }

  private long leftMs(long startedNanos) {
    long spentMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    return Math.max(1, timeout.toMillis() - spentMs);
  }

  private static Future<Exchange> whole(HttpClientResponse response) {
    Promise<Exchange> answer = Promise.promise();
    Buffer body = Buffer.buffer();
    response.exceptionHandler(answer::tryFail);
    response.handler(part -> {
      if (body.length() + part.length() > LARGEST_ANSWER_BYTES) {
        answer.tryFail("the answer is too long");
      } else {
        body.appendBuffer(part);
      }
    });
    response.endHandler(
        _ -> answer.tryComplete(new Exchange.Answer(response.statusCode(), wait(response), body)));
    return answer.future();
  }

  private static Duration wait(HttpClientResponse response) {
    String seconds = response.getHeader("retry-after");
    return seconds != null && seconds.matches("[0-9]{1,5}")
        ? Duration.ofSeconds(Long.parseLong(seconds))
        : Duration.ZERO;
  }

  @Override
  public void close() {
    client.close().await();
  }
}
