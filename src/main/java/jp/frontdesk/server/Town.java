package jp.frontdesk.server;

import java.util.List;
import jp.frontdesk.kernel.MunicipalityCode;

/// A town as its `town.yaml` says.
///
/// @param mayorTitle the addressee of forms, e.g. 横浜市長
/// @param counter where a resident goes after the kiosk
/// @param protectionClerks who sees cases whose new address nobody may learn 支援措置; with nobody
///   named, every clerk of the town does
public record Town(
    MunicipalityCode code,
    String name,
    String prefecture,
    String mayorTitle,
    String counter,
    List<String> protectionClerks) {
  public Town {
    protectionClerks = List.copyOf(protectionClerks);
  }

  /// Whether a clerk sees a protected case.
  boolean isTrustedWithProtected(String clerk) {
    return protectionClerks.isEmpty() || protectionClerks.contains(clerk);
  }
}
