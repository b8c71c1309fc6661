package jp.frontdesk.registry;

import java.time.Instant;
import java.util.Optional;

/// How much of a town has not reached its registry yet; for a status line and for metrics.
///
/// @param waiting rows still to be accepted or refused
/// @param retried those of them that were tried before
/// @param setAside rows whose tries are used up, waiting for a clerk
/// @param oldestSince since when the oldest row has been waiting; empty when none is
public record Backlog(int waiting, int retried, int setAside, Optional<Instant> oldestSince) {}
