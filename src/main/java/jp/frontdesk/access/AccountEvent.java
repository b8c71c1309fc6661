package jp.frontdesk.access;

import java.time.Instant;

/// Something that happened to an account.
///
/// @param label the act in Japanese
/// @param account its name; blank when the name that was typed has no account
/// @param actor the account that did it; blank when nobody was signed in
public record AccountEvent(Instant at, String label, String account, String actor) {}
