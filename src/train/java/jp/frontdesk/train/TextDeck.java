package jp.frontdesk.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Deals the text of lines from shuffled decks of characters, so that each is drawn equally often,
/// and the kanji of JIS levels 3 and 4, which few faces have, half as often. What stands beside
/// what has no meaning: the recogniser shall look, not guess.
final class TextDeck {
  private static final int SPACE = ' ';
  private static final int RARE = 2;
  private static final String VOICED = "ｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾊﾋﾌﾍﾎ";

  /// Characters that stand together in lines of their own.
  private static final class Deck {
    private final List<Integer> cards;
    private final Random luck;
    private int next;

    Deck(List<Integer> cards, Random luck) {
      this.cards = new ArrayList<>(cards);
      this.luck = luck;
      next = cards.size();
    }

    int deal() {
      if (next == cards.size()) {
        Collections.shuffle(cards, luck);
        next = 0;
      }
      return cards.get(next++);
    }
  }

  private final Random luck;
  private final Deck all;
  private final Deck kanji;
  private final List<Deck> others = new ArrayList<>();

  TextDeck(GlyphSet set, Random luck) {
    this.luck = luck;
    List<Integer> whole = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      whole.add(set.codePoint(i));
    }
    List<Integer> twice = new ArrayList<>(whole);
    whole.stream().filter(c -> GlyphSet.rarity(c) < RARE).forEach(twice::add);
    all = new Deck(twice, luck);
    List<Integer> ideographs = twice.stream().filter(Character::isIdeographic).toList();
    kanji = ideographs.isEmpty() ? all : new Deck(ideographs, luck);
    List<Integer> plain = whole.stream().filter(c -> !Character.isIdeographic(c)).toList();
    add(plain, 0x3041, 0x30FF);
    add(plain, 0xFF66, 0xFF9F);
    add(plain, 0, 0x7F);
    add(plain, 0xFF01, 0xFF5E);
    add(whole, 0, Character.MAX_CODE_POINT);
  }

  private void add(List<Integer> from, int first, int last) {
    List<Integer> cards = from.stream().filter(c -> c >= first && c <= last).toList();
    if (!cards.isEmpty()) {
      others.add(new Deck(cards, luck));
    }
  }

  /// Code points of one line; a space is [#isSpace].
  List<Integer> line(int length) {
    double kind = luck.nextDouble();
    Deck own = kind < 0.68 ? kanji : kind < 0.85 ? all : others.get(luck.nextInt(others.size()));
    Deck guest = others.get(luck.nextInt(others.size()));
    List<Integer> text = new ArrayList<>();
    while (text.size() < length) {
      int c = luck.nextInt(12) == 0 ? guest.deal() : own.deal();
      text.add(luck.nextInt(14) == 0 ? SPACE : c);
      if (VOICED.indexOf(text.getLast()) >= 0 && luck.nextInt(3) == 0) {
        text.add((int) (luck.nextInt(4) == 0 ? 'ﾟ' : 'ﾞ'));
      }
    }
    return text;
  }

  static boolean isSpace(int codePoint) {
    return codePoint == SPACE;
  }
}
