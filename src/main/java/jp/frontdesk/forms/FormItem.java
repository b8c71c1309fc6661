package jp.frontdesk.forms;

import java.util.List;
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
}
