package jp.frontdesk.forms;

import java.time.LocalDate;
import java.util.Optional;
import jp.frontdesk.cases.MoveKind;
import jp.frontdesk.cases.Signature;

/// What a form needs to know besides the record.
///
/// @param townName e.g. 架空町
/// @param mayorTitle the addressee あて先, e.g. 架空町長
/// @param kind how the people of the record move; at the desk always in
/// @param today the day in the town, for forms that print it
/// @param hidesNewAddress whether the boxes for the new address stay empty (支援措置), to be written by
///   hand where that is safe
/// @param pictures of characters that no font has
/// @param signature drawn on a screen for this very form; empty where it is signed on paper
public record FormContext(
    String townName,
    String mayorTitle,
    MoveKind kind,
    LocalDate today,
    boolean hidesNewAddress,
    CharacterPictures pictures,
    Optional<Signature> signature) {
  /// The same for people who move otherwise.
  FormContext withKind(MoveKind other) {
    return new FormContext(
        townName, mayorTitle, other, today, hidesNewAddress, pictures, signature);
  }

  /// The same with a signature, or without.
  FormContext withSignature(Optional<Signature> other) {
    return new FormContext(townName, mayorTitle, kind, today, hidesNewAddress, pictures, other);
  }
}
