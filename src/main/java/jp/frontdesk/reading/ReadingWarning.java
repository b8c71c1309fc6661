package jp.frontdesk.reading;

/// Something the reader has to say about a page or a stack of pages.
///
/// @param code a stable word, one of [Warnings]
/// @param message plain Japanese that says what to do; never holds a value of the paper
public record ReadingWarning(String code, String message) {}
