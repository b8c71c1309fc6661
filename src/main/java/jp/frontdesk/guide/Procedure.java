package jp.frontdesk.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A procedure 手続 as its rule file says, checked whole.
///
/// @param id the file's name
/// @param events what has to have happened for the rule to hold
/// @param order its place on the way where two stand at one counter
/// @param when who needs it
/// @param whom which of the members it is about; empty where it is about the household
/// @param counter the counter's id
/// @param deadline empty where no day is set
/// @param forms the forms that go with it
/// @param sources laws with their articles
/// @param texts `name`, `about`, `missed` and `bring` by language; see [Texts]
/// @param examples households with the result they must have
/// @param validFrom the first day the rule holds
/// @param validTo the last, if any
/// @param checkedOn when somebody last compared it with the law
record Procedure(
    String id,
    Set<LifeEvent> events,
    int order,
    RuleLanguage.Condition when,
    Optional<RuleLanguage.Condition> whom,
    String counter,
    Optional<Deadline> deadline,
    List<String> forms,
    List<Source> sources,
    Map<String, Texts> texts,
    List<Example> examples,
    LocalDate validFrom,
    Optional<LocalDate> validTo,
    LocalDate checkedOn) {
  /// A law and its article, e.g. 住民基本台帳法 第22条.
  ///
  /// @param isVerified whether the text of the law was read
  record Source(String law, boolean isVerified) {}

  /// Until when.
  ///
  /// @param days counted from the day after the move (民法 第140条)
  /// @param isCarried whether a last day on which the town is closed becomes the next open day
  ///   (地方自治法 第4条の2第4項)
  record Deadline(int days, boolean isCarried) {
    LocalDate lastDay(LocalDate movedOn, ClosedDays closed) {
      LocalDate last = movedOn.plusDays(days);
      return isCarried ? closed.nextOpen(last) : last;
    }
  }

  /// The words of one language. An empty one is missing.
  record Texts(String name, String about, String missed, List<String> bring) {
    Texts {
      bring = List.copyOf(bring);
    }

    boolean isWhole(Texts japanese) {
      return !name.isEmpty()
          && (japanese.about.isEmpty() || !about.isEmpty())
          && (japanese.missed.isEmpty() || !missed.isEmpty())
          && bring.size() == japanese.bring.size();
    }
  }

  /// A household in few words and what the rule must say of it.
  ///
  /// @param lastDay the date it must print, if any
  record Example(String title, HouseholdFacts facts, Need need, Optional<LocalDate> lastDay) {}

  Procedure {
    events = Set.copyOf(events);
    forms = List.copyOf(forms);
    sources = List.copyOf(sources);
    texts = Map.copyOf(texts);
    examples = List.copyOf(examples);
  }

  boolean isValidOn(LocalDate day) {
    return !day.isBefore(validFrom) && validTo.map(to -> !day.isAfter(to)).orElse(true);
  }

  /// Whether the household needs it. Answers that are missing are supposed both ways: where it
  /// comes to the same, they do not matter.
  Need needOf(HouseholdFacts facts) {
    List<String> open =
        when.questions().stream().filter(q -> !facts.answers().containsKey(q)).sorted().toList();
    boolean holds = false;
    boolean fails = false;
    for (int supposed = 0; supposed < 1 << open.size(); supposed++) {
      Map<String, String> answers = new TreeMap<>(facts.answers());
      for (int i = 0; i < open.size(); i++) {
        answers.put(open.get(i), (supposed >> i & 1) == 1 ? "yes" : "no");
      }
      if (when.holds(facts.variables(answers))) {
        holds = true;
      } else {
        fails = true;
      }
    }
    return holds && fails ? Need.DEPENDS : holds ? Need.NEEDED : Need.NOT_NEEDED;
  }

  /// Which answers would decide it; empty where it is decided.
  List<String> openQuestions(HouseholdFacts facts) {
    if (needOf(facts) != Need.DEPENDS) {
      return List.of();
    }
    List<String> open = new ArrayList<>(when.questions());
    open.removeIf(facts.answers()::containsKey);
    open.sort(null);
    return open;
  }

  /// How many members it is about; 0 where it is about the household.
  int countOf(HouseholdFacts facts) {
    return whom.map(condition ->
            (int)
                facts.members().stream()
                    .filter(member -> {
                      Map<String, Object> variables =
                          new TreeMap<>(facts.variables(facts.answers()));
                      variables.put("m", HouseholdFacts.variables(member));
                      return condition.holds(variables);
                    })
                    .count())
        .orElse(0);
  }
}
