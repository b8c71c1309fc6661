package jp.frontdesk.review;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.review.FieldView.Origin;
import jp.frontdesk.review.FieldView.Secret;

/// Invented values for the previews: households as the kiosk and the desk show them.
final class PreviewFields {
  private static final List<String> YES_NO = List.of("有", "無");
  private static final List<String> NAMES =
      List.of(
          "見本　太郎",
          "見本　花子",
          "髙𣘺　邉󠄏乃介",
          "見本　ながいなまえのすけざえもんのじょう",
          "SAMPLE MARIA FERNANDA DOS SANTOS OLIVEIRA",
          "見本　さくら");

  private PreviewFields() {}

  static String cropUrl(String text) {
    return "/i/crop?text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String name(int member) {
    return NAMES.get(member % NAMES.size());
  }

  /// A household of that many members; doubtful values only when wished.
  static List<FieldGroupView> groups(int members, boolean isDoubtful, boolean atDesk) {
    List<FieldGroupView> groups = new ArrayList<>();
    groups.add(new FieldGroupView("move", "引っ越し", "", -1, false, moveFields(isDoubtful)));
    for (int i = 0; i < members; i++) {
      groups.add(
          new FieldGroupView(
              "member-" + i,
              (i + 1) + "人目",
              name(i),
              i,
              i == 3,
              memberFields(i, isDoubtful, atDesk)));
    }
    return groups;
  }

  private static List<FieldView> moveFields(boolean isDoubtful) {
    return List.of(
        plain(CertificateField.MOVE_DATE, -1, "令和8年12月1日"),
        isDoubtful
            ? doubtful(
                CertificateField.OLD_ADDRESS,
                -1,
                "架空県架空市見本町一丁目2番3号　架空ハイツ20１号室",
                "「1」と「１」のどちらか、はっきりしません。",
                List.of())
            : plain(CertificateField.OLD_ADDRESS, -1, "架空県架空市見本町一丁目2番3号　架空ハイツ201号室"),
        plain(CertificateField.OLD_HOUSEHOLDER, -1, "見本　太郎"),
        plain(CertificateField.NEW_ADDRESS, -1, "神奈川県横浜市"),
        plain(CertificateField.NEW_HOUSEHOLDER, -1, "見本　太郎"));
  }

  private static List<FieldView> memberFields(int member, boolean isDoubtful, boolean atDesk) {
    boolean isRare = isDoubtful && member == 2;
    return List.of(
        isRare
            ? doubtful(
                CertificateField.NAME,
                member,
                name(member),
                "「髙」と「高」はよく似ています。紙と同じ形をえらんでください。",
                List.of("高橋　辺乃介", "髙橋　邊乃介", "髙𣘺　邉󠄃乃介", "高橋　邉󠄁乃介"))
            : plain(CertificateField.NAME, member, name(member)),
        isDoubtful && member == 1
            ? doubtful(
                CertificateField.KANA,
                member,
                "ミホン　ハナコ",
                "「ハ」の字がうすくて、はっきりしません。",
                List.of("ミホン　バナコ", "ミホン　ハナユ"))
            : plain(CertificateField.KANA, member, "ミホン　タロウ"),
        plain(CertificateField.FORMER_NAME, member, ""),
        plain(CertificateField.ALIAS, member, ""),
        isDoubtful && member == 1
            ? wrong(
                doubtful(
                    CertificateField.BIRTH_DATE,
                    member,
                    "昭和63年2月30日",
                    "数字がうすくて、はっきりしません。",
                    List.of("昭和63年2月20日", "昭和63年2月3日")),
                "2月30日は、こよみにありません。紙を見て、なおしてください。")
            : plain(CertificateField.BIRTH_DATE, member, member == 4 ? "1985年2月14日" : "昭和60年1月2日"),
        chosen(CertificateField.SEX, member, member % 2 == 0 ? "男" : "女", List.of("男", "女")),
        plain(CertificateField.RELATION, member, member == 0 ? "世帯主" : member == 1 ? "妻" : "子"),
        plain(CertificateField.REGISTERED_DOMICILE, member, "架空県架空市大字見本字北見本百二十三番地の四"),
        plain(CertificateField.DOMICILE_HEAD, member, "見本　太郎"),
        plain(CertificateField.NATIONALITY, member, member == 4 ? "ブラジル" : ""),
        secret(CertificateField.RESIDENT_RECORD_CODE, member, "12345678903", atDesk),
        secret(CertificateField.INDIVIDUAL_NUMBER, member, "123456789018", atDesk),
        chosen(CertificateField.HEALTH_INSURANCE, member, "有", YES_NO),
        chosen(CertificateField.CARE_INSURANCE, member, "無", YES_NO),
        chosen(CertificateField.CHILD_ALLOWANCE, member, "無", YES_NO));
  }

  static FieldView plain(CertificateField field, int member, String value) {
    return field(field, member, value, Secret.open(), "", List.of(), List.of());
  }

  private static FieldView chosen(
      CertificateField field, int member, String value, List<String> choices) {
    return field(field, member, value, Secret.open(), "", List.of(), choices);
  }

  private static FieldView secret(
      CertificateField field, int member, String value, boolean atDesk) {
    String masked = "●".repeat(value.length() - 2) + value.substring(value.length() - 2);
    return field(
        field, member, atDesk ? "" : value, Secret.masked(masked), "", List.of(), List.of());
  }

  private static FieldView doubtful(
      CertificateField field, int member, String value, String why, List<String> candidates) {
    return field(field, member, value, Secret.open(), why, candidates, List.of());
  }

  private static FieldView wrong(FieldView field, String problem) {
    return new FieldView(
        field.path(),
        field.label(),
        field.who(),
        field.kind(),
        field.value(),
        field.secret(),
        field.cropUrl(),
        field.origin(),
        field.doubt(),
        field.isSettled(),
        field.candidates(),
        field.choices(),
        problem);
  }

  private static FieldView field(
      CertificateField field,
      int member,
      String value,
      Secret secret,
      String doubt,
      List<String> candidates,
      List<String> choices) {
    String path =
        member < 0
            ? field.path()
            : "members[" + member + "]." + field.path().substring("members.".length());
    String printed = secret.isSecret() ? "123456789018" : value;
    return new FieldView(
        path,
        field.label(),
        member < 0 ? "" : (member + 1) + "人目　" + name(member),
        field.kind(),
        value,
        secret,
        printed.isBlank() ? "" : cropUrl(printed),
        printed.isBlank() ? Origin.NONE : member == 3 ? Origin.RESIDENT : Origin.PAPER,
        doubt,
        false,
        candidates,
        choices,
        "");
  }
}
