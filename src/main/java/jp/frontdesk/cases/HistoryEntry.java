package jp.frontdesk.cases;

import java.time.Instant;

/// One line of a case's history.
///
/// @param label the event in Japanese
/// @param actor who did it: a clerk's sign-in name, `kiosk`, or `registry`
public record HistoryEntry(Instant at, String label, String actor) {}
