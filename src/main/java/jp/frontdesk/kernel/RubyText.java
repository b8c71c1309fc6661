package jp.frontdesk.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text in which words carry their reading in kana ふりがな. It is written as in 転入《てんにゅう》; where
/// more than kanji is read, ｜ marks the beginning: ｜14日《じゅうよっか》.
///
/// @param parts in writing order
public record RubyText(List<Part> parts) {
  private static final Pattern READ =
      Pattern.compile("(?:｜([^《》｜]+)|([\\p{IsHan}々]+))《([ぁ-ゖァ-ヺー]+)》");
  private static final Pattern MARK = Pattern.compile("[《》｜]");
  private static final Pattern KANJI = Pattern.compile("[\\p{IsHan}々]+");

  /// A piece of the text.
  ///
  /// @param reading in kana; empty where nothing is said about it
  public record Part(String base, String reading) {}

  public RubyText {
    parts = List.copyOf(parts);
  }

  /// Reads the notation. A mark in a wrong place stays as it is.
  public static RubyText parse(String text) {
    List<Part> parts = new ArrayList<>();
    Matcher read = READ.matcher(text);
    int end = 0;
    while (read.find()) {
      if (read.start() > end) {
        parts.add(new Part(text.substring(end, read.start()), ""));
      }
      String base = read.group(1) == null ? read.group(2) : read.group(1);
      parts.add(new Part(base, read.group(3)));
      end = read.end();
    }
    if (end < text.length()) {
      parts.add(new Part(text.substring(end), ""));
    }
    return new RubyText(parts);
  }

  /// The text without readings.
  public static String plain(String text) {
    return parse(text).plain();
  }

  /// The text without readings.
  public String plain() {
    StringBuilder plain = new StringBuilder();
    parts.forEach(part -> plain.append(part.base()));
    return plain.toString();
  }

  /// Whether every mark of the notation stands in its place.
  public static boolean isSound(String text) {
    return !MARK.matcher(plain(text)).find();
  }

  /// Whether any word has a reading.
  public boolean hasReadings() {
    return parts.stream().anyMatch(part -> !part.reading().isEmpty());
  }

  /// The kanji that nobody said how to read, in writing order.
  public List<String> unread() {
    return parts.stream()
        .filter(part -> part.reading().isEmpty())
        .flatMap(part -> KANJI.matcher(part.base()).results().map(found -> found.group()))
        .toList();
  }
}
