package jp.frontdesk.intake;

import java.util.function.UnaryOperator;

/// What every page needs around its own content, kiosk and desk alike.
///
/// @param title the page's own words for the window title, without the product's name
/// @param lang BCP 47 tag of the page's text, e.g. `ja`
/// @param path the address of this page, used to come back after calling for help
/// @param nonce the nonce of this answer's Content-Security-Policy
/// @param csrfToken sent back in the field `csrf` of every form
/// @param asset logical name of a file under `assets/`, e.g. `kiosk.css`, to the address it is
///   served at
/// @param townName the town's name; blank before a town is chosen
/// @param personName the name of the clerk who is logged in; blank at the kiosk
/// @param idle when an unattended page asks and ends
/// @param isHelpCalled whether the clerk has already been called to this kiosk
public record PageFrame(
    String title,
    String lang,
    String path,
    String nonce,
    String csrfToken,
    UnaryOperator<String> asset,
    String townName,
    String personName,
    IdleTimes idle,
    boolean isHelpCalled) {

  /// When an unattended page asks and ends.
  ///
  /// @param warnSeconds seconds without a touch until the page asks; 0 means it never asks
  /// @param endSeconds seconds without a touch until the page ends the session
  public record IdleTimes(int warnSeconds, int endSeconds) {
    public IdleTimes {
      if (warnSeconds < 0 || endSeconds < warnSeconds) {
        throw new IllegalArgumentException("the page must ask before it ends");
      }
    }

    /// The page never asks and never ends.
    public static IdleTimes never() {
      return new IdleTimes(0, 0);
    }

    /// Whether the page watches for a visitor who has left.
    public boolean isWatched() {
      return warnSeconds > 0;
    }
  }

  /// The address of an asset by its logical name.
  public String assetUrl(String name) {
    return asset.apply(name);
  }
}
