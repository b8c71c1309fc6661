package jp.frontdesk.reading.text;

/// A trained model of the engine.
public enum Model {
  /// Debian's fast Japanese model: good with a whitelist.
  FAST("jpn"),
  /// The combined Japanese model: more characters, better names and addresses; never with a
  /// whitelist of digits.
  COMBINED("jpn_combined"),
  /// Debian's English model: digits, card numbers, Latin names.
  ENGLISH("eng");

  private final String file;

  Model(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }
}
