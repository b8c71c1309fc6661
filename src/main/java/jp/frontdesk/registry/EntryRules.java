package jp.frontdesk.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.frontdesk.kernel.IndividualNumber;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.Problem;

/// What the simulated registry demands of a provisional entry, written against the JSON alone, as a
/// foreign system would. Errors refuse the entry; alerts are for the registry's clerk
/// (住民記録システム標準仕様書 11.1, blanks of 1.1.6).
final class EntryRules {
  static final Set<String> RELATION_CODES =
      Set.of("02", "11", "12", "13", "14", "20", "51", "52", "71", "74", "81", "84", "96", "99");

  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> alerts = new ArrayList<>();

  /// What the rules found; errors first.
  record Findings(List<Problem> errors, List<Problem> alerts) {}

  private EntryRules() {}

  static Findings check(JsonNode record) {
    EntryRules rules = new EntryRules();
    rules.checkHeader(record);
    rules.checkHousehold(record);
    JsonNode members = record.path("世帯員");
    for (int i = 0; i < members.size(); i++) {
      rules.checkMember("世帯員[" + i + "]", members.get(i));
    }
    rules.checkNumbers(members);
    return new Findings(List.copyOf(rules.errors), List.copyOf(rules.alerts));
  }

  private void checkHeader(JsonNode record) {
    if (record.path("様式版").asInt(-1) != RegistryRecord.FORM_VERSION) {
      error("様式版", "unknown_form_version", "この様式の版には対応していません。");
    }
    if (MunicipalityCode.parse(record.path("市区町村コード").asText("")).isEmpty()) {
      error("市区町村コード", "unknown_code", "市区町村コードが正しくありません。");
    }
    oneOf(record, "", "登録区分", Set.of("仮登録"), "not_provisional", "仮登録のほかは受け付けません。");
    oneOf(record, "", "異動事由", Set.of("国内転入"), "unknown_code", "異動事由が登録されていない値です。");
    notBlank(record, "", "受付番号");
    calendarDate(record, "異動届出年月日");
    notBlank(record.path("異動年月日"), "異動年月日.", "表記");
    notBlank(record.path("住所"), "住所.", "連結表記");
    notBlank(record.path("転入前住所"), "転入前住所.", "連結表記");
    notBlank(record.path("届出人"), "届出人.", "氏名");
  }

  /// Exactly one head, or none where the household exists already and its head is no newcomer.
  private void checkHousehold(JsonNode record) {
    notBlank(record, "", "世帯主氏名");
    JsonNode members = record.path("世帯員");
    if (!members.isArray() || members.isEmpty()) {
      error("世帯員", "no_member", "異動する人が一人もいません。");
      return;
    }
    String head = record.path("世帯主氏名").asText("");
    int heads = 0;
    boolean headIsMember = false;
    boolean headNamed = false;
    for (JsonNode member : members) {
      boolean isHead = member.path("続柄表記").asText("").equals("世帯主");
      boolean hasHeadsName = member.path("氏名").asText("").equals(head);
      heads += isHead ? 1 : 0;
      headIsMember |= hasHeadsName;
      headNamed |= isHead && hasHeadsName;
    }
    if (heads > 1) {
      error("世帯員", "several_heads", "世帯主が二人以上います。世帯主は一人にしてください。");
    } else if (heads == 0 && headIsMember) {
      error("世帯員", "no_head", "世帯主がいません。世帯主となる人の続柄を「世帯主」にしてください。");
    } else if (heads == 1 && !headNamed) {
      error("世帯主氏名", "head_differs", "世帯主氏名が、続柄が「世帯主」の人の氏名と違います。");
    }
  }

  private void checkMember(String at, JsonNode member) {
    String path = at + ".";
    notBlank(member, path, "氏名");
    notBlank(member.path("生年月日"), path + "生年月日.", "表記");
    oneOf(member, path, "性別", Set.of("1", "2"), "unknown_code", "性別が登録されていない値です。");
    oneOf(member, path, "住民種別", Set.of("1", "2"), "unknown_code", "住民種別が登録されていない値です。");
    notBlank(member, path, "続柄表記");
    JsonNode codes = member.path("続柄コード");
    if (!codes.isArray() || codes.isEmpty() || codes.size() > 4) {
      error(path + "続柄コード", "unknown_code", "続柄コードは一つから四つまでです。");
    }
    for (JsonNode code : codes) {
      if (!RELATION_CODES.contains(code.asText())) {
        error(path + "続柄コード", "unknown_code", "続柄コードに登録されていない値があります。");
      }
    }
    if (!member.path("年金資格種別").isMissingNode()) {
      oneOf(member, path, "年金資格種別", Set.of("1", "2", "3"), "unknown_code", "年金資格種別が登録されていない値です。");
    }
    boolean isForeign = member.path("住民種別").asText("").equals("2");
    alertIfBlank(member, path, isForeign ? "在留カード等番号" : "戸籍_筆頭者");
    alertIfBlank(member, path, "住民票コード");
    if (!isForeign) {
      alertIfBlank(member.path("本籍"), path + "本籍.", "連結表記");
    }
  }

  private void checkNumbers(JsonNode members) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      String number = members.get(i).path("個人番号").asText("");
      String path = "世帯員[" + i + "].個人番号";
      if (number.isEmpty()) {
        continue;
      }
      if (!IndividualNumber.checks(number)) {
        error(path, "check_digit", "個人番号の検査用数字が合いません。");
      } else if (!seen.add(number)) {
        error(path, "number_twice", "同じ個人番号が世帯の中に二つあります。");
      }
    }
  }

  private void notBlank(JsonNode parent, String path, String name) {
    if (parent.path(name).asText("").isBlank()) {
      error(
          path + name,
          "blank",
          name.equals("表記") || name.equals("連結表記")
              ? path.substring(path.lastIndexOf('.', path.length() - 2) + 1, path.length() - 1)
                  + "が空欄です。"
              : name + "が空欄です。");
    }
  }

  private void alertIfBlank(JsonNode parent, String path, String name) {
    if (parent.path(name).asText("").isBlank()) {
      alerts.add(new Problem(path + name, "blank", name + "が空欄です。本登録までに補ってください。"));
    }
  }

  private void oneOf(
      JsonNode parent, String path, String name, Set<String> known, String code, String words) {
    if (!known.contains(parent.path(name).asText(""))) {
      error(path + name, code, words);
    }
  }

  private void calendarDate(JsonNode parent, String name) {
    try {
      var _ = LocalDate.parse(parent.path(name).asText(""));
    } catch (DateTimeParseException notADate) {
      error(name, "not_a_date", name + "が日付になっていません。");
    }
  }

  private void error(String field, String code, String message) {
    errors.add(new Problem(field, code, message));
  }
}
