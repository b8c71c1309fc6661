package jp.frontdesk.cases;

/// 国民年金の被保険者の種別 (国民年金法 第7条第1項).
public enum PensionKind {
  /// 第1号被保険者: self-employed, students and others.
  FIRST("第1号"),
  /// 第2号被保険者: employees.
  SECOND("第2号"),
  /// 第3号被保険者: dependent spouses of employees.
  THIRD("第3号");

  private final String label;

  PensionKind(String label) {
    this.label = label;
  }

  /// 第1号, 第2号 or 第3号.
  public String label() {
    return label;
  }
}
