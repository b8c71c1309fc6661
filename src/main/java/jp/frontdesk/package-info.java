/// Front Desk 窓口: one sheet's way from the kiosk to the resident registry.
@NullMarked
@CheckReturnValue
package jp.frontdesk;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
