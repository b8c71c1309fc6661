package jp.frontdesk.forms;

import java.time.LocalDate;

/// What a form needs to know besides the record.
///
/// @param townName e.g. 架空町
/// @param mayorTitle the addressee あて先, e.g. 架空町長
/// @param today the day in the town, for forms that print it
public record FormContext(String townName, String mayorTitle, LocalDate today) {}
