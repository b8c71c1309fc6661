package jp.frontdesk.reading;

import jp.frontdesk.kernel.FieldPath;

/// A value told while its page is still being read: for looking at, not for keeping. It is no
/// [FieldReading], so it can neither be stored nor become a value of a draft.
///
/// @param path one of [ReadingProgress#FIELDS]; members are numbered within the page
/// @param value as printed, never empty, at most 200 characters
public record EarlyValue(FieldPath path, String value) {
  static final int MOST_CHARACTERS = 200;

  public EarlyValue {
    if (!ReadingProgress.FIELDS.contains(path.field())) {
      throw new IllegalArgumentException("not told early: " + path);
    }
    if (value.isEmpty() || value.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("no value is so long: " + path);
    }
  }

  /// Never shows the value: readings are personal.
  @Override
  public String toString() {
    return "EarlyValue[" + path + "]";
  }
}
