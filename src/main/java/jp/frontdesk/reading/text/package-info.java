/// Reading one line of print: the Tesseract engine, its trained data, and the picture of a line as
/// the engine likes it. Called by [jp.frontdesk.reading] in reader processes only, because native
/// code may end its process.
@NullMarked
@CheckReturnValue
package jp.frontdesk.reading.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
