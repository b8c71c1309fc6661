package jp.frontdesk.reading;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javax.imageio.ImageIO;

/// Writes what the reader sees into a folder: `PAGE-STAGE.png`, and `PAGE-codes.txt` where a page
/// has QR codes.
///
/// @param folder made when it is missing
/// @param page the name of the page being read
record DebugFolder(Path folder, Supplier<String> page) implements Trace {
  @Override
  public void show(String stage, BufferedImage image) {
    try {
      Files.createDirectories(folder);
      if (!ImageIO.write(
          image, "png", folder.resolve(page.get() + "-" + stage + ".png").toFile())) {
        System.err.println("cannot write stage " + stage);
      }
    } catch (IOException full) {
      System.err.println("cannot write stage " + stage);
    }
  }

  @Override
  public void showCodes(List<String> codes) {
    try {
      Files.createDirectories(folder);
      Path _ = Files.write(folder.resolve(page.get() + "-codes.txt"), codes);
    } catch (IOException full) {
      System.err.println("cannot write codes");
    }
  }
}
