package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BarSizeTest {
  @ParameterizedTest
  @CsvSource({"300,2,53.85", "400,3,59.94", "480,3,50.80", "600,4,53.85"})
  void theBarsAreWholeDotsAndTheCodeKeepsWithinSixtyMillimetres(int dpi, int dots, double widthMm) {
    BarSize.Fit fit = BarSize.forPrinter(dpi);

    assertThat(fit).isEqualTo(new BarSize.Fit.Fits(new BarSize(dpi, dots)));
    assertThat(new BarSize(dpi, dots).widthMm()).isCloseTo(widthMm, within(0.01));
  }

  @ParameterizedTest
  @ValueSource(ints = {203, 180, 240, 360})
  void aPrinterTooCoarseIsRefusedWithTheReason(int dpi) {
    assertThat(BarSize.forPrinter(dpi))
        .isInstanceOfSatisfying(
            BarSize.Fit.TooCoarse.class,
            refused -> assertThat(refused.reason()).contains(dpi + " dpi", "60 mm"));
  }

  @Test
  void theDrawingIsExactInModulesAndMillimetres() {
    CollectionCode code = new CollectionCode("91912345141003202600000000001099999900003007");

    CodeDrawing drawing = CodeDrawing.ofBars(code, new BarSize(600, 4), 12);

    assertThat(drawing.widthModules()).isCloseTo(318, within(1e-9));
    assertThat(drawing.heightMm()).isCloseTo(12, within(1e-9));
    assertThat(drawing.svg("<払込>"))
        .contains("viewBox=\"0 0 318 70.866142\"", "width=\"53.848mm\"", "aria-label=\"&lt;払込>\"");
  }
}
