/// 様式: a confirmed record and a form's description become a filled PDF, ready to sign.
///
/// In: `Confirmed<MovingInRecord>` and the folders `templates/forms` (every town) and a town's own,
/// where a form is a data file `form.yaml`. Out: [jp.frontdesk.forms.FilledForm], bytes that know
/// whose case they are. Drawn on `paper`, called by `server`. Each description names the law behind
/// its form.
@NullMarked
@CheckReturnValue
package jp.frontdesk.forms;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
