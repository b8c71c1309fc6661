package jp.frontdesk.review;

/// A state in words with the picture that goes with it; the colour is never the only sign.
///
/// @param label e.g. 支払い済み
/// @param tone which picture and colour
public record StateView(String label, Tone tone) {

  /// Which picture and colour.
  public enum Tone {
    /// Nothing to say, e.g. no fee.
    NONE,
    /// On its way, nobody has to act.
    RUNNING,
    /// A clerk has to act.
    TODO,
    /// Finished well.
    DONE,
    /// Something is wrong and a person has to look.
    BAD
  }

  /// No state, shown as a dash.
  public static StateView none() {
    return new StateView("－", Tone.NONE);
  }
}
