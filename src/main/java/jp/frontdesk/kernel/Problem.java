package jp.frontdesk.kernel;

/// Something a visitor or clerk has to correct, in words that say what to do.
///
/// @param field the name of the input it belongs to, or `page` for the whole page
/// @param code a stable word for tests and statistics, e.g. `date_in_future`
/// @param message one sentence in the reader's language; never holds the rejected value
public record Problem(String field, String code, String message) {}
