package jp.frontdesk.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.frontdesk.reading.glyphs.GlyphModel;
import jp.frontdesk.samples.Split;
import org.junit.jupiter.api.Test;

class TrainGlyphsTest {
  private static final Path FONTS = Path.of("src/train/fonts.txt");

  @Test
  void aFewCharactersLearnedFromAFewSamplesAreToldApart() throws Exception {
    GlyphSet set = GlyphSet.of("高髙崎﨑吉𠮷濵浜アイウエオ山川田");
    GlyphModel model = new TrainGlyphs(set, FONTS).fit(40, 40);
    CheckGlyphs check = CheckGlyphs.of(model, set, FontShelf.open(FONTS, "train"), 0.5, 40);
    assertThat(check.right()).isGreaterThan(0.9);
  }

  @Test
  void noFaceOfTheTestSplitIsTrainedOrCheckedWith() throws Exception {
    List<String> listed = files(Set.of("train", "check", "dots", "fallback"));
    for (String face : Split.TEST.fonts()) {
      List<String> parts =
          Stream.of(face.split("[ -]", -1)).map(p -> p.toLowerCase(Locale.ROOT)).toList();
      assertThat(listed)
          .as(face)
          .noneMatch(file -> parts.stream().allMatch(simplified(file)::contains));
    }
  }

  @Test
  void noFaceIsBothTrainedAndCheckedWith() throws Exception {
    assertThat(files(Set.of("train", "fallback")))
        .doesNotContainAnyElementsOf(files(Set.of("check", "dots")));
  }

  private static String simplified(String file) {
    return file.toLowerCase(Locale.ROOT).replace("mtlmr", "motoyalmaru");
  }

  private static List<String> files(Set<String> uses) throws Exception {
    try (Stream<String> lines = Files.lines(FONTS)) {
      return lines
          .map(line -> line.split(" ", -1))
          .filter(parts -> parts.length == 3 && uses.contains(parts[1]))
          .map(parts -> parts[2])
          .collect(Collectors.toList());
    }
  }
}
