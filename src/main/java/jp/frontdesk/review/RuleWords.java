package jp.frontdesk.review;

import jp.frontdesk.kernel.CertificateField;

/// How a value has to be written, in words for the person who corrects it.
final class RuleWords {
  private RuleWords() {}

  static String howToWrite(CertificateField field) {
    return switch (field) {
      case INDIVIDUAL_NUMBER -> "12桁の数字を紙と見比べて直してください（検査数字が合いません）。";
      case RESIDENT_RECORD_CODE -> "11桁の数字で入力してください。";
      case RELATION -> "「世帯主」「妻」「子の子」のように、決められた続柄で入力してください。";
      case SEX -> "「男」か「女」を選んでください。";
      case KANA -> "カタカナで入力してください。";
      default ->
          switch (field.kind()) {
            case DATE -> "「令和8年1月15日」「1990年1月15日」のように入力してください。";
            case NAME, ADDRESS -> "300文字までで、改行を入れずに入力してください。";
            case DIGITS, CODE -> "紙のとおりに英数字で入力してください。";
            case KANA, CHOICE, TEXT -> "紙のとおりに入力してください。";
          };
    };
  }
}
