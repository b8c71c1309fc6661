package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;

/// Values that stand behind another although no label names them: the number behind the kind of
/// pension, the residence status behind a country, the date of issue behind the number of the
/// paper.
final class ImpliedFields {
  private static final Pattern PENSION_NUMBER = Pattern.compile("[0-9]{4}[-ー‐]?[0-9]{6}$");

  private static final Pattern DATE =
      Pattern.compile("(?:[令平昭].?|20[0-9]{2}|[RHS])[0-9元. ]*[年.][0-9 ]+[月.][0-9 ]+日?");

  private final Function<Slot, String> text;

  /// @param text the first reading of a slot
  ImpliedFields(Function<Slot, String> text) {
    this.text = text;
  }

  /// The places with the fields that stand there unnamed.
  List<Slot> named(List<Slot> slots) {
    boolean hasStatus =
        slots.stream().anyMatch(s -> s.fields().contains(CertificateField.RESIDENCE_STATUS));
    return slots.stream().map(s -> named(s, hasStatus)).toList();
  }

  private Slot named(Slot slot, boolean hasStatus) {
    boolean isIssued =
        slot.fields().equals(List.of(CertificateField.CERTIFICATE_NUMBER))
            && DATE.matcher(Texts.folded(text.apply(slot))).lookingAt();
    return isIssued
        ? slot.withFields(List.of(CertificateField.ISSUE_DATE))
        : withNumber(hasStatus ? slot : withStatus(slot));
  }

  private Slot withNumber(Slot slot) {
    boolean isPension = slot.fields().equals(List.of(CertificateField.PENSION));
    return isPension && PENSION_NUMBER.matcher(Texts.folded(text.apply(slot))).find()
        ? slot.withFields(List.of(CertificateField.PENSION, CertificateField.PENSION_NUMBER))
        : slot;
  }

  private static Slot withStatus(Slot slot) {
    if (!slot.foreign().equals(List.of(CertificateField.NATIONALITY))) {
      return slot;
    }
    List<CertificateField> both = new ArrayList<>(slot.foreign());
    both.add(CertificateField.RESIDENCE_STATUS);
    return new Slot(slot.member(), slot.fields(), both, slot.lines(), slot.limits(), slot.drop());
  }
}
