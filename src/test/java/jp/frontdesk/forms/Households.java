package jp.frontdesk.forms;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;

/// The invented households by the names their golden files have, and what every test of a form
/// needs.
final class Households {
  static final FormContext CONTEXT =
      new FormContext(
          "架空町",
          "架空町長",
          LocalDate.of(2026, 4, 6),
          false,
          CharacterPictures.none(),
          Optional.empty());
  static final FormFiller FILLER = new FormFiller(PaperFonts.open(FontPaths.debian()));
  static final FormLibrary LIBRARY =
      FormLibrary.load(Path.of("templates"), Path.of("no-overrides"));

  private Households() {}

  static Map<String, Confirmed<MovingInRecord>> all() {
    Map<String, Confirmed<MovingInRecord>> all = new LinkedHashMap<>();
    all.put("single", ConfirmedFixtures.single());
    all.put("couple", ConfirmedFixtures.couple());
    all.put("family-of-six", ConfirmedFixtures.familyOfSix());
    all.put("foreign-family", ConfirmedFixtures.foreignFamily());
    all.put("rare-characters", ConfirmedFixtures.rareCharacters());
    all.put("unknown-dates", ConfirmedFixtures.unknownDates());
    all.put("longest-values", ConfirmedFixtures.longestValues());
    return all;
  }

  static FormTemplate form(String id) {
    return LIBRARY.find(id).orElseThrow();
  }

  static FilledForm fill(String form, Confirmed<MovingInRecord> household) {
    return FILLER.fill(form(form), household, CONTEXT);
  }
}
