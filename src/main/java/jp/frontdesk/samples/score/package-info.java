/// Measures a reader against the truth: what share of printed fields came back as printed, by
/// meaning, what share a person must look at, and what share of the accepted ones is wrong. In:
/// truth files and the lines of `frontdesk read`. Out: tables.
@NullMarked
@CheckReturnValue
package jp.frontdesk.samples.score;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
