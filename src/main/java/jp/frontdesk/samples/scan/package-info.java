/// From a cleanly printed page to what a scanner or camera makes of it: turning, skew, perspective,
/// blur, noise, shadow, file formats. Coordinates are image pixels with the origin at the top left.
@NullMarked
@CheckReturnValue
package jp.frontdesk.samples.scan;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
