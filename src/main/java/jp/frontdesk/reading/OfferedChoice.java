package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Words to choose from as they were read, e.g. 有・無. What a ring left of its word is often read
/// wrong; the others tell which one it must be.
///
/// @param words in the order of the print
/// @param unread the place of the one word that was not read, -1 where all were
record OfferedChoice(List<String> words, int unread) {
  private static final String BETWEEN = "[・･.,:;/|'\\-]+";

  OfferedChoice {
    words = List.copyOf(words);
  }

  /// The words of a print, empty where it does not fit.
  ///
  /// @param print in half width without spaces
  /// @param known the words a form may offer, in one of the usual orders
  /// @param fewest how many of them a form offers at least
  static Optional<OfferedChoice> of(String print, List<String> known, int fewest) {
    List<String> tokens = Arrays.stream(print.split(BETWEEN)).filter(t -> !t.isEmpty()).toList();
    if (tokens.size() < Math.max(2, fewest)) {
      return Optional.empty();
    }
    List<OfferedChoice> fitting = new ArrayList<>();
    for (List<String> order : orders(known, tokens.size())) {
      fitting(order, tokens).ifPresent(fitting::add);
    }
    return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
  }

  /// Neighbours of the list, going round: forms begin or end with 無.
  private static List<List<String>> orders(List<String> known, int count) {
    List<List<String>> orders = new ArrayList<>();
    for (int start = 0; start < known.size() && count <= known.size(); start++) {
      List<String> order = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        order.add(known.get((start + i) % known.size()));
      }
      orders.add(order);
    }
    return orders;
  }

  private static Optional<OfferedChoice> fitting(List<String> order, List<String> tokens) {
    int unread = -1;
    for (int i = 0; i < order.size(); i++) {
      if (!order.get(i).equals(tokens.get(i))) {
        if (unread >= 0 || order.contains(tokens.get(i))) {
          return Optional.empty();
        }
        unread = i;
      }
    }
    return Optional.of(new OfferedChoice(order, unread));
  }

  /// Whether everything read speaks for the ring around this word.
  boolean agreesWith(int ringed) {
    return unread < 0 || unread == ringed;
  }
}
