package jp.frontdesk.platform;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waiting for a future, but not for ever. Vert.x' own `await` with a limit leaves a virtual thread
/// outside its verticle's queue once the limit is over, so that its next wait fails; here the
/// future itself ends in time.
public final class TimedWait {
  private TimedWait() {}

  /// The future's result.
  ///
  /// @throws TimeoutException when there is none in time; the future goes on
  @CanIgnoreReturnValue
  public static <T> T await(Future<T> future, Duration limit) throws TimeoutException {
    return future.timeout(limit.toMillis(), TimeUnit.MILLISECONDS).await();
  }
}
