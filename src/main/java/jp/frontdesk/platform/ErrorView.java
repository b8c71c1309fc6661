package jp.frontdesk.platform;

/// What the error page shows.
///
/// @param title what happened, in plain words
/// @param advice what the visitor does now
/// @param requestId what staff ask for to find the log line
/// @param stylesheet address of the style sheet; blank when there is none
/// @param again the page to try once more; blank when that would not help
/// @param home where the button leads
public record ErrorView(
    String title, String advice, String requestId, String stylesheet, String again, String home) {}
