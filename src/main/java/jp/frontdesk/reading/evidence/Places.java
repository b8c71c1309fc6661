package jp.frontdesk.reading.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import jp.frontdesk.kernel.Texts;

/// The prefectures, municipalities and areas 町域 of the country, from the postal codes
/// (`scripts/list-places`). One more witness of what an address says; places it does not know are
/// no worse for it. Names of places are made of characters of one unit of UTF-16.
final class Places {
  private static final String LIST = "/reading/places.tsv.gz";

  /// Read once, when the first address asks.
  private static final class Known {
    static final Places ALL = read();
  }

  private final List<Municipality> municipalities;

  private record Municipality(String prefecture, String name, String areas) {}

  /// What may stand at each place of a line, as its readers saw it.
  interface Line {
    int length();

    /// Whether any reader saw this character there.
    boolean couldBe(int at, int codePoint);
  }

  private Places(List<Municipality> municipalities) {
    this.municipalities = List.copyOf(municipalities);
  }

  static Places known() {
    return Known.ALL;
  }

  /// What a line begins with, as far as every place it could name says the same; empty where it
  /// names none.
  String beginning(Line line) {
    NavigableSet<String> found = new TreeSet<>();
    Map<String, Boolean> prefectures = new HashMap<>();
    for (Municipality one : municipalities) {
      if (prefectures.computeIfAbsent(one.prefecture(), p -> stands(p, line, 0))) {
        found.add(one.prefecture());
        add(one, one.prefecture(), line, found);
      }
    }
    if (found.isEmpty()) {
      municipalities.forEach(m -> add(m, "", line, found));
    }
    return found.stream()
        .filter(f -> found.higher(f) == null || !found.higher(f).startsWith(f))
        .reduce(Places::common)
        .orElse("");
  }

  private static void add(Municipality one, String before, Line line, Set<String> found) {
    String whole = before + one.name();
    if (stands(one.name(), line, before.length())) {
      found.add(whole);
      one.areas()
          .lines()
          .filter(a -> stands(a, line, whole.length()))
          .forEach(a -> found.add(whole + a));
    }
  }

  private static String common(String a, String b) {
    int end = 0;
    while (end < Math.min(a.length(), b.length()) && a.charAt(end) == b.charAt(end)) {
      end++;
    }
    return a.substring(0, end);
  }

  private static boolean stands(String name, Line line, int from) {
    return from + name.length() <= line.length()
        && IntStream.range(0, name.length()).allMatch(i -> line.couldBe(from + i, name.charAt(i)));
  }

  /// Whether two characters are the same in the names of places.
  static boolean isSame(int a, int b) {
    return plain(a) == plain(b) || CharacterVote.isAlike(a, b);
  }

  private static int plain(int codePoint) {
    int folded = Texts.folded(codePoint);
    return folded == 'ヶ' ? 'ケ' : folded;
  }

  private static Places read() {
    try (InputStream packed = Objects.requireNonNull(Places.class.getResourceAsStream(LIST));
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))) {
      List<Municipality> all = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] parts = line.split("\t", 3);
        all.add(
            new Municipality(
                parts[0], parts[1], parts.length < 3 ? "" : parts[2].replace('\t', '\n')));
      }
      return new Places(all);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
