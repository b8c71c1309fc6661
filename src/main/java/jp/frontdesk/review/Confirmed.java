package jp.frontdesk.review;

import java.time.Instant;

/// A value that a clerk confirmed 確認済. Only this package makes one, so whoever asks for a
/// `Confirmed` in a parameter can never be handed a value that was merely read.
///
/// @param <T> what was confirmed
public final class Confirmed<T> {
  private final T value;
  private final Instant confirmedAt;
  private final String confirmedBy;
  private final int version;

  private Confirmed(T value, Instant confirmedAt, String confirmedBy, int version) {
    this.value = value;
    this.confirmedAt = confirmedAt;
    this.confirmedBy = confirmedBy;
    this.version = version;
  }

  /// For the clerk's confirmation and for reading a stored one back.
  static <T> Confirmed<T> of(T value, Instant confirmedAt, String confirmedBy, int version) {
    return new Confirmed<>(value, confirmedAt, confirmedBy, version);
  }

  /// What was confirmed.
  public T value() {
    return value;
  }

  /// When the clerk confirmed it.
  public Instant confirmedAt() {
    return confirmedAt;
  }

  /// The clerk's account, never a name.
  public String confirmedBy() {
    return confirmedBy;
  }

  /// The version of the draft that was confirmed, from 1.
  public int version() {
    return version;
  }

  /// Never shows the value: it may be personal.
  @Override
  public String toString() {
    return "Confirmed(version " + version + ")";
  }
}
