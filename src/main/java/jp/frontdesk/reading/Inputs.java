package jp.frontdesk.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The certificates that paths on the command line name.
final class Inputs {
  private static final Pattern PAGE = Pattern.compile("(.+)-p(\\d{1,3})");
  private static final List<String> ENDINGS =
      List.of(".png", ".jpg", ".jpeg", ".tif", ".tiff", ".pdf");

  private Inputs() {}

  /// One certificate.
  ///
  /// @param id what its JSON line is called
  /// @param files its pages in order
  record Input(String id, List<Path> files) {}

  /// A file is one certificate; in a folder, `ID-p1.png`, `ID-p2.jpg` are pages of `ID`, sorted by
  /// id.
  static List<Input> of(List<Path> paths) throws IOException {
    List<Input> inputs = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        inputs.addAll(inFolder(path));
      } else {
        inputs.add(new Input(stem(path), List.of(path)));
      }
    }
    return inputs;
  }

  private static List<Input> inFolder(Path folder) throws IOException {
    TreeMap<String, TreeMap<Integer, Path>> pages = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(f -> ENDINGS.stream().anyMatch(nameOf(f).toLowerCase(Locale.ROOT)::endsWith))
          .sorted()
          .forEach(file -> {
            Matcher matcher = PAGE.matcher(stem(file));
            boolean isPage = matcher.matches();
            String id = isPage ? matcher.group(1) : stem(file);
            int number = isPage ? Integer.parseInt(matcher.group(2)) : 1;
            TreeMap<Integer, Path> own = pages.computeIfAbsent(id, k -> new TreeMap<>());
            while (own.containsKey(number)) {
              number++;
            }
            own.put(number, file);
          });
    }
    return pages.entrySet().stream()
        .map(e -> new Input(e.getKey(), List.copyOf(e.getValue().values())))
        .toList();
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  private static String stem(Path file) {
    String name = nameOf(file);
    int dot = name.lastIndexOf('.');
    return dot <= 0 ? name : name.substring(0, dot);
  }
}
