package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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

  private static String modulesOf(CollectionCode code) {
    StringBuilder modules = new StringBuilder("0".repeat(BarSize.CODE_MODULES));
    for (CodeDrawing.Box bar : Code128.barsOf(code, 0, 10)) {
      IntStream.range((int) bar.x(), (int) (bar.x() + bar.width()))
          .forEach(x -> modules.setCharAt(x, '1'));
    }
    return modules.toString();
  }
}
