/// The composition root: settings, ports, workers. The only package that sees all others.
@NullMarked
@CheckReturnValue
package jp.frontdesk.server;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
