/// Printing a form: fonts without blank glyphs, layouts read from YAML, cells, seals, copy-guard
/// patterns. In: values by field. Out: upright pages and the place of each printed field. Lengths
/// are millimetres and type sizes points unless a name says otherwise.
@NullMarked
@CheckReturnValue
package jp.frontdesk.samples.paper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
