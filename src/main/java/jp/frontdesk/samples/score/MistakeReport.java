package jp.frontdesk.samples.score;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/// Writes a page `index.html` that shows every wrong field: its picture cut out at its true place,
/// what is printed and what was read. Unflagged ones come first.
final class MistakeReport {
  private static final int MARGIN_PX = 8;
  private static final int HIGHEST_PX = 64;
  private static final String HEAD =
      """
      <!doctype html><html lang="ja"><meta charset="utf-8"><title>Reading report</title>
      <style>
      body{font:14px/1.4 sans-serif;margin:1.5rem} pre{background:#f4f4f4;padding:1rem;overflow:auto}
      table{border-collapse:collapse} td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:left;vertical-align:middle}
      td img{max-height:64px;max-width:480px;display:block} .unflagged{background:#fdd} .value{font-size:18px}
      </style>
      """;

  private final Path folder;
  private final Path pages;

  /// @param folder where the report goes
  /// @param pages where the page images lie
  MistakeReport(Path folder, Path pages) {
    this.folder = folder;
    this.pages = pages;
  }

  void write(String tables, List<Mistake> mistakes) throws IOException {
    Path crops = Files.createDirectories(folder.resolve("crops"));
    List<Mistake> sorted = new ArrayList<>(mistakes);
    sorted.sort(
        Comparator.comparing(Mistake::isFlagged)
            .thenComparing(Mistake::group)
            .thenComparing(Mistake::path)
            .thenComparing(Mistake::id));
    StringBuilder html = new StringBuilder(HEAD);
    html.append("<h1>Reading report</h1><pre>").append(escaped(tables)).append("</pre>\n");
    html.append("<p>").append(sorted.size()).append(" wrong fields, unflagged ones first.</p>\n");
    html.append("<table><tr><th>picture<th>printed<th>read<th>flagged<th>field<th>paper</tr>\n");
    Optional<OpenPage> open = Optional.empty();
    for (int i = 0; i < sorted.size(); i++) {
      Mistake m = sorted.get(i);
      String picture = "";
      if (m.place().isPresent()) {
        TruthFile.Place place = m.place().get();
        if (open.isEmpty() || !open.get().file().equals(place.file())) {
          open = Optional.of(OpenPage.of(pages, place.file()));
        }
        picture = "<img loading=\"lazy\" src=\"crops/" + i + ".png\" alt=\"\">";
        write(crop(open.get().image(), place), crops.resolve(i + ".png"));
      }
      html.append(row(m, picture));
    }
    Files.writeString(folder.resolve("index.html"), html.append("</table></html>\n"));
  }

  /// The page that was cut last; neighbours in the list are often on one page.
  private record OpenPage(String file, BufferedImage image) {
    static OpenPage of(Path folder, String file) throws IOException {
      return new OpenPage(file, ImageIO.read(folder.resolve(file).toFile()));
    }
  }

  private static String row(Mistake m, String picture) {
    return "<tr class=\"%s\"><td>%s<td class=\"value\">%s<td class=\"value\">%s<td>%s<td>%s<br>%s<td>%s<br>%s, %s, %s</tr>%n"
        .formatted(
            m.isFlagged() ? "flagged" : "unflagged",
            picture,
            m.truth().isEmpty() ? "<i>not on the paper</i>" : escaped(m.truth()),
            m.read().isEmpty() ? "<i>nothing</i>" : escaped(m.read()),
            m.isFlagged() ? "yes" : "<b>no</b>",
            escaped(m.path()),
            escaped(m.group()),
            escaped(m.id()),
            escaped(m.level()),
            escaped(m.layout()),
            escaped(m.font()));
  }

  private static void write(BufferedImage crop, Path file) throws IOException {
    if (!ImageIO.write(crop, "png", file.toFile())) {
      throw new IOException("cannot write " + file.getFileName());
    }
  }

  /// Cuts the field out, turns it upright and makes it small enough for a row.
  private static BufferedImage crop(BufferedImage page, TruthFile.Place place) {
    int x = Math.clamp((int) place.left() - MARGIN_PX, 0, page.getWidth() - 1);
    int y = Math.clamp((int) place.top() - MARGIN_PX, 0, page.getHeight() - 1);
    int width = Math.clamp((int) place.right() + MARGIN_PX - x, 1, page.getWidth() - x);
    int height = Math.clamp((int) place.bottom() + MARGIN_PX - y, 1, page.getHeight() - y);
    boolean turned = place.rotation() % 180 != 0;
    double scale = Math.min(1, HIGHEST_PX * 2.0 / (turned ? width : height));
    int outWidth = (int) Math.max(1, scale * (turned ? height : width));
    int outHeight = (int) Math.max(1, scale * (turned ? width : height));
    BufferedImage out = new BufferedImage(outWidth, outHeight, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = out.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform upright = new AffineTransform();
    upright.translate(outWidth / 2.0, outHeight / 2.0);
    upright.scale(scale, scale);
    upright.rotate(Math.toRadians(-place.rotation()));
    upright.translate(-x - width / 2.0, -y - height / 2.0);
    graphics.drawImage(page, upright, null);
    graphics.dispose();
    return out;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
