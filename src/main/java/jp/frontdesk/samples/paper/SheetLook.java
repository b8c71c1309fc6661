package jp.frontdesk.samples.paper;

import java.awt.Color;
import java.util.List;

/// How one certificate's sheets look besides their words.
///
/// @param dpi resolution of the page images
/// @param skewDegrees clockwise, one value for each page; pages beyond the list lie straight
/// @param wording which of a label's wordings this town uses
/// @param title the paper's name, e.g. 転出証明書
/// @param marks words stamped at the top left, e.g. 再交付
/// @param guardWord the copy-guard word that became visible, e.g. 複写; empty for none
/// @param guardInk its colour
/// @param shadedLabels whether label cells are grey
/// @param ruleMm width of the ruled lines
/// @param sealText the words of the seal, e.g. 架空町長之印
/// @param sealInk red, or black for an electronic seal
/// @param sealShiftMm how far the seal is pushed to the left, over the mayor's name
public record SheetLook(
    int dpi,
    List<Double> skewDegrees,
    int wording,
    String title,
    List<String> marks,
    String guardWord,
    Color guardInk,
    boolean shadedLabels,
    double ruleMm,
    String sealText,
    Color sealInk,
    double sealShiftMm) {
  public SheetLook {
    skewDegrees = List.copyOf(skewDegrees);
    marks = List.copyOf(marks);
  }

  double skewOf(int pageIndex) {
    return pageIndex < skewDegrees.size() ? skewDegrees.get(pageIndex) : 0;
  }
}
