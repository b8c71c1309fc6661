package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Votes character by character: the other readings are aligned with the first, and at each place
/// the character that most of them have wins, the first reading's on a tie.
final class LetterVote {
  private LetterVote() {}

  /// The voted text.
  ///
  /// @param readings the most trusted first; at least one
  static String of(List<String> readings) {
    int[] base = readings.getFirst().codePoints().toArray();
    List<String[]> aligned = new ArrayList<>();
    for (String reading : readings.subList(1, readings.size())) {
      if (!reading.isEmpty()) {
        aligned.add(align(base, reading.codePoints().toArray()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < base.length; i++) {
      Map<String, Integer> votes = new HashMap<>();
      String own = Character.toString(base[i]);
      votes.put(own, 1);
      for (String[] other : aligned) {
        votes.merge(other[i], 1, Integer::sum);
      }
      String best = own;
      for (Map.Entry<String, Integer> vote : votes.entrySet()) {
        best = vote.getValue() > votes.getOrDefault(best, 0) ? vote.getKey() : best;
      }
      out.append(best);
    }
    return out.toString();
  }

  /// For each character of the base what the other has there: one character, none, or several.
  private static String[] align(int[] base, int[] other) {
    int[][] cost = new int[base.length + 1][other.length + 1];
    for (int i = 0; i <= base.length; i++) {
      for (int j = 0; j <= other.length; j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
        } else {
          int change = cost[i - 1][j - 1] + (base[i - 1] == other[j - 1] ? 0 : 1);
          cost[i][j] = Math.min(change, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        }
      }
    }
    String[] aligned = new String[base.length];
    java.util.Arrays.fill(aligned, "");
    int i = base.length;
    int j = other.length;
    while (i > 0 && j > 0) {
      int change = cost[i - 1][j - 1] + (base[i - 1] == other[j - 1] ? 0 : 1);
      if (cost[i][j] == change) {
        aligned[--i] = Character.toString(other[--j]) + aligned[i];
      } else if (cost[i][j] == cost[i][j - 1] + 1) {
        aligned[i - 1] = Character.toString(other[--j]) + aligned[i - 1];
      } else {
        i--;
      }
    }
    return aligned;
  }
}
