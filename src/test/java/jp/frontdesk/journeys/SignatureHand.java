package jp.frontdesk.journeys;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/// A hand with a mouse that writes 山本, of nobody, into the box to sign in.
final class SignatureHand {
  private static final double[][][] STROKES = {
    {{0.25, 0.2}, {0.25, 0.75}},
    {{0.15, 0.4}, {0.15, 0.75}, {0.35, 0.75}},
    {{0.35, 0.4}, {0.35, 0.78}},
    {{0.5, 0.38}, {0.8, 0.36}},
    {{0.65, 0.15}, {0.65, 0.85}},
    {{0.64, 0.38}, {0.58, 0.55}, {0.5, 0.68}},
    {{0.66, 0.38}, {0.72, 0.55}, {0.82, 0.68}},
    {{0.59, 0.66}, {0.71, 0.66}}
  };

  private SignatureHand() {}

  static void write(Page page) {
    page.locator("canvas").scrollIntoViewIfNeeded();
    BoundingBox box = page.locator("canvas").boundingBox();
    for (double[][] stroke : STROKES) {
      page.mouse().move(box.x + stroke[0][0] * box.width, box.y + stroke[0][1] * box.height);
      page.mouse().down();
      for (double[] point : stroke) {
        page.mouse()
            .move(
                box.x + point[0] * box.width,
                box.y + point[1] * box.height,
                new Mouse.MoveOptions().setSteps(8));
      }
      page.mouse().up();
    }
  }
}
