package jp.frontdesk.reading.text;

/// One character as the engine saw it.
///
/// @param text one character, rarely two
/// @param confidence 0 to 1
/// @param left left edge in pixels of the picture given
/// @param right first column after it
public record Symbol(String text, double confidence, int left, int right) {}
