package jp.frontdesk.samples.paper;

import java.util.List;
import java.util.regex.Pattern;

/// Towns word the same label differently: a layout text may offer several, separated by `|`.
final class Wordings {
  private static final Pattern BAR = Pattern.compile("\\|");

  private Wordings() {}

  /// The wording with that number, counted round and round.
  static String pick(String text, int wording) {
    List<String> all = List.of(BAR.split(text));
    return all.get(Math.floorMod(wording, all.size()));
  }
}
