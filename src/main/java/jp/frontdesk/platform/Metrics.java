package jp.frontdesk.platform;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;

/// Counts and times for Prometheus. Names and labels are words of this program: status, step, town
/// code. Nothing that belongs to a person is ever a label.
public final class Metrics implements AutoCloseable {
  private static final String PREFIX = "frontdesk.";
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  /// Starts with those of the Java machine: memory, garbage, threads, processor, uptime.
  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /// Adds one.
  ///
  /// @param name words with dots, e.g. `cases.opened`; shown as `frontdesk_cases_opened_total`
  /// @param labels name, value, name, value ...; few different values each
  public void count(String name, String... labels) {
    registry.counter(PREFIX + name, labels).increment();
  }

  /// Adds one duration; shown with count, sum, maximum and the buckets of a histogram.
  public void time(String name, Duration duration, String... labels) {
    Timer.builder(PREFIX + name)
        .tags(labels)
        .serviceLevelObjectives(
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(250),
            Duration.ofSeconds(1),
            Duration.ofSeconds(4),
            Duration.ofSeconds(20))
        .register(registry)
        .record(duration);
  }

  /// Asks for the value whenever the metrics are read; the supplier must be quick.
  public void gauge(String name, Supplier<Number> value, String... labels) {
    Gauge _ = Gauge.builder(PREFIX + name, value).tags(labels).register(registry);
  }

  /// All of it in Prometheus' text format.
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }
}
