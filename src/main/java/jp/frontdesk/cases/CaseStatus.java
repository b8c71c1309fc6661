package jp.frontdesk.cases;

/// Where a case stands. The legal moves between these are in [Transitions] alone.
public enum CaseStatus {
  /// The resident lays pages, checks and answers at the kiosk.
  COLLECTING("入力中"),
  /// Handed in; waits for a clerk.
  WAITING("確認待ち"),
  /// Sent back to the resident with a reason.
  RETURNED("差し戻し中"),
  /// A clerk confirmed every value; on its way to the registry.
  CONFIRMED("確定"),
  /// The registry accepted it as a provisional entry 仮登録.
  REGISTERED("仮登録済み"),
  /// The registry refused it; a clerk has to look again.
  REGISTRY_REFUSED("登録エラー"),
  /// A clerk ended it without a record.
  REJECTED("却下"),
  /// The resident left before handing it in.
  ABANDONED("中断");

  private final String label;

  CaseStatus(String label) {
    this.label = label;
  }

  /// The word shown to clerks.
  public String label() {
    return label;
  }

  /// Whether nothing can move it any more.
  public boolean isFinal() {
    return this == REGISTERED || this == REJECTED || this == ABANDONED;
  }
}
