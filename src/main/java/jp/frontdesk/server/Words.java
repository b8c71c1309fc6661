package jp.frontdesk.server;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import jp.frontdesk.cases.CaseStore;

/// Times as people read them, in Japan's time.
final class Words {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H時mm分");
  private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("M月d日 H:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("H:mm");

  private Words() {}

  static String timeOfDay(Instant at) {
    return TIME.format(at.atZone(CaseStore.JAPAN));
  }

  static String day(LocalDate day) {
    return DAY.format(day);
  }

  static String shortTime(Instant at) {
    return SHORT.format(at.atZone(CaseStore.JAPAN));
  }

  static String dayAndTime(Instant at) {
    return DAY_AND_TIME.format(at.atZone(CaseStore.JAPAN));
  }
}
