package jp.frontdesk.fees.code;

import java.util.ArrayList;
import java.util.List;

/// Code 128 of JIS X 0504 in code set C with FNC1 first, which makes it GS1-128. Small and of our
/// own because a widely used writer silently leaves FNC1 out; the tests compare it with two foreign
/// ones.
public final class Code128 {
  private static final int START_C = 105;
  private static final int FNC1 = 102;
  private static final int STOP = 106;

  /// Widths in modules, bar first, of the symbol characters 0 to 106 in turn.
  private static final String[] WIDTHS =
      ("212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232"
              + " 122132 122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222"
              + " 321122 321221 312212 322112 322211 212123 212321 232121 111323 131123 131321 112313"
              + " 132113 132311 211313 231113 231311 112133 112331 132131 113123 113321 133121 313121"
              + " 211331 231131 213113 213311 213131 311123 311321 331121 312113 312311 332111 314111"
              + " 221411 431111 111224 111422 121124 121421 141122 141221 112214 112412 122114 122411"
              + " 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212 124112"
              + " 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311"
              + " 411113 411311 113141 114131 311141 411131 211412 211214 211232 2331112")
          .split(" ", -1);

  private Code128() {}

  /// The symbol characters of the code: Start C, FNC1, a character for two digits each, the modulus
  /// 103 check character, Stop.
  public static List<Integer> codewordsOf(CollectionCode code) {
    List<Integer> codewords = new ArrayList<>(List.of(START_C, FNC1));
    for (int i = 0; i < CollectionCode.LENGTH; i += 2) {
      codewords.add(Integer.parseInt(code.digits().substring(i, i + 2)));
    }
    int sum = START_C;
    for (int position = 1; position < codewords.size(); position++) {
      sum += position * codewords.get(position);
    }
    codewords.add(sum % 103);
    codewords.add(STOP);
    return List.copyOf(codewords);
  }

  /// The bars of the code, 288 modules wide without quiet zones.
  ///
  /// @param heightModules how tall the bars are, in modules
  static List<CodeDrawing.Box> barsOf(
      CollectionCode code, double leftModules, double heightModules) {
    List<CodeDrawing.Box> bars = new ArrayList<>();
    double x = leftModules;
    for (int codeword : codewordsOf(code)) {
      String widths = WIDTHS[codeword];
      for (int i = 0; i < widths.length(); i++) {
        int width = widths.charAt(i) - '0';
        if (i % 2 == 0) {
          bars.add(new CodeDrawing.Box(x, 0, width, heightModules));
        }
        x += width;
      }
    }
    return bars;
  }
}
