package jp.frontdesk.server;

import jp.frontdesk.kernel.MunicipalityCode;

/// A town as its `town.yaml` says.
///
/// @param mayorTitle the addressee of forms, e.g. 横浜市長
/// @param counter where a resident goes after the kiosk
public record Town(
    MunicipalityCode code, String name, String prefecture, String mayorTitle, String counter) {}
