package jp.frontdesk.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.frontdesk.kernel.CertificateField;
import jp.frontdesk.reading.glyphs.ReadGlyph;
import jp.frontdesk.reading.page.Ink;

/// Kana in brackets behind a name are a value of their own, e.g. 見本太郎（ミホンタロウ）. The bracket is known
/// by its shape, which engines misread, and what stands in it by our own reader.
final class KanaInBrackets {
  private static final double KANA_SHARE = 0.7;
  private static final int FEWEST = 3;

  private final Ink ink;
  private final Function<Slot, List<ReadGlyph>> glyphs;

  /// @param ink the print of the page
  /// @param glyphs reads the print of a slot as that of a name
  KanaInBrackets(Ink ink, Function<Slot, List<ReadGlyph>> glyphs) {
    this.ink = ink;
    this.glyphs = glyphs;
  }

  /// The slots, with those of names divided that hold their kana too.
  List<Slot> divided(List<Slot> slots) {
    List<Slot> divided = new ArrayList<>();
    for (Slot slot : slots) {
      boolean isName =
          slot.fields().equals(List.of(CertificateField.NAME)) && slot.lines().size() == 1;
      boolean hasKana =
          slots.stream()
              .anyMatch(
                  s -> s.member() == slot.member() && s.fields().contains(CertificateField.KANA));
      Optional<List<Slot>> parts = isName && !hasKana ? parts(slot) : Optional.empty();
      divided.addAll(parts.orElse(List.of(slot)));
    }
    return divided;
  }

  private Optional<List<Slot>> parts(Slot slot) {
    List<Box> runs = InkRuns.of(ink, slot.lines().getFirst().box());
    for (int i = 1; i + FEWEST < runs.size(); i++) {
      if (Marks.isOpening(ink, runs.get(i))) {
        Box opening = runs.get(i);
        boolean isClosed = Marks.isClosing(ink, runs.getLast());
        int end = isClosed ? runs.getLast().x() : slot.limits().right();
        List<Box> inside = runs.subList(i + 1, runs.size() - (isClosed ? 1 : 0));
        Slot name =
            slot.piece(
                CertificateField.NAME, union(runs.subList(0, i)), slot.limits().x(), opening.x());
        Slot kana = slot.piece(CertificateField.KANA, union(inside), opening.right(), end);
        if (isKana(glyphs.apply(kana))) {
          return Optional.of(List.of(name, kana));
        }
      }
    }
    return Optional.empty();
  }

  private static Box union(List<Box> runs) {
    return runs.stream().reduce(Box::union).orElseThrow();
  }

  private static boolean isKana(List<ReadGlyph> read) {
    long kana =
        read.stream()
            .map(ReadGlyph::codePoint)
            .filter(c -> (c >= 'ァ' && c <= 'ー') || (c >= 'ｦ' && c <= 'ﾟ'))
            .count();
    return kana >= FEWEST && kana >= KANA_SHARE * read.size();
  }
}
