/// Trains `reading.glyphs`: prints lines with free fonts, scans them badly, describes each
/// character as the reader does and learns what tells characters apart. Run by
/// `scripts/train-glyphs`; no part of the product.
@NullMarked
@CheckReturnValue
package jp.frontdesk.train;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
