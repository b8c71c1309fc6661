package jp.frontdesk.platform;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// Writes a failure on one line: its class, our own frames, its causes. Never a message: those of
/// SQL, parsers and number formats quote the value that broke them. Of SQL failures the state code
/// and the constraint's name are shown.
public final class FailureConverter extends ThrowableHandlingConverter {
  private static final String OURS = "jp.frontdesk.";
  private static final int MOST_FRAMES = 12;
  private static final int MOST_CAUSES = 5;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder line = new StringBuilder();
    Optional<IThrowableProxy> failure = Optional.ofNullable(event.getThrowableProxy());
    for (int depth = 0; failure.isPresent() && depth < MOST_CAUSES; depth++) {
      line.append(depth == 0 ? " failure=\"" : " < ").append(describe(failure.get()));
      failure = Optional.ofNullable(failure.get().getCause());
    }
    return line.isEmpty() ? "" : line.append('"').toString();
  }

  private static String describe(IThrowableProxy failure) {
    String frames =
        Arrays.stream(failure.getStackTraceElementProxyArray())
            .map(StackTraceElementProxy::getStackTraceElement)
            .filter(frame -> frame.getClassName().startsWith(OURS))
            .limit(MOST_FRAMES)
            .map(FailureConverter::shortly)
            .collect(Collectors.joining(" "));
    return failure.getClassName() + code(failure) + (frames.isEmpty() ? "" : " at " + frames);
  }

  private static String shortly(StackTraceElement frame) {
    return frame.getClassName().substring(OURS.length())
        + "."
        + frame.getMethodName()
        + ":"
        + frame.getLineNumber();
  }

  private static String code(IThrowableProxy failure) {
    if (!(failure instanceof ThrowableProxy withThrowable)) {
      return "";
    }
    return switch (withThrowable.getThrowable()) {
      case PgException refused -> "[" + refused.getSqlState() + constraint(refused) + "]";
      case SQLException refused -> "[" + refused.getSQLState() + "]";
      default -> "";
    };
  }

  private static String constraint(PgException refused) {
    return Optional.ofNullable(refused.getConstraint()).map(name -> " " + name).orElse("");
  }
}
