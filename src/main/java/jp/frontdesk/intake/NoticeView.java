package jp.frontdesk.intake;

import java.util.List;

/// A page that only tells something and offers ways on (`kiosk/notice.jte`, `desk/notice.jte`):
/// ended, timed out, an error, no paper certificate, ending asked for.
///
/// @param frame what surrounds the page
/// @param tone which picture and colour
/// @param heading one short sentence
/// @param paragraphs plain sentences below it
/// @param steps what to do, in order; may be empty
/// @param number shown very large, e.g. a reception number; may be blank
/// @param requestId shown small so that staff can find the log line; may be blank
/// @param actions buttons, the first is the main one; may be empty
/// @param returnSeconds seconds until the kiosk goes back to `returnPath` by itself; 0 means never
/// @param returnPath where it goes by itself
public record NoticeView(
    PageFrame frame,
    Tone tone,
    String heading,
    List<String> paragraphs,
    List<String> steps,
    String number,
    String requestId,
    List<Action> actions,
    int returnSeconds,
    String returnPath) {
  public NoticeView {
    paragraphs = List.copyOf(paragraphs);
    steps = List.copyOf(steps);
    actions = List.copyOf(actions);
  }

  /// Which picture and colour the page has.
  public enum Tone {
    DONE,
    TELL,
    ASK,
    WAIT,
    ERROR
  }

  /// A way on.
  ///
  /// @param label the button's words
  /// @param path where it leads
  /// @param isPost whether it is posted with the form token, else it is a link
  public record Action(String label, String path, boolean isPost) {}
}
