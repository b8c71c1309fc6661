package jp.frontdesk.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/// The marker strings of residents who are at kiosks side by side: no answer to one may hold a
/// marker of another.
final class Markers {
  private static final Pattern MARKER = Pattern.compile("MK(\\d\\d)Z");

  private final int residents;
  private final AtomicLong checks = new AtomicLong();

  /// @param residents how many are marked, numbered from 0
  Markers(int residents) {
    this.residents = residents;
  }

  /// The marker in all that a resident types.
  static String of(int resident) {
    return "MK%02dZ".formatted(resident);
  }

  /// The values a resident types over what was read, each with the marker or unique to the
  /// resident.
  static Map<String, String> texts(int resident) {
    String marker = of(resident);
    Map<String, String> texts = new HashMap<>();
    texts.put("members[0].name", "見本　" + marker);
    texts.put("members[0].birth_date", "昭和50年1月1日");
    texts.put("members[0].sex", "男");
    texts.put("members[0].relation", "世帯主");
    texts.put("members[0].my_number", individualNumber(resident));
    texts.put("members[0].juminhyo_code", "%011d".formatted(10_000_000_000L + resident));
    texts.put("members[0].registered_domicile", "架空県" + marker + "町１番");
    texts.put("members[0].domicile_head", "見本　" + marker);
    texts.put("members[0].health_insurance", "有");
    texts.put("move.date", "令和8年11月1日");
    texts.put("move.old_address", "架空県" + marker + "市２番");
    texts.put("move.old_householder", "見本　" + marker);
    return texts;
  }

  /// The answers a resident gives.
  static Map<String, String> answers(int resident) {
    return Map.of(
        "address", "架空町" + of(resident) + "３番地", "phone", "000-%04d-0000".formatted(resident));
  }

  /// A number whose check digit fits, another one for each resident.
  static String individualNumber(int resident) {
    String first = "%011d".formatted(20_000_000_000L + resident * 101L);
    int[] weights = {6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += (first.charAt(i) - '0') * weights[i];
    }
    int check = sum % 11 <= 1 ? 0 : 11 - sum % 11;
    return first + check;
  }

  /// Looks for markers of others in an answer; counts one check for each other resident.
  void assertOnlyOwn(int resident, Visitor.Page page) {
    assertThat(foundIn(textOf(page))).isSubsetOf(Set.of(of(resident)));
    checks.addAndGet(residents - 1L);
  }

  /// As [#assertOnlyOwn], where the resident's own marker must be there.
  void assertOwn(int resident, Visitor.Page page) {
    assertThat(foundIn(textOf(page))).containsExactly(of(resident));
    checks.addAndGet(residents);
  }

  /// How many comparisons were made.
  long checks() {
    return checks.get();
  }

  static Set<String> foundIn(String text) {
    Set<String> found = new TreeSet<>();
    Matcher matcher = MARKER.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }

  /// All text of an answer; none of a picture.
  static String textOf(Visitor.Page page) {
    if (!page.contentType().equals("application/pdf")) {
      return page.contentType().startsWith("image/")
          ? ""
          : new String(page.body(), StandardCharsets.UTF_8);
    }
    try (PDDocument document = Loader.loadPDF(page.body())) {
      return new PDFTextStripper().getText(document);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
