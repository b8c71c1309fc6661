package jp.frontdesk.server;

import java.util.List;
import java.util.Map;
import jp.frontdesk.kernel.MunicipalityCode;

/// A town as its `town.yaml` says.
///
/// @param mayorTitle the addressee of forms, e.g. 横浜市長
/// @param counter where a resident goes after the kiosk
/// @param protectionClerks who sees cases whose new address nobody may learn 支援措置; with nobody
///   named, every clerk of the town does
/// @param cashOfficers who approves refunds and closes the day 出納員; with nobody named, every clerk
///   of the town
/// @param signing where each form is signed 署名; a form that is not named is signed on paper
public record Town(
    MunicipalityCode code,
    String name,
    String prefecture,
    String mayorTitle,
    String counter,
    List<String> protectionClerks,
    List<String> cashOfficers,
    Map<String, SigningWay> signing) {
  public Town {
    protectionClerks = List.copyOf(protectionClerks);
    cashOfficers = List.copyOf(cashOfficers);
    signing = Map.copyOf(signing);
  }

  /// Whether a form is signed on a screen.
  ///
  /// @param form its id, e.g. `moving_in_notification`
  boolean isSignedOnScreen(String form) {
    return signing.get(form) == SigningWay.SCREEN;
  }

  /// Whether a clerk sees a protected case.
  boolean isTrustedWithProtected(String clerk) {
    return protectionClerks.isEmpty() || protectionClerks.contains(clerk);
  }

  /// Whether a clerk approves refunds and closes the day.
  boolean isCashOfficer(String clerk) {
    return cashOfficers.isEmpty() || cashOfficers.contains(clerk);
  }
}
