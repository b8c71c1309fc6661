package jp.frontdesk.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a household has to do, in the order of the way through the building.
///
/// @param steps by counter, then by the rules' own order
/// @param open questions whose answer would change something, in the order in which they are asked
public record Guide(List<Step> steps, List<Question> open) {
  /// One procedure.
  ///
  /// @param isMaybe it depends on a question nobody answered
  /// @param people how many members it is about; 0 for the household
  /// @param lastDay until when, where a law sets a day and the day of moving is known
  /// @param isLate whether that day is over
  record Step(
      Procedure procedure,
      Counter counter,
      boolean isMaybe,
      int people,
      Optional<LocalDate> lastDay,
      boolean isLate) {}

  public Guide {
    steps = List.copyOf(steps);
    open = List.copyOf(open);
  }

  /// The forms that go with the procedures that are needed for certain.
  public List<String> forms() {
    return steps.stream()
        .filter(step -> !step.isMaybe())
        .flatMap(step -> step.procedure().forms().stream())
        .distinct()
        .toList();
  }

  /// Whether there is nothing to do.
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
