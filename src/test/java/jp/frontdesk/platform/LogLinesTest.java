package jp.frontdesk.platform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

/// The product's own log settings, not those of the tests.
class LogLinesTest {
  @Test
  void anEventIsOneLineWithItsKeysAndItsFailureWithoutMessage() throws JoranException {
    String lines =
        logged(logger ->
            logger
                .atError()
                .addKeyValue("request", "r-1")
                .addKeyValue("case", "c-1")
                .setCause(new IllegalArgumentException("見本　太郎"))
                .log("request failed\nforged=line"));

    assertThat(lines.lines())
        .singleElement()
        .asString()
        .startsWith("time=")
        .contains(" level=ERROR ", " request=r-1 case=c-1 ", "msg=\"request failed forged=line\"")
        .contains("failure=\"java.lang.IllegalArgumentException at platform.LogLinesTest.")
        .doesNotContain("太郎");
  }

  private static String logged(Consumer<Logger> work) throws JoranException {
    PrintStream before = System.err;
    ByteArrayOutputStream written = new ByteArrayOutputStream();
    LoggerContext context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    System.setErr(new PrintStream(written, true, UTF_8));
    try {
      JoranConfigurator configurator = new JoranConfigurator();
      configurator.setContext(context);
      configurator.doConfigure(LogLinesTest.class.getResource("/logback.xml"));
      work.accept(context.getLogger("jp.frontdesk.test"));
    } finally {
      context.stop();
      System.setErr(before);
    }
    return written.toString(UTF_8);
  }
}
