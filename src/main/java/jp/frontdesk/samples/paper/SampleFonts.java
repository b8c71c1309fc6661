package jp.frontdesk.samples.paper;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The Japanese fonts of Debian's packages that are installed on this machine. Fonts are loaded
/// when first used and kept.
public final class SampleFonts {
  /// Font name to file name, in the order in which they stand in for one another: the registry's
  /// own IPAmj Mincho, with some 60,000 glyphs, comes first.
  private static final Map<String, String> KNOWN = new LinkedHashMap<>();

  static {
    KNOWN.put("IPAmjMincho", "ipamjm.ttf");
    KNOWN.put("IPAexMincho", "ipaexm.ttf");
    KNOWN.put("Noto Serif CJK JP", "NotoSerifCJK-Regular.ttc");
    KNOWN.put("IPAexGothic", "ipaexg.ttf");
    KNOWN.put("IPAMincho", "ipam.ttf");
    KNOWN.put("IPAGothic", "ipag.ttf");
    KNOWN.put("Noto Sans CJK JP", "NotoSansCJK-Regular.ttc");
    KNOWN.put("TakaoMincho", "TakaoMincho.ttf");
    KNOWN.put("TakaoGothic", "TakaoGothic.ttf");
    KNOWN.put("VL Gothic", "VL-Gothic-Regular.ttf");
    KNOWN.put("Ume Mincho", "ume-tmo3.ttf");
    KNOWN.put("Ume Gothic", "ume-tgo4.ttf");
    KNOWN.put("Migu 1C", "migu-1c-regular.ttf");
    KNOWN.put("Sawarabi Gothic", "sawarabi-gothic-medium.ttf");
    KNOWN.put("M PLUS 1", "Mplus1-Regular.otf");
    KNOWN.put("MotoyaLCedar", "MTLc3m.ttf");
    KNOWN.put("MotoyaLMaru", "MTLmr3m.ttf");
    KNOWN.put("HanaMinA", "HanaMinA.ttf");
    KNOWN.put("BIZ UDGothic", "BIZUDGothic-Regular.ttf");
    KNOWN.put("BIZ UDMincho", "BIZUDMincho-Regular.ttf");
    KNOWN.put("DotGothic16", "DotGothic16-Regular.ttf");
    KNOWN.put("Konatu", "Konatu.ttf");
    KNOWN.put("Unifont-JP", "unifont_jp.otf");
  }

  private static final List<String> SEAL_FONTS =
      List.of("Noto Serif CJK JP", "IPAexMincho", "IPAmjMincho", "IPAexGothic");

  private static final int STAND_INS = 3;

  private final Map<String, Path> files;
  private final Map<String, Font> loaded = new ConcurrentHashMap<>();

  private SampleFonts(Map<String, Path> files) {
    this.files = files;
  }

  /// The fonts below `/usr/share/fonts`, or below the path in the system property
  /// `frontdesk.fonts`.
  public static SampleFonts installed() {
    return Holder.INSTALLED;
  }

  private static final class Holder {
    static final SampleFonts INSTALLED =
        under(Path.of(System.getProperty("frontdesk.fonts", "/usr/share/fonts")));
  }

  /// The known fonts found below a folder.
  ///
  /// @throws IllegalStateException when there is none; says which packages to install
  public static SampleFonts under(Path root) {
    Map<String, Path> byFile = Map.of();
    if (Files.isDirectory(root)) {
      try (Stream<Path> walk = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
        byFile =
            walk.filter(Files::isRegularFile)
                .sorted()
                .collect(
                    Collectors.toMap(
                        p -> String.valueOf(p.getFileName()), Function.identity(), (a, _) -> a));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    Map<String, Path> files = new LinkedHashMap<>();
    for (Map.Entry<String, String> known : KNOWN.entrySet()) {
      Path file = byFile.get(known.getValue());
      if (file != null) {
        files.put(known.getKey(), file);
      }
    }
    if (files.isEmpty()) {
      throw new IllegalStateException(
          "no Japanese font below "
              + root
              + "; install fonts-ipaexfont-mincho, fonts-ipamj-mincho and fonts-noto-cjk");
    }
    return new SampleFonts(files);
  }

  /// The names of the fonts found, in a fixed order; never empty.
  public List<String> names() {
    return List.copyOf(files.keySet());
  }

  /// The font of that name, or the first one found where it is not installed, with the first others
  /// standing in for missing glyphs.
  public FontStack stack(String name) {
    String chosen = files.containsKey(name) ? name : names().getFirst();
    List<Font> fonts = new ArrayList<>();
    fonts.add(font(chosen));
    names().stream()
        .filter(n -> !n.equals(chosen))
        .limit(STAND_INS)
        .map(this::font)
        .forEach(fonts::add);
    return new FontStack(chosen, fonts);
  }

  /// The font for seals.
  public FontStack sealStack() {
    return stack(
        SEAL_FONTS.stream().filter(files::containsKey).findFirst().orElse(names().getFirst()));
  }

  private Font font(String name) {
    return loaded.computeIfAbsent(
        name,
        n -> {
          try {
            return Font.createFonts(files.getOrDefault(n, Path.of(n)).toFile())[0];
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          } catch (FontFormatException e) {
            throw new IllegalStateException("not a font: " + n, e);
          }
        });
  }
}
