/// 手続案内: which procedures a household has to go through, where, until when and with what.
@NullMarked
@CheckReturnValue
package jp.frontdesk.guide;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
