package jp.frontdesk.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReadingThreadsTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 200).boxed().toList();

  @Test
  void resultsComeInTheOrderOfTheThingsWhateverTheNumberOfThreads() {
    for (int count : List.of(1, 2, 5)) {
      try (ReadingThreads threads = new ReadingThreads(count)) {
        assertThat(threads.each(NUMBERS, n -> n * n))
            .isEqualTo(NUMBERS.stream().map(n -> n * n).toList());
      }
    }
  }

  @Test
  void theFirstFailureIsThrownAsItWas() {
    try (ReadingThreads threads = new ReadingThreads(2)) {
      assertThatThrownBy(
              () -> {
                List<Integer> _ = threads.each(NUMBERS, n -> 1 / (n - 7));
              })
          .isInstanceOf(ArithmeticException.class);
    }
  }
}
