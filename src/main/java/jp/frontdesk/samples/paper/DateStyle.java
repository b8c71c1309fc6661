package jp.frontdesk.samples.paper;

/// How a town prints a date in the Japanese calendar.
public enum DateStyle {
  /// 令和8年1月5日.
  PLAIN,
  /// 令和 8年 1月 5日.
  PADDED,
  /// 令和８年１月５日.
  FULL_WIDTH,
  /// 令和08年01月05日.
  ZEROS,
  /// 令8. 1. 5, as old systems print it into narrow columns.
  DOTTED
}
