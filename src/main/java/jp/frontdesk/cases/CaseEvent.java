package jp.frontdesk.cases;

/// What can happen to a case; each one that moves it is written to `case_event`.
public enum CaseEvent {
  /// The resident hands the case in, or a clerk takes it over from the kiosk.
  SUBMITTED("受付"),
  /// A clerk asks the resident to correct something.
  SENT_BACK("差し戻し"),
  /// A clerk confirms every value.
  CONFIRMED("確定"),
  /// A clerk ends the case without a record.
  REJECTED("却下"),
  /// The registry accepted the provisional entry.
  REGISTRY_ACCEPTED("仮登録"),
  /// The registry refused the record.
  REGISTRY_REFUSED("登録エラー"),
  /// The resident left, or the kiosk's time ran out.
  ABANDONED("中断");

  private final String label;

  CaseEvent(String label) {
    this.label = label;
  }

  /// The word shown in a case's history.
  public String label() {
    return label;
  }
}
