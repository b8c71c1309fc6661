package jp.frontdesk.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.evidence.TextDistance;
import jp.frontdesk.reading.glyphs.Alphabet;
import jp.frontdesk.reading.glyphs.Spelling;

/// The closed list of labels a certificate may print, from `templates/certificates/labels.yaml`.
/// What an engine read is matched by edit distance, because labels are small print and often one
/// character off.
public final class LabelBook {
  private static final Pattern OLD = Pattern.compile("[旧前元従]|今まで|いままで|これまで");
  private static final Pattern NEW = Pattern.compile("[新先後]|これから");

  /// Values of choices, one or several: 世帯主女 is no misread 世帯主名, 有無 no part of 国保有無.
  private static final Pattern CHOICES =
      Pattern.compile("[男女]{0,2}(世帯主|[夫妻子父母兄姉弟妹孫の]|未届|縁故者|同居人)+[男女]?|[有無男女]+");

  /// Choices to be circled, before the caption of the next ones.
  private static final Pattern OFFERED = Pattern.compile("[有無]|男女(?!の?別)");

  private static final int LONG_WORD = 6;
  private static final double LIKELY = 0.3;
  private static final double LIKELY_HEADING = 0.36;
  private static final double FAR = 0.3;
  private static final int SHORT_HEADING = 3;

  private final List<Entry> entries;
  private final List<String> partial;
  private final List<Entry> followers;
  private final BlurredWords words;
  private final Map<DocumentType, List<String>> notes;

  /// A label found.
  ///
  /// @param label the entry
  /// @param distance characters by which the print, as read, differs from the word
  /// @param wordLength characters of the word
  /// @param isOnly whether no word of other fields differs as little
  public record Match(Label label, int distance, int wordLength, boolean isOnly) {}

  /// A label at the start of a running line.
  ///
  /// @param label the entry
  /// @param rest the text after it, without the colon
  public record Prefix(Label label, String rest) {}

  /// A word of the list that stands somewhere in a text.
  ///
  /// @param label the entry
  /// @param length how many characters of the text it takes
  /// @param distance characters by which the print, as read, differs from it
  /// @param startsAsPrinted whether its first character is the one read
  public record Word(Label label, int length, int distance, boolean startsAsPrinted) {}

  private final Alphabet alphabet;

  private record Entry(String word, Label label) {}

  private LabelBook(
      List<Label> labels, List<String> partial, Map<DocumentType, List<String>> notes) {
    this.partial = List.copyOf(partial);
    this.notes = new EnumMap<>(notes);
    entries = entries(labels.stream().filter(l -> l.after().isEmpty()));
    followers = entries(labels.stream().filter(l -> !l.after().isEmpty()));
    words = new BlurredWords(labels, this.partial);
    alphabet =
        Alphabet.of(
            labels.stream()
                .flatMap(l -> l.words().stream())
                .flatMapToInt(w -> (w + Texts.folded(w)).chars())
                .distinct()
                .sorted()
                .mapToObj(Character::toString)
                .collect(Collectors.joining()));
  }

  /// The characters that labels are written with.
  Alphabet alphabet() {
    return alphabet;
  }

  private static List<Entry> entries(Stream<Label> labels) {
    return labels
        .flatMap(l -> l.words().stream().map(w -> new Entry(bare(w), l)))
        .sorted((a, b) -> Integer.compare(b.word().length(), a.word().length()))
        .toList();
  }

  /// Reads the list; a fault names the file and the entry.
  ///
  /// @param file a YAML file in the form of `templates/certificates/labels.yaml`
  public static LabelBook load(Path file) {
    try {
      JsonNode root = new YAMLMapper().readTree(Files.readString(file));
      List<Label> labels = new ArrayList<>();
      for (JsonNode node : root.path("labels")) {
        labels.add(label(node, file));
      }
      if (labels.isEmpty()) {
        throw new IllegalArgumentException(file + ": no labels");
      }
      Map<DocumentType, List<String>> notes = new EnumMap<>(DocumentType.class);
      for (DocumentType type : DocumentType.values()) {
        notes.put(type, texts(root.path("notes").path(type.word())).map(LabelBook::bare).toList());
      }
      List<String> partial = texts(root.path("partial")).map(LabelBook::bare).toList();
      return new LabelBook(labels, partial, notes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  private static Label label(JsonNode node, Path file) {
    List<CertificateField> fields =
        texts(node.path("fields")).map(path -> field(path, file)).toList();
    Optional<CertificateField> above =
        node.has("above")
            ? Optional.of(field(node.path("above").asText(), file))
            : Optional.empty();
    List<CertificateField> foreign =
        texts(node.path("foreign")).map(path -> field(path, file)).toList();
    return new Label(
        fields,
        texts(node.path("words")).toList(),
        above,
        foreign,
        texts(node.path("beside")).map(path -> field(path, file)).toList(),
        texts(node.path("after")).map(path -> field(path, file)).toList(),
        texts(node.path("drop")).toList());
  }

  private static CertificateField field(String path, Path file) {
    return CertificateField.find(path)
        .orElseThrow(() -> new IllegalArgumentException(file + ": no such field: " + path));
  }

  private static Stream<String> texts(JsonNode array) {
    List<String> found = new ArrayList<>();
    array.forEach(n -> found.add(n.asText()));
    return found.stream();
  }

  /// The label this print is, if it is one for sure.
  ///
  /// @param print all the text of a cell as an engine read it
  public Optional<Match> find(String print) {
    String text = bare(print);
    int length = text.length();
    return best(print)
        .filter(m -> m.isOnly() && m.distance() <= strictLimit(m.wordLength()))
        .filter(m -> m.distance() == 0 || length > 4 || length == m.wordLength())
        .filter(m -> m.distance() == 0 || !isPartial(print))
        .or(() -> new JoinedLabels(length, at -> wordsAt(text, at, Optional.empty())).found());
  }

  /// The words that may begin at a place of a text.
  ///
  /// @param text in half width without white space and punctuation
  /// @param from the place
  /// @param before the caption before it, for words that mean something only after another
  List<Word> wordsAt(String text, int from, Optional<Label> before) {
    List<Word> found = new ArrayList<>();
    for (Entry entry : entries) {
      addWords(found, entry, text, from);
    }
    for (Entry entry : followers) {
      if (before.filter(entry.label()::follows).isPresent()) {
        addWords(found, entry, text, from);
      }
    }
    return found;
  }

  /// Short words differ in their first character, e.g. 旧住所 and 新住所, so there it must be right.
  private static void addWords(List<Word> found, Entry entry, String text, int from) {
    String word = entry.word();
    int limit = strictLimit(word.length());
    int slack = word.length() > 4 ? 1 : 0;
    for (int length = word.length() - slack; length <= word.length() + slack; length++) {
      if (from + length <= text.length()) {
        String print = text.substring(from, from + length);
        int distance = TextDistance.between(word, print);
        boolean startsSo = word.charAt(0) == print.charAt(0);
        if (distance <= limit
            && (distance == 0 || !CHOICES.matcher(print).matches())
            && (startsSo || word.length() >= LONG_WORD)
            && !areOpposites(print, word)) {
          found.add(new Word(entry.label(), length, distance, startsSo));
        }
      }
    }
  }

  /// Whether a text is exactly a word of the list, or one printed with values.
  public boolean isWord(String print) {
    String text = bare(print);
    return partial.contains(text)
        || entries.stream().anyMatch(e -> e.word().equals(text) || e.label().drop().contains(text));
  }

  /// Whether a word of the list, of two characters or more, stands somewhere in a text.
  public boolean holdsWord(String print) {
    String text = bare(print);
    return entries.stream().anyMatch(e -> e.word().length() >= 2 && text.contains(e.word()));
  }

  /// Whether a print says what it means only together with a heading or another label.
  public boolean isPartial(String print) {
    return partial.contains(bare(print));
  }

  /// The label that a heading and a word under it make, e.g. 転出前 and 住所.
  ///
  /// @param group the heading, as read
  /// @param print the word, as read
  public Optional<Label> findInGroup(String group, String print) {
    List<String> together = new ArrayList<>(List.of(group + print, group + "の" + print));
    boolean isOld = OLD.matcher(group).find();
    if (isOld != NEW.matcher(group).find() && isPartial(print)) {
      together.add((isOld ? "旧" : "新") + print.replace("の", ""));
    }
    return together.stream()
        .flatMap(t -> best(t).stream())
        .filter(m -> m.distance() == 0)
        .map(Match::label)
        .findFirst();
  }

  /// The label this print most likely is, for a cell that stands where labels stand.
  public Optional<Match> findLoosely(String print) {
    if (isPartial(print)) {
      return Optional.empty();
    }
    return best(print)
        .filter(m -> m.isOnly() || m.distance() > strictLimit(m.wordLength()))
        .filter(m -> m.distance() <= Math.max(1, m.wordLength() / 3));
  }

  /// The label that a blurred print, read several times, is far more likely than any other; never
  /// one of a single character, which too little tells.
  ///
  /// @param isHeading whether it stands in a row of headings, where it can be no value
  Optional<Label> findLikeliest(LabelPrint print, boolean isHeading) {
    if (print.texts().stream()
        .anyMatch(t -> CHOICES.matcher(t).matches() || OFFERED.matcher(t).lookingAt())) {
      return Optional.empty();
    }
    Map<List<CertificateField>, Double> unlike = new HashMap<>();
    Entry best = null;
    double least = Double.MAX_VALUE;
    for (Entry entry : entries) {
      double own = print.unlike(entry.word());
      unlike.merge(entry.label().fields(), own, Math::min);
      if (own < least && entry.word().length() > 1) {
        least = own;
        best = entry;
      }
    }
    partial.forEach(word -> unlike.merge(List.of(), print.unlike(word), Math::min));
    if (best == null || !print.shares(best.word()) || least > likelyLimit(best, isHeading)) {
      return Optional.empty();
    }
    Label label = best.label();
    double enough = least + FAR;
    return unlike.entrySet().stream()
            .filter(e -> !e.getKey().equals(label.fields()))
            .allMatch(e -> e.getValue() >= enough)
        ? Optional.of(label)
        : Optional.empty();
  }

  /// The label that a badly blurred print most likely is, by its picture and what was read of it.
  ///
  /// @param print as engines and our own reader read it
  /// @param picture of the print
  Optional<Label> findSpelled(LabelPrint print, Spelling picture) {
    boolean isValue =
        print.texts().stream()
            .anyMatch(t -> CHOICES.matcher(t).matches() || OFFERED.matcher(t).lookingAt());
    return isValue || print.texts().isEmpty() ? Optional.empty() : words.find(print, picture);
  }

  private static double likelyLimit(Entry entry, boolean isHeading) {
    int length = entry.word().length();
    return isHeading ? LIKELY_HEADING * Math.max(length, SHORT_HEADING) : LIKELY * (length - 1);
  }

  private static int strictLimit(int length) {
    return length <= 2 ? 0 : length <= 4 ? 1 : length / 4;
  }

  private Optional<Match> best(String print) {
    String text = bare(print);
    if (text.isEmpty() || CHOICES.matcher(text).matches()) {
      return Optional.empty();
    }
    Entry best = null;
    boolean isOneOfSeveral = false;
    int bestDistance = Integer.MAX_VALUE;
    for (Entry entry : entries) {
      if (Math.abs(entry.word().length() - text.length()) > bestDistance
          || areOpposites(text, entry.word())) {
        continue;
      }
      int distance = TextDistance.between(entry.word(), text);
      if (distance < bestDistance) {
        best = entry;
        bestDistance = distance;
        isOneOfSeveral = false;
      } else if (best != null && distance == bestDistance && distance > 0) {
        isOneOfSeveral |= !entry.label().fields().equals(best.label().fields());
      }
    }
    return best == null
        ? Optional.empty()
        : Optional.of(new Match(best.label(), bestDistance, best.word().length(), !isOneOfSeveral));
  }

  /// Whether one speaks of the place left and the other of the place moved to: a character between
  /// them is not a misread one.
  private static boolean areOpposites(String print, String word) {
    boolean speaksOfOld = OLD.matcher(print).find();
    boolean speaksOfNew = NEW.matcher(print).find();
    return speaksOfOld != speaksOfNew
        && (speaksOfOld
            ? NEW.matcher(word).find() && !OLD.matcher(word).find()
            : OLD.matcher(word).find() && !NEW.matcher(word).find());
  }

  /// The label a running line starts with, e.g. 国民年金：第3号.
  public Optional<Prefix> findPrefix(String print) {
    String text = Texts.folded(print);
    int colon = text.indexOf(':');
    if (colon > 0) {
      String rest = text.substring(colon + 1);
      return find(text.substring(0, colon)).map(m -> new Prefix(m.label(), rest));
    }
    for (Entry entry : entries) {
      int length = entry.word().length();
      if (length >= 4
          && text.length() > length
          && TextDistance.between(entry.word(), text.substring(0, length)) <= strictLimit(length)) {
        return Optional.of(new Prefix(entry.label(), text.substring(length)));
      }
    }
    return Optional.empty();
  }

  /// The kind of paper a line of print names, e.g. its title.
  public Optional<DocumentType> findNote(String print) {
    String text = bare(print);
    DocumentType best = null;
    int bestLength = 0;
    for (Map.Entry<DocumentType, List<String>> note : notes.entrySet()) {
      for (String word : note.getValue()) {
        if (word.length() > bestLength && contains(text, word)) {
          best = note.getKey();
          bestLength = word.length();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean contains(String text, String word) {
    int limit = word.length() / 5;
    for (int at = 0; at + word.length() - limit <= text.length(); at++) {
      int end = Math.min(text.length(), at + word.length());
      if (TextDistance.between(word, text.substring(at, end)) <= limit) {
        return true;
      }
    }
    return false;
  }

  /// Without white space, punctuation and width: what two prints of a label share.
  static String bare(String text) {
    return Texts.folded(text).toUpperCase(Locale.ROOT).replaceAll("[・･、,.:()\\[\\]「」|_\\-－ー—]", "");
  }
}
