package jp.frontdesk.forms;

import java.util.Optional;
import jp.frontdesk.kernel.PrintedDate;

/// What a path of a form's description leads to in one record.
sealed interface FormValue {
  /// Which of them a path leads to.
  enum Kind {
    /// [Text].
    TEXT,
    /// [Chosen].
    CHOICE,
    /// [Day].
    DATE,
    /// Where somebody signs; a [Text] that is empty as long as nobody signed on a screen.
    SIGNATURE
  }

  /// A text, empty where the record has none.
  record Text(String text) implements FormValue {}

  /// One of several choices by its code, empty for none of them.
  record Chosen(String code) implements FormValue {}

  /// A date, written in western years for foreigners (住民記録システム標準仕様書 1.1.9), else in an era.
  record Day(Optional<PrintedDate> date, boolean isWestern) implements FormValue {
    String written() {
      return date.map(day -> isWestern ? day.western() : day.wareki()).orElse("");
    }
  }
}
