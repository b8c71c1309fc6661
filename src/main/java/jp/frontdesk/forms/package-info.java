/// 様式: a confirmed record and a form's description become a filled PDF, ready to sign.
///
/// In: `Confirmed<MovingInRecord>` and the folders `templates/forms` (every town) and a town's own,
/// where a form is a data file `form.yaml`. Out: [jp.frontdesk.forms.FilledForm], bytes that know
/// whose case they are. Called by `server`; `fees` draws its slip with
/// [jp.frontdesk.forms.PdfPaper]. Laws behind the two forms: 住民基本台帳法 第22条, 第27条; 国民健康保険法施行規則 第2条.
///
/// Text is set with embedded subsets of TrueType fonts. PDFBox refuses ideographic variation
/// sequences, so the fonts' tables are read here; PDFBox writes the document.
@NullMarked
@CheckReturnValue
package jp.frontdesk.forms;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
