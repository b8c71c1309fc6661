/// Paper 紙: a PDF in the making, millimetre by millimetre, with embedded subsets of the fonts.
///
/// [jp.frontdesk.paper.PaperFonts] finds the glyph of every character and its variation selector,
/// [jp.frontdesk.paper.TextFitter] fits a text into a box, [jp.frontdesk.paper.PdfPaper] writes the
/// document. PDFBox refuses ideographic variation sequences, so the fonts' tables are read here.
/// Knows nothing of cases: guides, forms and slips are drawn with it.
@NullMarked
@CheckReturnValue
package jp.frontdesk.paper;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
