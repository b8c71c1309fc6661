package jp.frontdesk.samples;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import jp.frontdesk.samples.SamplePerson.Insurance;
import jp.frontdesk.samples.SamplePerson.Origin;

/// Reads one invented person of `samples/shelf.yaml`; numbers come from the paper's own luck.
final class ShelfPerson {
  private static final int RESIDENCE_DAYS_LEFT = 700;

  private ShelfPerson() {}

  static SamplePerson of(JsonNode node, Luck luck, LocalDate today) {
    int pension = node.path("pension").asInt(0);
    String birth = node.path("birth").asText();
    return new SamplePerson(
        node.path("name").asText(),
        node.path("kana").asText(),
        node.path("former").asText(""),
        birth.matches("\\d{4}-\\d\\d-\\d\\d")
            ? SampleDate.of(LocalDate.parse(birth))
            : SampleDate.worded(birth),
        node.path("sex").asText(),
        node.path("relation").asText(),
        origin(node, luck, today),
        luck.residentRecordCode(),
        luck.individualNumber(),
        new Insurance(
            node.path("health").asBoolean(false),
            node.path("elderly").asBoolean(false),
            node.path("care").asBoolean(false),
            pension,
            pension == 0 ? "" : luck.digits(4) + "-" + luck.digits(6),
            node.path("allowance").asBoolean(false)));
  }

  private static Origin origin(JsonNode node, Luck luck, LocalDate today) {
    if (node.has("nationality")) {
      return new Origin.Foreign(
          node.path("nationality").asText(),
          node.path("status").asText(),
          luck.letters(2) + luck.digits(8) + luck.letters(2),
          today.plusDays(RESIDENCE_DAYS_LEFT),
          node.path("alias").asText(""));
    }
    return new Origin.Domestic(node.path("domicile").asText(), node.path("head").asText());
  }
}
