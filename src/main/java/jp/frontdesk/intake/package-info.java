/// 受付 intake: a sheet arrives from a kiosk, is checked, sealed and stored, and a case is opened.
/// Comes in: an upload. Goes out: a stored sheet and a reading job. The views of this package are
/// what the kiosk's first pages show; they hold words, never rules.
@NullMarked
@CheckReturnValue
package jp.frontdesk.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
