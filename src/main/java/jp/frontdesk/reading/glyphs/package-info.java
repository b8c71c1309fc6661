/// Reads printed characters with a model of this project's own: a line's picture is cut into
/// characters, each is described by the directions of its outline and compared with what the
/// training saw. What comes in is a line's box on an upright page, what goes out are characters
/// with probabilities and places.
@NullMarked
@CheckReturnValue
package jp.frontdesk.reading.glyphs;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
