package jp.frontdesk.review;

/// A draft with the version it had when it was loaded, for optimistic locking.
///
/// @param version 0 when none is stored yet
public record VersionedDraft(Draft draft, int version) {}
