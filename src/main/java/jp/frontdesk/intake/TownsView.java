package jp.frontdesk.intake;

import java.util.List;

/// The list of towns of a demonstration installation (`kiosk/towns.jte`).
///
/// @param frame what surrounds the page
/// @param towns in the order shown
public record TownsView(PageFrame frame, List<Town> towns) {
  public TownsView {
    towns = List.copyOf(towns);
  }

  /// One town to choose; its kiosk starts at `/t/{code}`.
  ///
  /// @param code 6-digit code 全国地方公共団体コード
  /// @param name the town's name
  /// @param isInvented whether the town exists only for demonstration
  public record Town(String code, String name, boolean isInvented) {}
}
