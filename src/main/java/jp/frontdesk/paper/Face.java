package jp.frontdesk.paper;

/// The two styles of type on a sheet. A character that one font lacks comes from the next.
public enum Face {
  /// 明朝, for what is filled in.
  MINCHO,
  /// ゴシック, for what is printed on the form.
  GOTHIC
}
