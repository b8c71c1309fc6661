/// The words every step uses: names, dates in Japanese eras, numbers with check digits, paths of
/// fields. Nothing here knows a file, a network or a database; imports are of `java.*` only.
@NullMarked
@CheckReturnValue
package jp.frontdesk.kernel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
