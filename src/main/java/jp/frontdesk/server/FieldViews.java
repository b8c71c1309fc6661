package jp.frontdesk.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.kernel.Relationship;
import jp.frontdesk.review.Draft;
import jp.frontdesk.review.DraftValue;
import jp.frontdesk.review.FieldGroupView;
import jp.frontdesk.review.FieldView;

/// The values of a draft as the check page of the kiosk and the case page of the desk show them.
final class FieldViews {
  /// Whose screen it is.
  enum Screen {
    /// The resident's: their own numbers are in the page, hidden until pressed.
    KIOSK,
    /// A clerk's: secret numbers are not in the page until revealed.
    DESK
  }

  private final Draft draft;
  private final Screen screen;
  private final Function<FieldPath, String> cropUrl;
  private final Map<String, String> problems;
  private final Set<FieldPath> settled;

  /// @param cropUrl the address of a field's crop
  /// @param problems the message of a field's path
  /// @param settled doubtful values the person marked as looked at just now
  FieldViews(
      Draft draft,
      Screen screen,
      Function<FieldPath, String> cropUrl,
      Map<String, String> problems,
      Set<FieldPath> settled) {
    this.draft = draft;
    this.screen = screen;
    this.cropUrl = cropUrl;
    this.problems = Map.copyOf(problems);
    this.settled = Set.copyOf(settled);
  }

  /// The move, then each member, then the certificate's own facts.
  List<FieldGroupView> groups() {
    List<FieldGroupView> groups = new ArrayList<>();
    groups.add(new FieldGroupView("move", "引っ越し", "", -1, false, fields("move.", -1)));
    for (int member = 0; member < Math.max(1, draft.memberCount()); member++) {
      groups.add(
          new FieldGroupView(
              "member-" + member,
              (member + 1) + "人目",
              nameOf(member),
              member,
              draft.answers().staying().contains(member),
              fields("members.", member)));
    }
    groups.add(new FieldGroupView("certificate", "証明書", "", -1, false, fields("certificate.", -1)));
    return groups;
  }

  private String nameOf(int member) {
    return draft.text(FieldPath.of(CertificateField.NAME, member));
  }

  private List<FieldView> fields(String prefix, int member) {
    return Arrays.stream(CertificateField.values())
        .filter(f -> f.path().startsWith(prefix))
        .map(f -> field(FieldPath.of(f, member)))
        .toList();
  }

  private FieldView field(FieldPath path) {
    DraftValue value =
        draft.values().getOrDefault(path, DraftValue.given(DraftValue.Origin.PAPER, ""));
    boolean isSecret = path.field().isSecretNumber() && !value.text().isBlank();
    boolean hidesValue = isSecret && screen == Screen.DESK;
    return new FieldView(
        path.toString(),
        path.field().label(),
        path.member() < 0 ? "" : (path.member() + 1) + "人目 " + nameOf(path.member()),
        path.field().kind(),
        hidesValue ? "" : value.text(),
        isSecret ? FieldView.Secret.masked(maskOf(value.text())) : FieldView.Secret.open(),
        value.place().isPresent() ? cropUrl.apply(path) : "",
        originOf(value),
        value.doubtful() ? doubtOf(value) : "",
        settled.contains(path),
        hidesValue ? List.of() : value.candidates(),
        choicesOf(path.field()),
        problems.getOrDefault(path.toString(), ""));
  }

  private static FieldView.Origin originOf(DraftValue value) {
    if (value.text().isBlank() && value.readText().isEmpty()) {
      return FieldView.Origin.NONE;
    }
    return switch (value.origin()) {
      case PAPER -> FieldView.Origin.PAPER;
      case RESIDENT -> FieldView.Origin.RESIDENT;
      case CLERK -> FieldView.Origin.CLERK;
    };
  }

  private static String doubtOf(DraftValue value) {
    return value.reasons().isEmpty() ? "読み取りが確かではありません" : String.join("。", value.reasons());
  }

  /// All but the last two characters hidden, in groups of four.
  static String maskOf(String text) {
    String digits = text.replaceAll("[^0-9０-９]", "");
    String shown = digits.substring(Math.max(0, digits.length() - 2));
    String hidden = "●".repeat(digits.length() - shown.length()) + shown;
    return hidden.replaceAll("(.{4})(?=.)", "$1-");
  }

  private static List<String> choicesOf(CertificateField field) {
    return switch (field) {
      case SEX -> List.of("男", "女");
      case RELATION -> Relationship.commonChoices();
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE -> List.of("有", "無");
      case PENSION -> List.of("第１号", "第２号", "第３号", "無");
      default -> List.of();
    };
  }
}
