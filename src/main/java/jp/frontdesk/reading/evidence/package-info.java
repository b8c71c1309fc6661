/// What several readings of one field and the rules of its kind say together: which value, how
/// sure, and why a person should look. Pure: the engine's passes come in through [Passes].
@NullMarked
@CheckReturnValue
package jp.frontdesk.reading.evidence;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
