package jp.frontdesk.train;

import java.awt.Font;

/// What a line is printed with.
sealed interface Face {
  boolean has(int codePoint);

  /// A face drawn by outlines, at 1 point.
  record Outlines(Font font) implements Face {
    @Override
    public boolean has(int codePoint) {
      return font.canDisplay(codePoint);
    }
  }

  /// A face drawn dot by dot, as the printers of old systems have it.
  record Bitmaps(BitmapFont font) implements Face {
    @Override
    public boolean has(int codePoint) {
      return font.glyph(codePoint).isPresent();
    }
  }
}
