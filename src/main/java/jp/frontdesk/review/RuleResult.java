package jp.frontdesk.review;

/// What a rule says about a draft, in words for a clerk.
///
/// @param severity whether it blocks
/// @param code a stable word
/// @param field the field's path, or `page`
/// @param message what is the matter
/// @param remedy what to do
/// @param source the law or the paper it comes from
public record RuleResult(
    Severity severity, String code, String field, String message, String remedy, String source) {
  /// Whether a rule result blocks the confirmation.
  public enum Severity {
    /// The record cannot be confirmed so.
    ERROR,
    /// A person should look, and may confirm.
    ALERT
  }

  static RuleResult error(String code, String field, String message, String remedy, String source) {
    return new RuleResult(Severity.ERROR, code, field, message, remedy, source);
  }

  static RuleResult alert(String code, String field, String message, String remedy, String source) {
    return new RuleResult(Severity.ALERT, code, field, message, remedy, source);
  }
}
