package jp.frontdesk.kernel;

/// How the text of a field is built, which decides how it is read, checked and compared.
public enum FieldKind {
  /// 氏名, 通称, 旧氏: any character, variants kept as printed.
  NAME,
  /// フリガナ: katakana and a space.
  KANA,
  /// A date in a Japanese era or in western years, or a wording for an unknown date.
  DATE,
  /// 住所, 本籍.
  ADDRESS,
  /// Digits, perhaps with spaces or hyphens.
  DIGITS,
  /// Capital letters and digits, e.g. 在留カード番号.
  CODE,
  /// One of a closed list, e.g. 有 / 無, 男 / 女, 続柄.
  CHOICE,
  /// Anything else.
  TEXT
}
