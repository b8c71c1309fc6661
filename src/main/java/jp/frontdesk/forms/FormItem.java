package jp.frontdesk.forms;

import java.util.List;
import java.util.Set;
import jp.frontdesk.paper.MmBox;
import jp.frontdesk.paper.TextStyle;

/// One thing on a form, in millimetres from the sheet's corner, or from the row's corner inside
/// rows.
sealed interface FormItem {
  /// The box it keeps to.
  MmBox at();

  /// The item in a row further down.
  FormItem moved(double rightMm, double downMm);

  /// A ruled rectangle or a shade, nothing written in it.
  ///
  /// @param lineMm 0 for no outline
  /// @param shadePercent 0 for none
  record Frame(MmBox at, double lineMm, int shadePercent) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Frame(at.moved(rightMm, downMm), lineMm, shadePercent);
    }
  }

  /// A straight line from the box's upper left to its lower right corner.
  record Line(MmBox at, double lineMm) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Line(at.moved(rightMm, downMm), lineMm);
    }
  }

  /// Text printed on the form itself.
  ///
  /// @param isStacked one character below the other 縦書き
  record Label(MmBox at, String text, TextStyle style, boolean isStacked) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Label(at.moved(rightMm, downMm), text, style, isStacked);
    }
  }

  /// A value as text; a date in full.
  ///
  /// @param before printed before the text where there is one, e.g. 旧氏
  /// @param after printed behind it
  record Written(MmBox at, ValuePath path, TextStyle style, String before, String after)
      implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Written(at.moved(rightMm, downMm), path, style, before, after);
    }
  }

  /// A value with one character in each of a row of cells.
  record Comb(MmBox at, ValuePath path, int cells, double sizePt) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Comb(at.moved(rightMm, downMm), path, cells, sizePt);
    }
  }

  /// Words side by side, with a circle ○ around the one that holds.
  ///
  /// @param options left to right at even distances
  record Choice(MmBox at, ValuePath path, List<Option> options, double sizePt) implements FormItem {
    /// A word to choose.
    ///
    /// @param code what the path's value is when this one holds; `-` for a word that never holds
    record Option(String code, String label) {}

    public Choice {
      options = List.copyOf(options);
    }

    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Choice(at.moved(rightMm, downMm), path, options, sizePt);
    }
  }

  /// A small box with a tick ✓ in it where the value is the code.
  record Tick(MmBox at, ValuePath path, String code) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Tick(at.moved(rightMm, downMm), path, code);
    }
  }

  /// A date in parts: the eras 明 大 昭 平 令 and 西暦 to circle above, year, month and day below. A
  /// wording for an unknown date takes the place of the parts.
  record DateParts(MmBox at, ValuePath path, double sizePt) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new DateParts(at.moved(rightMm, downMm), path, sizePt);
    }
  }

  /// A date with a box of its own for each part, as on a town's own printed form. A wording for an
  /// unknown date stands in `at`.
  record DateBoxes(
      MmBox at, ValuePath path, MmBox era, MmBox year, MmBox month, MmBox day, double sizePt)
      implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new DateBoxes(
          at.moved(rightMm, downMm),
          path,
          era.moved(rightMm, downMm),
          year.moved(rightMm, downMm),
          month.moved(rightMm, downMm),
          day.moved(rightMm, downMm),
          sizePt);
    }
  }

  /// A value from top to bottom, columns from right to left 縦書き.
  record Vertical(MmBox at, ValuePath path, TextStyle style) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Vertical(at.moved(rightMm, downMm), path, style);
    }
  }

  /// A number in cells, in groups with a gap between them, e.g. 基礎年金番号 in four and six.
  ///
  /// @param groups how many cells each group has
  /// @param gapMm between two groups; a hyphen stands there
  record Digits(MmBox at, ValuePath path, List<Integer> groups, double gapMm, double sizePt)
      implements FormItem {
    public Digits {
      groups = List.copyOf(groups);
    }

    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Digits(at.moved(rightMm, downMm), path, groups, gapMm, sizePt);
    }
  }

  /// A circle ○ around a word printed on a town's own form.
  record Ring(MmBox at, ValuePath path, String code) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Ring(at.moved(rightMm, downMm), path, code);
    }
  }

  /// A QR code of a value that is not personal.
  record Qr(MmBox at, ValuePath path) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Qr(at.moved(rightMm, downMm), path);
    }
  }

  /// Where somebody signs: the signature drawn on a screen, else a line to write on.
  record Signature(MmBox at, ValuePath path) implements FormItem {
    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new Signature(at.moved(rightMm, downMm), path);
    }
  }

  /// Something that is drawn only where a path has one of these codes.
  record When(FormItem item, ValuePath path, Set<String> codes) implements FormItem {
    public When {
      codes = Set.copyOf(codes);
    }

    @Override
    public MmBox at() {
      return item.at();
    }

    @Override
    public FormItem moved(double rightMm, double downMm) {
      return new When(item.moved(rightMm, downMm), path, codes);
    }
  }
}
