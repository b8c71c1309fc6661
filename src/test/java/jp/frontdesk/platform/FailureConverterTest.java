package jp.frontdesk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class FailureConverterTest {
  private final FailureConverter converter = new FailureConverter();

  @Test
  void aFailureIsOneLineOfClassesAndOurFramesWithoutAnyMessage() {
    Throwable failure =
        new IllegalStateException("見本　太郎", new NumberFormatException("For input 123456789018"));

    String line = converter.convert(event(failure));

    assertThat(line)
        .contains("java.lang.IllegalStateException at platform.FailureConverterTest.")
        .contains("< java.lang.NumberFormatException")
        .doesNotContain("太郎", "1234", "\n");
  }

  @Test
  void ofASqlFailureTheStateCodeIsShown() {
    String line = converter.convert(event(new SQLException("Key (name)=(見本) exists", "23505")));

    assertThat(line).contains("SQLException[23505]").doesNotContain("見本");
  }

  @Test
  void anEventWithoutFailureAddsNothing() {
    LoggingEvent withoutFailure = new LoggingEvent();

    assertThat(converter.convert(withoutFailure)).isEmpty();
  }

  private static LoggingEvent event(Throwable failure) {
    return new LoggingEvent(
        "test", new LoggerContext().getLogger("test"), Level.ERROR, "broke", failure, null);
  }
}
