/// From an upright page to its ruled cells and lines of print, without a template and without fixed
/// places: rules by runs of ink and by faint ridges, cells by flooding what the rules enclose,
/// lines of print by their rows of ink.
@NullMarked
@CheckReturnValue
package jp.frontdesk.reading.cells;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
