package jp.frontdesk.fees.simulator;

/// One way in which the simulator misbehaves.
public enum SimulatorFault {
  LOSES_ANSWERS("処理するが応答しない（決済後のタイムアウト）"),
  FAILS_WITH_5XX("いつも 503 を返す"),
  FAILS_EVERY_SECOND_CALL("2回に1回 503 を返す"),
  DROPS_NOTIFICATIONS("支払いの通知を送らない"),
  REPEATS_NOTIFICATIONS("支払いの通知を3回送る"),
  SHUFFLES_NOTIFICATIONS("支払いの通知を遅らせ、順番を変える"),
  CHARGES_WRONG_AMOUNT("1円多く引き落とす"),
  CHARGES_WRONG_CURRENCY("円でない通貨で引き落とす"),
  TAKES_LATE_PAYMENTS("期限切れ・取り消し済みのコードでも支払わせる"),
  REFUSES_REFUNDS("返金を断る");

  private final String label;

  SimulatorFault(String label) {
    this.label = label;
  }

  /// As the app's page says it.
  public String label() {
    return label;
  }
}
