package jp.frontdesk.paper;

/// The styles of type on a sheet. A character that one font lacks comes from the next.
public enum Face {
  /// 明朝, for what is filled in.
  MINCHO,
  /// ゴシック, for what is printed on the form.
  GOTHIC,
  /// Languages in Latin letters, Vietnamese among them.
  LATIN,
  /// 中文, in either kind of characters.
  CHINESE,
  /// 한국어.
  KOREAN,
  /// नेपाली, whose letters join and change their order.
  DEVANAGARI
}
