package jp.frontdesk.reading.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import jp.frontdesk.kernel.Texts;
import jp.frontdesk.reading.glyphs.Alphabet;

/// Text that is nearly always one of a known list: sure where two passes give the same entry
/// exactly, put right and shown to a person where they are a character off.
///
/// @param words the list
record ListRule(List<String> words) implements FieldRule {
  /// 国籍・地域 as registers write them.
  static final ListRule NATIONALITY = new ListRule(nationalities());

  /// 在留資格, 出入国管理及び難民認定法 別表第一, 別表第二.
  static final ListRule RESIDENCE_STATUS = new ListRule(statuses());

  ListRule {
    words = List.copyOf(words);
  }

  @Override
  public Verdict read(Passes passes) {
    List<String> read =
        new ArrayList<>(
            List.of(bare(passes.own(Alphabet.ADDRESS).text()), bare(passes.first().text())));
    Optional<String> early = agreed(read);
    if (early.isPresent()) {
      return Verdict.sure(early.orElseThrow(), 0.98);
    }
    read.addFirst(bare(passes.combined(40).text()));
    Optional<String> third = agreed(read);
    if (third.isPresent()) {
      return Verdict.sure(third.orElseThrow(), 0.98);
    }
    read.add(bare(passes.combined(32).text()));
    Optional<String> late = agreed(read);
    if (late.isPresent()) {
      return Verdict.sure(late.orElseThrow(), 0.95);
    }
    return nearest(read);
  }

  private Optional<String> agreed(List<String> read) {
    List<String> known =
        words.stream().filter(w -> read.contains(Texts.folded(w))).distinct().toList();
    return known.stream()
        .filter(w -> known.size() == 1)
        .filter(w -> read.stream().filter(Texts.folded(w)::equals).count() >= 2)
        .findFirst();
  }

  private Verdict nearest(List<String> read) {
    String best = "";
    double bestShare = 1;
    for (String word : words) {
      String folded = Texts.folded(word);
      for (String one : read) {
        double share = (double) TextDistance.between(folded, one) / Math.max(1, folded.length());
        if (!one.isEmpty() && share < bestShare) {
          bestShare = share;
          best = word;
        }
      }
    }
    String raw = read.stream().filter(t -> !t.isEmpty()).findFirst().orElse("");
    if (raw.isEmpty()) {
      return Verdict.nothing();
    }
    return bestShare <= 0.4
        ? Verdict.doubtful(best, 0.6, Reasons.UNCLEAR, read)
        : Verdict.doubtful(raw, 0.3, Reasons.NOT_IN_LIST, read);
  }

  private static String bare(String text) {
    return Texts.folded(text).replaceAll("[|_\\[\\]'`]", "");
  }

  private static List<String> nationalities() {
    Stream<String> common =
        Stream.of(
            "中国", "台湾", "韓国", "朝鮮", "米国", "英国", "ベトナム", "フィリピン", "ブラジル", "ネパール", "インドネシア", "ミャンマー",
            "タイ", "ペルー", "インド", "スリランカ", "バングラデシュ", "パキスタン", "モンゴル", "カンボジア", "フランス", "ドイツ", "ロシア",
            "無国籍");
    return Stream.concat(
            common,
            Stream.of(Locale.getISOCountries())
                .map(code -> Locale.of("", code).getDisplayCountry(Locale.JAPANESE)))
        .distinct()
        .toList();
  }

  private static List<String> statuses() {
    List<String> found =
        new ArrayList<>(
            List.of(
                "外交",
                "公用",
                "教授",
                "芸術",
                "宗教",
                "報道",
                "経営・管理",
                "法律・会計業務",
                "医療",
                "研究",
                "教育",
                "技術・人文知識・国際業務",
                "企業内転勤",
                "介護",
                "興行",
                "技能",
                "文化活動",
                "短期滞在",
                "留学",
                "研修",
                "家族滞在",
                "特定活動",
                "永住者",
                "日本人の配偶者等",
                "永住者の配偶者等",
                "定住者",
                "特別永住者",
                "一時庇護許可者",
                "仮滞在許可者",
                "出生による経過滞在者",
                "国籍喪失による経過滞在者"));
    for (String number : List.of("１", "２")) {
      found.add("特定技能" + number + "号");
    }
    for (String number : List.of("１", "２", "３")) {
      for (String letter : List.of("イ", "ロ", "ハ")) {
        found.add("高度専門職" + number + "号" + letter);
        found.add("技能実習" + number + "号" + letter);
      }
    }
    found.add("高度専門職２号");
    return found;
  }
}
