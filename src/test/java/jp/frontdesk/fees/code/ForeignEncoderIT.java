package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Our codes beside those of zint, module by module.
class ForeignEncoderIT {
  private static final int COUNT = 1000;

  @TempDir Path folder;

  @Test
  void zintDrawsTheSameBarsForAThousandCodes() throws Exception {
    Random random = new Random(20261123);
    List<CollectionCode> codes =
        Stream.generate(() -> CollectionCodeTest.randomCode(random)).limit(COUNT).toList();

    List<String> theirs =
        new ForeignCodes(folder)
            .zint(codes.stream().map(c -> "[91]" + c.digits().substring(2)).toList(), "-b", "16");

    assertThat(theirs).isEqualTo(codes.stream().map(ForeignEncoderIT::modulesOf).toList());
  }

  @Test
  void zintSetsTheSameModulesForLocalTaxCodes() throws Exception {
    Random random = new Random(255);
    ForeignCodes foreign = new ForeignCodes(folder);
    for (int i = 0; i < 20; i++) {
      StringBuilder digits = new StringBuilder(LocalTaxQrTest.SAMPLE);
      IntStream.range(70, 90)
          .forEach(at -> digits.setCharAt(at, (char) ('0' + random.nextInt(10))));
      List<String> ours = rowsOf(CodeDrawing.ofQr(digits.toString(), 40));

      List<List<String>> theirs = new ArrayList<>();
      for (int mask = 0; mask < 8; mask++) {
        theirs.add(
            foreign
                .zint(List.of(digits.toString()), "-b", "58", "--secure=2", "--mask=" + mask)
                .stream()
                .map(row -> row.substring(0, ours.size()))
                .toList());
      }

      assertThat(theirs).as("one of the eight masks").contains(ours);
    }
  }

  private static List<String> rowsOf(CodeDrawing drawing) {
    int size = (int) drawing.widthModules() - 8;
    List<StringBuilder> rows =
        Stream.generate(() -> new StringBuilder("0".repeat(size))).limit(size).toList();
    for (CodeDrawing.Box run : drawing.boxes()) {
      for (int x = (int) run.x() - 4; x < run.x() - 4 + run.width(); x++) {
        rows.get((int) run.y() - 4).setCharAt(x, '1');
      }
    }
    return rows.stream().map(StringBuilder::toString).toList();
  }

  private static String modulesOf(CollectionCode code) {
    StringBuilder modules = new StringBuilder("0".repeat(BarSize.CODE_MODULES));
    for (CodeDrawing.Box bar : Code128.barsOf(code, 0, 10)) {
      IntStream.range((int) bar.x(), (int) (bar.x() + bar.width()))
          .forEach(x -> modules.setCharAt(x, '1'));
    }
    return modules.toString();
  }
}
