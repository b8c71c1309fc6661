package jp.frontdesk.samples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The word lists of `samples/words.yaml`.
record SampleWords(
    List<Word> surnames,
    List<Word> rareSurnames,
    List<Word> maleNames,
    List<Word> femaleNames,
    List<Town> towns,
    List<String> buildings,
    List<Foreigner> foreigners,
    List<String> residenceStatuses,
    List<String> unknownDates) {
  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// A name part and its katakana reading.
  record Word(String text, String kana) {}

  /// A town that may issue a certificate or hold an address.
  ///
  /// @param prefecture empty for the invented town, which lies in none
  /// @param issuer its name before 長
  /// @param wards of a designated city, else one empty text
  record Town(String prefecture, String issuer, List<String> wards, List<String> districts) {
    Town {
      wards = List.copyOf(wards);
      districts = List.copyOf(districts);
    }
  }

  /// A foreign person's names.
  record Foreigner(String name, String kana, String nationality, String alias) {}

  private static final class Holder {
    static final SampleWords LISTS = read();
  }

  static SampleWords lists() {
    return Holder.LISTS;
  }

  /// The words of one set.
  static SampleWords lists(Optional<Split> split) {
    return split.map(s -> lists().of(s)).orElseGet(SampleWords::lists);
  }

  private SampleWords of(Split split) {
    return new SampleWords(
        of(split, surnames),
        of(split, rareSurnames),
        of(split, maleNames),
        of(split, femaleNames),
        towns.stream().filter(t -> split.holds(t.issuer())).toList(),
        buildings,
        foreigners.stream().filter(f -> split.holds(f.name())).toList(),
        residenceStatuses,
        unknownDates);
  }

  private static List<Word> of(Split split, List<Word> words) {
    return words.stream().filter(w -> split.holds(w.text())).toList();
  }

  private static SampleWords read() {
    try (InputStream in =
        Objects.requireNonNull(SampleWords.class.getResourceAsStream("/samples/words.yaml"))) {
      JsonNode node = new YAMLMapper().readTree(in);
      List<Town> towns = new ArrayList<>();
      for (JsonNode t : node.path("towns")) {
        towns.add(
            new Town(
                t.path("prefecture").asText(),
                t.path("issuer").asText(),
                texts(t.path("wards")),
                texts(t.path("districts"))));
      }
      List<Foreigner> foreigners = new ArrayList<>();
      for (JsonNode f : node.path("foreigners")) {
        foreigners.add(
            new Foreigner(
                f.path("name").asText(),
                f.path("kana").asText(),
                f.path("nationality").asText(),
                f.path("alias").asText()));
      }
      return new SampleWords(
          words(node.path("surnames")),
          words(node.path("rareSurnames")),
          words(node.path("maleNames")),
          words(node.path("femaleNames")),
          List.copyOf(towns),
          split(node.path("buildings")),
          List.copyOf(foreigners),
          split(node.path("residenceStatuses")),
          split(node.path("unknownDates")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> texts(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(n -> texts.add(n.asText()));
    return texts;
  }

  private static List<String> split(JsonNode node) {
    return SPACE.splitAsStream(node.asText().strip()).toList();
  }

  private static List<Word> words(JsonNode node) {
    return split(node).stream()
        .map(w -> new Word(w.substring(0, w.indexOf('/')), w.substring(w.indexOf('/') + 1)))
        .toList();
  }
}
