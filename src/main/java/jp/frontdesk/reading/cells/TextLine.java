package jp.frontdesk.reading.cells;

import jp.frontdesk.reading.Box;

/// One line of print.
///
/// @param box tight around the ink
public record TextLine(Box box) {}
