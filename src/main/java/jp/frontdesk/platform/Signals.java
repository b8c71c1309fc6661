package jp.frontdesk.platform;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fan-out of PostgreSQL notifications inside this node. A signal is a hint and may be missed while
/// the connection is down: whoever waits also polls.
public final class Signals implements AutoCloseable {
  private static final Pattern TOPIC = Pattern.compile("[a-z][a-z_]{0,40}");
  private static final long RECONNECT_MS = 300;
  private static final Duration LISTEN = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(Signals.class);

  private final PgSubscriber subscriber;
  private final Map<String, Topic> topics = new ConcurrentHashMap<>();
  private final Supplier<Future<Void>> connected;

  /// Who listens to one channel, and when the server does.
  private record Topic(List<Consumer<String>> listeners, Future<Void> listening) {}

  private Signals(PgSubscriber subscriber) {
    this.subscriber = subscriber;
    this.connected = onFirstUse(subscriber::connect);
  }

  static Signals open(Vertx vertx, PgConnectOptions connect) {
    return new Signals(
        PgSubscriber.subscriber(vertx, connect).reconnectPolicy(attempt -> RECONNECT_MS));
  }

  /// Calls back with the payload of every signal on the topic, until the subscription is closed.
  /// Returns when the server listens; where it is down, after 5 s, and listens when it is back.
  ///
  /// @param onPayload runs on an event loop, or where somebody tells: must not block nor wait
  public AutoCloseable subscribe(String topic, Consumer<String> onPayload) {
    Topic ofTopic = topics.computeIfAbsent(channelOf(topic), this::listen);
    ofTopic.listeners().add(onPayload);
    try {
      TimedWait.await(connected.get(), LISTEN);
      TimedWait.await(ofTopic.listening(), LISTEN);
    } catch (TimeoutException serverIsDown) {
      LOG.warn("the database does not take a subscription yet topic={}", topic);
    }
    return () -> ofTopic.listeners().remove(onPayload);
  }

  /// Tells those who listen on this node alone, now and in the caller's thread: for what happens
  /// here and is nobody's business elsewhere.
  public void tellHere(String topic, String payload) {
    Topic ofTopic = topics.get(channelOf(topic));
    if (ofTopic != null) {
      ofTopic.listeners().forEach(each -> each.accept(payload));
    }
  }

  @Override
  public void close() {
    subscriber.close();
  }

  static String channelOf(String topic) {
    if (!TOPIC.matcher(topic).matches()) {
      throw new IllegalArgumentException("a topic is lower-case letters and underscores");
    }
    return "frontdesk_" + topic;
  }

  private Topic listen(String channel) {
    List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    Promise<Void> listening = Promise.promise();
    subscriber
        .channel(channel)
        .subscribeHandler(done -> listening.tryComplete())
        .handler(payload -> listeners.forEach(each -> each.accept(payload)));
    return new Topic(listeners, listening.future());
  }

  private static Supplier<Future<Void>> onFirstUse(Supplier<Future<Void>> connect) {
    Map<String, Future<Void>> once = new ConcurrentHashMap<>();
    return () -> once.computeIfAbsent("connected", key -> connect.get());
  }
}
