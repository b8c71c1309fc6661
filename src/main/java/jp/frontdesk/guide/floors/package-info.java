/// フロア図: the plans of a town hall's floors. In come a town's SVG files, which are somebody else's
/// and are read by a short list of what they may hold; out go lines, areas and words that screen
/// and paper draw anew, so that nothing of the file itself reaches a page. Called by the guide. No
/// law asks for it.
@NullMarked
@CheckReturnValue
package jp.frontdesk.guide.floors;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
