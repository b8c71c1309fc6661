package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.evidence.Pass;
import jp.frontdesk.reading.evidence.Passes;
import jp.frontdesk.reading.evidence.Reasons;
import jp.frontdesk.reading.evidence.Verdict;
import jp.frontdesk.reading.glyphs.Alphabet;

/// Several values in one cell, e.g. 有 ／ 無 or 第１号 6996-815651 ／ 無: each pass is cut up by the
/// grammar of the fields in their order, and two passes must agree on each value. Where one value
/// of free wording ends and the next begins no grammar tells, so such values are never certain.
final class SharedCell {
  private static final String BETWEEN = "[/\\\\|・,.ンノプソ)(ー-]*";
  private static final String FREE = "(.+?)";
  private static final String BETWEEN_FREE = "[/\\\\|]+";
  private static final Pattern SEPARATORS = Pattern.compile("[|_\\[\\]'`]");

  private final List<CertificateField> fields;
  private final Pattern grammar;

  SharedCell(List<CertificateField> fields) {
    this.fields = List.copyOf(fields);
    StringBuilder pattern = new StringBuilder();
    boolean isFree = false;
    for (CertificateField field : fields) {
      boolean isFreeToo = part(field).equals(FREE);
      String between = isFree && isFreeToo ? BETWEEN_FREE : BETWEEN;
      String caption = caption(field);
      pattern
          .append(pattern.isEmpty() ? "" : between)
          .append(caption.isEmpty() ? "" : "[" + caption + "]{0,2}")
          .append(part(field));
      isFree = isFreeToo;
    }
    grammar = Pattern.compile(pattern.toString());
  }

  /// The characters of the short words that stand right before a value, e.g. 国無 後無 介無.
  private static String caption(CertificateField field) {
    return switch (field) {
      case HEALTH_INSURANCE -> "国保";
      case LATE_ELDERLY -> "後期";
      case CARE_INSURANCE -> "介護";
      case CHILD_ALLOWANCE -> "児手";
      default -> "";
    };
  }

  /// What a line of closed values may be made of; captions only where one was read.
  private String allowed(Pass first) {
    String print = bare(first);
    StringBuilder characters = new StringBuilder("/");
    for (CertificateField field : fields) {
      String caption = caption(field);
      characters.append(characters(field));
      characters.append(caption.chars().anyMatch(c -> print.indexOf(c) >= 0) ? caption : "");
    }
    return characters.toString();
  }

  private static String part(CertificateField field) {
    return switch (field) {
      case PENSION -> "(第?[123]号|無|有|任意加入|任意)";
      case PENSION_NUMBER -> "([0-9]{4}[-ー]?[0-9]{6})?";
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE -> "(有|無)";
      case SEX -> "(男|女)";
      case BIRTH_DATE, MOVE_DATE, MOVE_NOTIFIED_DATE, RESIDENCE_UNTIL, ISSUE_DATE ->
          "(.{1,4}[0-9元]{1,4}年[0-9]{1,2}月[0-9]{1,2}日)";
      case RELATION -> "((?![の男女]{1,2}$)[世帯主夫妻子父母兄姉弟妹の孫長次二三男女縁故者同居人]{1,7})";
      default -> FREE;
    };
  }

  private static String characters(CertificateField field) {
    return switch (field) {
      case PENSION -> "第123号無有";
      case PENSION_NUMBER -> "0123456789-";
      case HEALTH_INSURANCE, LATE_ELDERLY, CARE_INSURANCE, CHILD_ALLOWANCE -> "有無";
      case SEX -> "男女";
      case BIRTH_DATE, MOVE_DATE, MOVE_NOTIFIED_DATE, RESIDENCE_UNTIL, ISSUE_DATE ->
          "0123456789年月日令和平成昭大正明治元";
      case RELATION -> "世帯主夫妻子父母兄姉弟妹の孫長次二三男女縁故者同居人";
      default -> "";
    };
  }

  /// What each field's value is; fields that nothing is printed for are left out.
  Map<CertificateField, Verdict> read(Passes passes) {
    boolean isClosed = fields.stream().noneMatch(f -> characters(f).isEmpty());
    List<Pass> all = new ArrayList<>(List.of(passes.first()));
    String allowed = allowed(passes.first());
    all.add(isClosed ? passes.own(Alphabet.of(allowed)) : passes.combined(40));
    if (!agree(all)) {
      all.add(isClosed ? passes.fast(allowed) : passes.combined(32));
    }
    if (isClosed && !agree(all)) {
      all.add(passes.combined(40));
    }
    Map<CertificateField, Verdict> found = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      List<String> values = valuesOf(all, i + 1);
      if (!values.isEmpty()) {
        found.put(fields.get(i), judged(values, part(fields.get(i)).equals(FREE)));
      }
    }
    return found;
  }

  private boolean agree(List<Pass> passes) {
    for (int i = 1; i <= fields.size(); i++) {
      List<String> values = valuesOf(passes, i);
      if ((values.size() != passes.size() && !values.isEmpty())
          || values.stream().distinct().count() > 1) {
        return false;
      }
    }
    return passes.stream().allMatch(p -> grammar.matcher(bare(p)).matches());
  }

  private List<String> valuesOf(List<Pass> passes, int group) {
    List<String> values = new ArrayList<>();
    for (Pass pass : passes) {
      Matcher matcher = grammar.matcher(bare(pass));
      if (matcher.matches() && matcher.group(group) != null) {
        values.add(matcher.group(group));
      }
    }
    return values;
  }

  /// @param isFree of any wording, where engines that agree may be wrong together
  private static Verdict judged(List<String> values, boolean isFree) {
    String best = values.getFirst();
    for (String value : values) {
      long votes = values.stream().filter(value::equals).count();
      best = votes > values.stream().filter(best::equals).count() ? value : best;
    }
    String winner = best;
    boolean allAgree = values.stream().allMatch(winner::equals);
    if (allAgree && values.size() >= 2 && !isFree) {
      return Verdict.sure(winner, 0.97);
    }
    return Verdict.doubtful(winner, 0.5, Reasons.READINGS_DIFFER, values);
  }

  private static String bare(Pass pass) {
    return SEPARATORS.matcher(Texts.folded(pass.text())).replaceAll("");
  }
}
