package jp.frontdesk.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Sets a text into a box: a little smaller first, then on several lines, then narrower 長体. Never
/// below the style's smallest size and never cut off: what fits in no way is empty, and the caller
/// puts it on another sheet.
public final class TextFitter {
  private static final double STEP_PT = 0.5;
  private static final double EASY_SHRINK = 0.8;
  private static final int[] CONDENSED = {90, 80, 70, 60};
  private static final String NOT_FIRST =
      "、。，．・：；？！゛゜ヽヾゝゞ々ー）〕］｝〉》」』】ァィゥェォッャュョヮ-‐－0123456789０１２３４５６７８９";
  private static final String NOT_LAST = "（〔［｛〈《「『【";

  private final MmBox box;
  private final TextStyle style;

  private TextFitter(MmBox box, TextStyle style) {
    this.box = box;
    this.style = style;
  }

  /// The text at the largest size it fits with; empty when it fits in no way.
  public static Optional<FittedText> fit(GlyphRun run, MmBox box, TextStyle style) {
    TextFitter fitter = new TextFitter(box, style);
    return fitter.onOneLine(run).or(() -> fitter.onLines(run)).or(() -> fitter.condensed(run));
  }

  private Optional<FittedText> onOneLine(GlyphRun run) {
    double easy = Math.max(style.minPt(), style.maxPt() * EASY_SHRINK);
    for (double size = style.maxPt(); size >= easy; size -= STEP_PT) {
      FittedText text = new FittedText(size, 100, List.of(run));
      if (fits(text)) {
        return Optional.of(text);
      }
    }
    return Optional.empty();
  }

  private Optional<FittedText> onLines(GlyphRun run) {
    for (double size = style.maxPt(); size > style.minPt(); size -= STEP_PT) {
      Optional<FittedText> text = broken(run, size, 100);
      if (text.isPresent()) {
        return text;
      }
    }
    return broken(run, style.minPt(), 100);
  }

  private Optional<FittedText> condensed(GlyphRun run) {
    for (int percent : CONDENSED) {
      Optional<FittedText> text = broken(run, style.minPt(), percent);
      if (text.isPresent()) {
        return text;
      }
    }
    return Optional.empty();
  }

  private Optional<FittedText> broken(GlyphRun run, double size, int percent) {
    FittedText probe = new FittedText(size, percent, List.of(run));
    List<GlyphRun> lines = new ArrayList<>();
    GlyphRun rest = run;
    while (probe.widthMm(rest) > box.widthMm() + 1e-6) {
      int end = lineEnd(rest, probe);
      if (end == 0) {
        return Optional.empty();
      }
      lines.add(trimmed(rest.slice(0, end)));
      rest = trimmedAtStart(rest.slice(end, rest.glyphs().size()));
    }
    lines.add(trimmed(rest));
    FittedText text = new FittedText(size, percent, lines);
    return Optional.of(text).filter(this::fits);
  }

  /// How many glyphs the next line takes: as many as fit, back to the last good place to break.
  private int lineEnd(GlyphRun rest, FittedText probe) {
    int fitting = 0;
    while (fitting < rest.glyphs().size()
        && probe.widthMm(rest.slice(0, fitting + 1)) <= box.widthMm() + 1e-6) {
      fitting++;
    }
    for (int end = fitting; end > fitting / 3; end--) {
      if (isSpace(rest, end) || isSpace(rest, end - 1)) {
        return end;
      }
    }
    for (int end = fitting; end > fitting / 2; end--) {
      if (mayBreakBefore(rest, end)) {
        return end;
      }
    }
    return fitting;
  }

  private static boolean mayBreakBefore(GlyphRun run, int at) {
    String before = run.glyphs().get(at - 1).text();
    String after = run.glyphs().get(at).text();
    boolean isInWord = isOfWord(before.codePointAt(0)) && isOfWord(after.codePointAt(0));
    return !isInWord && !NOT_FIRST.contains(after) && !NOT_LAST.contains(before);
  }

  /// Whether the character belongs to a script that breaks its lines between words.
  private static boolean isOfWord(int point) {
    Character.UnicodeScript script = Character.UnicodeScript.of(point);
    boolean isLatin = script == Character.UnicodeScript.LATIN && Character.isLetterOrDigit(point);
    boolean isDigit = point < 0x80 && Character.isDigit(point);
    return isLatin
        || isDigit
        || script == Character.UnicodeScript.DEVANAGARI
        || script == Character.UnicodeScript.HANGUL
        || point == 0x200B;
  }

  private static boolean isSpace(GlyphRun run, int at) {
    return at > 0
        && at < run.glyphs().size()
        && Character.isWhitespace(run.glyphs().get(at).text().codePointAt(0));
  }

  private static GlyphRun trimmed(GlyphRun run) {
    int end = run.glyphs().size();
    while (isSpace(run, end - 1)) {
      end--;
    }
    return run.slice(0, end);
  }

  private static GlyphRun trimmedAtStart(GlyphRun run) {
    int start = 0;
    while (start < run.glyphs().size()
        && Character.isWhitespace(run.glyphs().get(start).text().codePointAt(0))) {
      start++;
    }
    return run.slice(start, run.glyphs().size());
  }

  private boolean fits(FittedText text) {
    return text.heightMm() <= box.heightMm() + 1e-6
        && text.lines().stream().allMatch(line -> text.widthMm(line) <= box.widthMm() + 1e-6);
  }
}
