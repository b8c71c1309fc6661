package jp.frontdesk.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.frontdesk.cases.CertificateWish;

/// What the resident answered because the paper cannot know it. Texts are as typed; empty means not
/// answered yet.
///
/// @param postcode of the new address
/// @param newAddress the real new address with building and room
/// @param movedOn the day they began to live there, as ISO date text
/// @param newHead the name of the head of the new household
/// @param phone digits and hyphens
/// @param notifierRole a name of [jp.frontdesk.cases.Notifier.Role]
/// @param notifierName who stands here
/// @param notifierAddress where a proxy lives
/// @param staying places on the paper (from 0) of people who do not move
/// @param wishes certificates wanted today
/// @param procedures question of the guide -> `yes` or `no`; a skipped question is missing
public record Answers(
    String postcode,
    String newAddress,
    String movedOn,
    String newHead,
    String phone,
    String notifierRole,
    String notifierName,
    String notifierAddress,
    List<Integer> staying,
    List<CertificateWish> wishes,
    Map<String, String> procedures) {
  public Answers {
    procedures = Optional.ofNullable(procedures).map(Map::copyOf).orElse(Map.of());
    staying = List.copyOf(staying);
    wishes = List.copyOf(wishes);
  }

  /// Nothing answered yet.
  public static Answers none() {
    return new Answers("", "", "", "", "", "", "", "", List.of(), List.of(), Map.of());
  }

  /// Whether the questions were answered.
  public boolean isAnswered() {
    return !newAddress.isBlank() && !movedOn.isBlank() && !newHead.isBlank();
  }

  /// The same answers with other certificates.
  public Answers withWishes(List<CertificateWish> newWishes) {
    return new Answers(
        postcode,
        newAddress,
        movedOn,
        newHead,
        phone,
        notifierRole,
        notifierName,
        notifierAddress,
        staying,
        newWishes,
        procedures);
  }

  /// The same answers with other people staying behind.
  public Answers withStaying(List<Integer> newStaying) {
    return new Answers(
        postcode,
        newAddress,
        movedOn,
        newHead,
        phone,
        notifierRole,
        notifierName,
        notifierAddress,
        newStaying,
        wishes,
        procedures);
  }

  /// The same answers with other answers to the guide's questions.
  public Answers withProcedures(Map<String, String> newProcedures) {
    return new Answers(
        postcode,
        newAddress,
        movedOn,
        newHead,
        phone,
        notifierRole,
        notifierName,
        notifierAddress,
        staying,
        wishes,
        newProcedures);
  }

  /// The copies wanted of a certificate, 0 when none.
  public int copiesOf(String feeItem) {
    return wishes.stream()
        .filter(w -> w.feeItem().equals(feeItem))
        .map(CertificateWish::copies)
        .findFirst()
        .orElse(0);
  }

  /// Never shows an answer: answers are personal.
  @Override
  public String toString() {
    return "Answers[" + (isAnswered() ? "answered" : "open") + "]";
  }
}
