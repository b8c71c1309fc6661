package jp.frontdesk.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.cases.Signature;

/// What a page posted as a signature: `{"aspect": 3, "strokes": [[[x, y], …], …]}` with x and y in
/// fractions of the box. Everything is checked here; a page is believed nothing.
public sealed interface SignatureInput {
  /// A signature.
  record Drawn(Signature signature) implements SignatureInput {}

  /// No signature.
  ///
  /// @param message what to do, in plain Japanese
  record Refused(String message) implements SignatureInput {}

  /// Said to somebody who drew nothing or only touched the box.
  String NOTHING_DRAWN = "まだ 名前が ありません。わくの中に、名前を 書いてください。";

  /// Points are kept to this part of the box, so that the same lines give the same bytes.
  double STEPS = 10_000;

  /// Reads what was posted.
  static SignatureInput parse(String json) {
    JsonNode root;
    try {
      root = new JsonMapper().readTree(json);
    } catch (JsonProcessingException notJson) {
      return unreadable();
    }
    JsonNode strokes = root.path("strokes");
    double aspect = root.path("aspect").asDouble(0);
    if (!strokes.isArray() || !(aspect >= 1 && aspect <= 10)) {
      return unreadable();
    }
    if (strokes.isEmpty()) {
      return empty();
    }
    int points = 0;
    for (JsonNode stroke : strokes) {
      points += stroke.size();
    }
    if (strokes.size() > Signature.MOST_STROKES || points > Signature.MOST_POINTS) {
      return new Refused("線が 多すぎます。「消す」を押して、もう一度 書いてください。");
    }
    List<Signature.Stroke> drawn = new ArrayList<>();
    for (JsonNode stroke : strokes) {
      if (!isStroke(stroke)) {
        return unreadable();
      }
      drawn.add(strokeOf(stroke));
    }
    Signature signature = new Signature(aspect, drawn);
    return signature.isOnlyADot() ? empty() : new Drawn(signature);
  }

  private static boolean isStroke(JsonNode stroke) {
    if (!stroke.isArray() || stroke.isEmpty()) {
      return false;
    }
    for (JsonNode point : stroke) {
      if (!point.isArray()
          || point.size() != 2
          || !isInBox(point.get(0))
          || !isInBox(point.get(1))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInBox(JsonNode number) {
    return number.isNumber() && number.asDouble() >= 0 && number.asDouble() <= 1;
  }

  private static Signature.Stroke strokeOf(JsonNode stroke) {
    List<Signature.Point> points = new ArrayList<>();
    for (JsonNode point : stroke) {
      points.add(
          new Signature.Point(rounded(point.get(0).asDouble()), rounded(point.get(1).asDouble())));
    }
    return new Signature.Stroke(points);
  }

  private static double rounded(double value) {
    return Math.round(value * STEPS) / STEPS;
  }

  private static SignatureInput empty() {
    return new Refused(NOTHING_DRAWN);
  }

  private static SignatureInput unreadable() {
    return new Refused("署名を うけとれませんでした。「消す」を押して、もう一度 書いてください。");
  }
}
