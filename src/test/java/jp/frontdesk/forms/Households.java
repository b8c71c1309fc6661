package jp.frontdesk.forms;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.paper.FontPaths;
import jp.frontdesk.paper.PaperFonts;
import jp.frontdesk.review.Confirmed;
import jp.frontdesk.review.ConfirmedFixtures;
import jp.frontdesk.review.SampleHousehold;

/// The invented households by the names their golden files have, and what every test of a form
/// needs.
final class Households {
  static final FormContext CONTEXT =
      new FormContext(
          "架空町",
          "架空町長",
          MoveKind.MOVING_IN,
          LocalDate.of(2026, 4, 6),
          false,
          CharacterPictures.none(),
          Optional.empty());
  static final FormFiller FILLER = new FormFiller(PaperFonts.open(FontPaths.debian()));
  static final FormLibrary LIBRARY =
      FormLibrary.load(Path.of("templates"), Path.of("no-overrides"));

  private Households() {}

  /// A household by the name of its golden files, and how it moves.
  record Named(String name, MoveKind kind, Confirmed<MovingInRecord> household) {
    boolean needs(FormTemplate form) {
      return FILLER.isNeeded(form, kind, household);
    }

    FilledForm fill(FormTemplate form) {
      return FILLER.fill(form, household, CONTEXT.withKind(kind));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /// All those that move in, and those of `templates/households` that move otherwise.
  static List<Named> named() {
    List<Named> named = new ArrayList<>();
    all().forEach((name, household) -> named.add(new Named(name, MoveKind.MOVING_IN, household)));
    named.add(sample("moving-within"));
    named.add(sample("moving-out"));
    return named;
  }

  static Named sample(String name) {
    Path file = Path.of("templates/households", name + ".yaml");
    if (SampleHousehold.read(file)
        instanceof SampleHousehold.Outcome.Read(MoveKind kind, var household)) {
      return new Named(name, kind, household);
    }
    throw new IllegalStateException("a faulty sample: " + name);
  }

  static boolean isNeeded(FormTemplate form, Confirmed<MovingInRecord> household) {
    return FILLER.isNeeded(form, MoveKind.MOVING_IN, household);
  }

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
