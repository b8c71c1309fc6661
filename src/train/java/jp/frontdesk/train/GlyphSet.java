package jp.frontdesk.train;

import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.frontdesk.kernel.GlyphVariants;

/// The characters the recogniser knows, in the order of their numbers: kana in both widths, digits
/// and letters in both widths, the signs of addresses, all kanji of JIS X 0213 and of Windows-31J,
/// and forms of names outside both, all that look like others among them.
final class GlyphSet {
  /// Forms that stand in family and given names and that plain engines read as their plain form.
  static final String NAME_FORMS =
      "髙高﨑崎嵜﨏塚𠮷吉濵濱浜德徳瀨瀬栁柳桒桑邊邉辺齊齋斉斎曾曽惠恵榊壽寿彌弥凜凛颯纐纈蜆砧纒纏廣広澤沢嶋島嶌冨富國国櫻桜條条邨村峯峰"
          + "眞真藏蔵圓円繩縄應応龍竜瀧滝實実禮礼豐豊寬寛淸清祐祐福福神神祥祥靖靖精精羽羽都都隆隆塚塚增増黑黒鄕郷郎郎朗朗諸諸者者"
          + "晴晴益益逸逸飯飯館館飼飼鷗鴎蓮迫辻葛祇樋噌餅芦蘆菅藪藤籐薗園遙遥穗穂穐秋舘彥彦產産琢瑤瑶譽誉鐵鉄靜静顏顔顯顕槇槙尙尚昻昂晄晃"
          + "﨟﨡﨔裵尃崙嵓閒閑咊和莞莉茉莓苺萌萠椛杤栃脇脅脵舩船埜野梛楢楡楠橫横渕淵渊埇堺畑畠籠篭籔藪麴麹麵麺枩松枠梁簗鬪闘";

  private static final String SIGNS =
      "ー－‐-―・･（）()〇々〆ヶ、。，．,.「」：:；;／/＆&'’＝=＋+～〜＊*※○●◎□■△▲×第号㈱〒♯#＃％%｜|＜＞<>［］【】￥¥";

  /// Strokes and parts of kanji that never stand alone in names and addresses.
  private static final String PARTS = "丨丶丿亅亠冂冖冫凵勹匚匸卩厶囗夂夊宀屮巛廴廾彐彑彡彳忄扌攵氵爫犭礻耂艹衤訁辶飠糹阝刂亻灬罒覀癶疒虍髟鬥鬯";

  private final List<Integer> codePoints;
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private GlyphSet(List<Integer> codePoints) {
    this.codePoints = codePoints;
    for (int i = 0; i < codePoints.size(); i++) {
      numbers.put(codePoints.get(i), i);
    }
  }

  /// All of them.
  static GlyphSet whole() {
    Set<Integer> all = new LinkedHashSet<>();
    range(all, 'ぁ', 'ゔ');
    range(all, 'ァ', 'ヶ');
    range(all, 'ｦ', 'ﾟ');
    range(all, '0', '9');
    range(all, '０', '９');
    range(all, 'A', 'Z');
    range(all, 'a', 'z');
    range(all, 'Ａ', 'Ｚ');
    range(all, 'ａ', 'ｚ');
    SIGNS.codePoints().forEach(all::add);
    for (KanjiLevel level : KanjiLevel.values()) {
      all.addAll(level.kanji());
    }
    return new GlyphSet(List.copyOf(all));
  }

  /// How unusual a character is in names and addresses, 0 usual to 3.
  static int rarity(int codePoint) {
    for (KanjiLevel level : KanjiLevel.values()) {
      if (level.has(codePoint)) {
        return level.rarity;
      }
    }
    return 0;
  }

  /// Only these characters.
  static GlyphSet of(String characters) {
    return new GlyphSet(characters.codePoints().boxed().toList());
  }

  private static void range(Set<Integer> all, int first, int last) {
    for (int c = first; c <= last; c++) {
      all.add(c);
    }
  }

  int size() {
    return codePoints.size();
  }

  int codePoint(int number) {
    return codePoints.get(number);
  }

  /// The number of a character, or -1.
  int number(int codePoint) {
    return numbers.getOrDefault(codePoint, -1);
  }

  /// All characters as one text.
  String text() {
    StringBuilder text = new StringBuilder();
    codePoints.forEach(text::appendCodePoint);
    return text.toString();
  }

  /// The kanji by how often names and addresses use them.
  enum KanjiLevel {
    /// Forms of names.
    NAMES(0),
    /// JIS level 1.
    FIRST(0),
    /// JIS level 2.
    SECOND(1),
    /// JIS level 3, and what Windows-31J adds.
    THIRD(2),
    /// JIS level 4.
    FOURTH(3);

    private static final Map<KanjiLevel, Set<Integer>> KANJI = sorted();
    private final int rarity;

    KanjiLevel(int rarity) {
      this.rarity = rarity;
    }

    boolean has(int codePoint) {
      return KANJI.getOrDefault(this, Set.of()).contains(codePoint);
    }

    List<Integer> kanji() {
      return List.copyOf(KANJI.getOrDefault(this, Set.of()));
    }

    private static Map<KanjiLevel, Set<Integer>> sorted() {
      Map<KanjiLevel, Set<Integer>> kanji = new HashMap<>();
      Set<Integer> seen = new LinkedHashSet<>();
      NAME_FORMS.codePoints().forEach(c -> place(kanji, seen, NAMES, c));
      Charset jis = Charset.forName("x-SJIS_0213");
      for (int lead = 0x81; lead <= 0xFC; lead++) {
        if (lead >= 0xA0 && lead < 0xE0) {
          continue;
        }
        for (int trail = 0x40; trail <= 0xFC; trail++) {
          byte[] code = {(byte) lead, (byte) trail};
          String text = new String(code, jis);
          if (trail != 0x7F
              && text.codePointCount(0, text.length()) == 1
              && isKanji(text.codePointAt(0))) {
            place(kanji, seen, levelOf(code, lead), text.codePointAt(0));
          }
        }
      }
      Charset windows = Charset.forName("windows-31j");
      for (int c = 0x4E00; c <= 0xFAFF; c++) {
        if (isKanji(c) && windows.newEncoder().canEncode((char) c)) {
          place(kanji, seen, THIRD, c);
        }
      }
      GlyphVariants.all()
          .flatMapToInt(String::codePoints)
          .filter(KanjiLevel::isKanji)
          .forEach(c -> place(kanji, seen, THIRD, c));
      return kanji;
    }

    private static void place(
        Map<KanjiLevel, Set<Integer>> kanji, Set<Integer> seen, KanjiLevel level, int c) {
      if (seen.add(c)) {
        kanji.computeIfAbsent(level, _ -> new LinkedHashSet<>()).add(c);
      }
    }

    private static KanjiLevel levelOf(byte[] code, int lead) {
      if (lead >= 0xF0) {
        return FOURTH;
      }
      String plain = new String(code, Charset.forName("Shift_JIS"));
      if (plain.indexOf('�') >= 0) {
        return THIRD;
      }
      int trail = code[1] & 0xFF;
      return lead < 0x98 || (lead == 0x98 && trail <= 0x72) ? FIRST : SECOND;
    }

    private static boolean isKanji(int c) {
      return Character.isIdeographic(c) && PARTS.indexOf(c) < 0;
    }
  }
}
