package jp.frontdesk.server;

import io.vertx.sqlclient.SqlConnection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.forms.CharacterPictures;
import jp.frontdesk.review.DraftValue;

/// Finds the values of a case with characters that no font has, and their crops of the certificate.
final class FontlessCharacters {
  private final Steps steps;

  FontlessCharacters(Steps steps) {
    this.steps = steps;
  }

  /// Whether any value of the case has such a character.
  boolean isIn(CaseFile file) {
    return steps.database().inTown(file.town(), c -> !values(c, file).isEmpty());
  }

  /// The pictures for the case's forms.
  CharacterPictures picturesOf(CaseFile file) {
    Map<String, byte[]> crops =
        steps
            .database()
            .inTown(
                file.town(),
                c -> {
                  Map<String, byte[]> found = new HashMap<>();
                  for (DraftValue value : values(c, file).values()) {
                    Optional.of(value)
                        .filter(FontlessCharacters::isAsLongAsOnPaper)
                        .flatMap(DraftValue::place)
                        .flatMap(
                            place -> steps.readings().findCrop(c, file.town(), file.id(), place))
                        .ifPresent(crop -> found.put(value.text(), crop.content()));
                  }
                  return found;
                });
    return new CharacterPictures(crops);
  }

  /// Only then does a character of the value stand at the same place on the paper.
  private static boolean isAsLongAsOnPaper(DraftValue value) {
    return value.readText().filter(read -> lengthOf(read) == lengthOf(value.text())).isPresent();
  }

  private static long lengthOf(String text) {
    return text.codePoints()
        .filter(point -> !Character.isWhitespace(point))
        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
        .count();
  }

  private Map<String, DraftValue> values(SqlConnection connection, CaseFile file) {
    Map<String, DraftValue> found = new HashMap<>();
    steps.drafts().getDraft(connection, file.town(), file.id()).draft().values().values().stream()
        .filter(value -> CharacterPictures.isNeededFor(steps.fonts(), value.text()))
        .forEach(value -> found.putIfAbsent(value.text(), value));
    return found;
  }
}
