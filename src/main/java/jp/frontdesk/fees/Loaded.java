package jp.frontdesk.fees;

import java.util.List;

/// What came of reading a town's file: the value, or every fault in it at once.
public sealed interface Loaded<T> {
  /// The file is right.
  record Good<T>(T value) implements Loaded<T> {}

  /// The file must not be used.
  ///
  /// @param faults at least one, each `file:line: what is wrong`
  record Faulty<T>(List<String> faults) implements Loaded<T> {
    public Faulty {
      faults = List.copyOf(faults);
    }
  }

  /// The value; an `IllegalStateException` with one fault a line where there is none.
  default T orThrow() {
    return switch (this) {
      case Good<T>(T value) -> value;
      case Faulty<T>(List<String> faults) ->
          throw new IllegalStateException(String.join("\n", faults));
    };
  }
}
