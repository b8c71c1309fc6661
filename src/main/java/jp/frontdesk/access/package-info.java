/// Who may do what: kiosk and clerk sessions, kept as hashes in the database so that they die
/// everywhere at once.
@NullMarked
@CheckReturnValue
package jp.frontdesk.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
