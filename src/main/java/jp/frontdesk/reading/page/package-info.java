/// From a file's bytes to flat, upright grey pages: checks before decoding, decoding, turning,
/// deskewing, and one map from the upright page back to the pixels that were given. Called by
/// [jp.frontdesk.reading].
@NullMarked
@CheckReturnValue
package jp.frontdesk.reading.page;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
