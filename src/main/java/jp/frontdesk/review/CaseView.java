package jp.frontdesk.review;

import java.util.List;
import java.util.Optional;
import jp.frontdesk.intake.PageFrame;

/// One case at the desk (`desk/case.jte`). All forms post `version`. `{path}/save` and
/// `{path}/confirm` take every value under its path and `ok` once per doubtful path that was looked
/// at; `{path}/return` and `{path}/reject` take `reason`; `{path}/reveal` takes `field` and answers
/// the plain number as text; `{path}/cash` takes nothing more; `{path}/retry` sends to the registry
/// again.
///
/// @param frame what surrounds the page
/// @param path of the case, e.g. `/cases/01J...`
/// @param head the line at the top
/// @param version of the draft that is shown
/// @param canEdit whether values can be changed and the case decided
/// @param messages at the top, e.g. another clerk changed it
/// @param pages images of the certificate
/// @param groups values in reading order; the answers of the resident are a group too
/// @param findings what the rules found
/// @param outcome what follows from the decision
/// @param history newest first
/// @param signing how the notifier's signature fares; empty where nothing is signed on a screen
/// @param guide the languages its guide can be printed in; empty before it is confirmed
public record CaseView(
    PageFrame frame,
    String path,
    Head head,
    int version,
    boolean canEdit,
    List<Message> messages,
    List<PageImage> pages,
    List<FieldGroupView> groups,
    List<Finding> findings,
    Outcome outcome,
    List<HistoryLine> history,
    Optional<Signing> signing,
    List<GuideLanguage> guide) {
  public CaseView {
    guide = List.copyOf(guide);
    messages = List.copyOf(messages);
    pages = List.copyOf(pages);
    groups = List.copyOf(groups);
    findings = List.copyOf(findings);
    history = List.copyOf(history);
  }

  /// A language that the guide 手続案内 of a confirmed case is printed in.
  ///
  /// @param code BCP 47, or `easy`
  /// @param name in itself
  public record GuideLanguage(String code, String name) {}

  /// The line at the top.
  ///
  /// @param receptionNumber the number on the slip
  /// @param procedure e.g. 転入届
  /// @param status where the case is
  /// @param receivedAt in words
  /// @param waitingMinutes since it was submitted; -1 when it no longer waits
  /// @param memberCount how many people move
  /// @param nextPath the next case that waits; blank when there is none
  /// @param isProtected whether no document shows the new address
  public record Head(
      String receptionNumber,
      String procedure,
      StateView status,
      String receivedAt,
      long waitingMinutes,
      int memberCount,
      String nextPath,
      boolean isProtected) {}

  /// A line at the top of the page.
  ///
  /// @param tone which picture and colour
  /// @param text one or two sentences
  public record Message(StateView.Tone tone, String text) {}

  /// A page of the certificate, upright.
  ///
  /// @param number from 1
  /// @param url of the picture
  /// @param widthPx of the picture
  /// @param heightPx of the picture
  /// @param boxes where the fields are
  public record PageImage(int number, String url, int widthPx, int heightPx, List<Box> boxes) {
    public PageImage {
      boxes = List.copyOf(boxes);
    }
  }

  /// Where a field is printed, in fractions of the page from 0 to 1.
  ///
  /// @param domId the id of the field's input
  /// @param label the field's word
  /// @param isSecret whether the place is covered until the number is revealed
  /// @param x left edge
  /// @param y upper edge
  /// @param width of the box
  /// @param height of the box
  public record Box(
      String domId,
      String label,
      boolean isSecret,
      double x,
      double y,
      double width,
      double height) {}

  /// What a rule found.
  ///
  /// @param severity how much it matters
  /// @param what in one sentence
  /// @param why in one sentence; may be blank
  /// @param todo what to do; may be blank
  /// @param law the law and article it comes from; may be blank
  /// @param domId the input it belongs to; blank for the whole case
  public record Finding(
      Severity severity, String what, String why, String todo, String law, String domId) {}

  /// How much a finding matters.
  public enum Severity {
    /// The case cannot be confirmed like this.
    STOP("確定できません"),
    /// Look at it before confirming.
    LOOK("確認してください"),
    /// Good to know.
    KNOW("参考");

    private final String label;

    Severity(String label) {
      this.label = label;
    }

    /// The word shown to clerks.
    public String label() {
      return label;
    }
  }

  /// What follows from the decision; each part may be empty before it.
  ///
  /// @param forms the filled forms the record asks for
  /// @param onRequest further forms, printed when the resident needs them
  /// @param notes what to look at on the printed forms
  /// @param fee the fee
  /// @param registry the entry in the registry
  public record Outcome(
      List<FormLink> forms,
      List<FormLink> onRequest,
      List<String> notes,
      Fee fee,
      Registry registry) {
    public Outcome {
      forms = List.copyOf(forms);
      onRequest = List.copyOf(onRequest);
      notes = List.copyOf(notes);
    }
  }

  /// A filled form.
  ///
  /// @param title e.g. 住民異動届
  /// @param url of the PDF for preview and print
  /// @param downloadUrl of the PDF as a download
  public record FormLink(String title, String url, String downloadUrl) {}

  /// The fee.
  ///
  /// @param state in words
  /// @param lines what it is made of; empty when nothing is due
  /// @param amountYen in all
  /// @param canTakeCash whether it can be taken in cash now
  public record Fee(
      StateView state, List<SlipView.Line> lines, long amountYen, boolean canTakeCash) {
    public Fee {
      lines = List.copyOf(lines);
    }
  }

  /// The entry in the registry 住民記録.
  ///
  /// @param state in words
  /// @param receipt the registry's receipt; blank until accepted
  /// @param note e.g. why it was refused and what to do; may be blank
  /// @param canRetry whether it can be sent again by hand
  public record Registry(StateView state, String receipt, String note, boolean canRetry) {}

  /// The signature 署名 on a screen. `{path}/sign` is the page to sign on, `{path}/sign/delete` takes
  /// the signature away.
  ///
  /// @param state in words
  /// @param forms titles of the forms it is for
  /// @param lines as an SVG path in a box 100 high; blank when there is none that holds
  /// @param width of that box
  /// @param canSign whether the page to sign on can be opened now
  /// @param canDelete whether there is one to take away
  public record Signing(
      StateView state,
      List<String> forms,
      String lines,
      double width,
      boolean canSign,
      boolean canDelete) {
    public Signing {
      forms = List.copyOf(forms);
    }
  }

  /// Something that happened.
  ///
  /// @param at in words
  /// @param actor e.g. 来庁者, 職員 見本　次郎, システム
  /// @param what in words
  public record HistoryLine(String at, String actor, String what) {}

  /// How many values somebody has to look at.
  public long lookCount() {
    return groups.stream().mapToLong(g -> g.toLookAt().size()).sum();
  }

  /// What the page was made with, for the stream that tells of changes.
  public String mark() {
    return markOf(
        version,
        head.status().label(),
        outcome.fee().state().label(),
        signing.map(one -> one.state().label()));
  }

  /// What a case page depends on, in the words it shows.
  public static String markOf(int version, String status, String fee, Optional<String> signing) {
    return version + "." + status + "." + fee + "." + signing.orElse("");
  }

  /// Whether a rule stops the case.
  public boolean isStopped() {
    return findings.stream().anyMatch(f -> f.severity() == Severity.STOP);
  }
}
