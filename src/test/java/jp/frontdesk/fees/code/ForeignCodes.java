package jp.frontdesk.fees.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

/// Programs that share no code with ours: two decoders (zbar, zxing-wasm), an encoder (zint), a
/// renderer (poppler) and a browser. Each is called once for many codes where it can be.
public final class ForeignCodes {
  private static final Path ZXING = Path.of(".frontdesk/node/node_modules/zxing-wasm");

  private final Path folder;

  /// @param folder for files in between
  public ForeignCodes(Path folder) {
    this.folder = folder;
  }

  /// What a decoder found.
  ///
  /// @param picture its number from 0
  /// @param identifier ISO/IEC 15424, e.g. `]C1` for GS1-128
  public record Found(int picture, String identifier, String text) {}

  /// The first page of a PDF in grey, as a printer of that resolution would set its dots.
  public BufferedImage render(byte[] pdf, int dpi) throws IOException, InterruptedException {
    Path file = Files.write(folder.resolve("paper.pdf"), pdf);
    Path picture = folder.resolve("paper");
    assertThat(
            run(
                "pdftoppm",
                "-r",
                "" + dpi,
                "-gray",
                "-png",
                "-singlefile",
                file + "",
                picture + ""))
        .isEmpty();
    return ImageIO.read(Path.of(picture + ".png").toFile());
  }

  /// A page as Chromium shows it.
  ///
  /// @param html its text
  public BufferedImage browse(String html) throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    Path picture = folder.resolve("page.png");
    String _ =
        run(
            "chromium",
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--user-data-dir=" + folder.resolve("browser"),
            "--window-size=1000,900",
            "--force-device-scale-factor=2",
            "--screenshot=" + picture,
            page.toUri().toString());
    return ImageIO.read(picture.toFile());
  }

  /// What zxing-wasm reads; skips the test, loudly, where it could not be fetched.
  public List<Found> zxing(List<BufferedImage> pictures) throws IOException, InterruptedException {
    int status = new ProcessBuilder("scripts/fetch-decoders").inheritIO().start().waitFor();
    assumeTrue(status != 3, "zxing-wasm could not be fetched: NOT READ BACK BY IT");
    List<String> command =
        new ArrayList<>(
            List.of("node", "src/test/resources/decoders/zxing-wasm.mjs", ZXING.toString()));
    command.addAll(filesOf(pictures));
    return run(command.toArray(String[]::new))
        .lines()
        .map(line -> line.split("\t", 4))
        .map(parts -> new Found(Integer.parseInt(parts[0]), parts[2], parts[3]))
        .toList();
  }

  /// The texts zbar reads in each picture; it does not tell GS1-128 from plain Code 128.
  public List<List<String>> zbar(List<BufferedImage> pictures)
      throws IOException, InterruptedException {
    List<List<String>> found = new ArrayList<>();
    for (String file : filesOf(pictures)) {
      found.add(run("zbarimg", "-q", "--raw", file).lines().toList());
    }
    return found;
  }

  /// The modules that zint draws for each text, row by row from the top, 1 for black.
  ///
  /// @param options e.g. the kind of code
  public List<String> zint(List<String> texts, String... options)
      throws IOException, InterruptedException {
    Path input = Files.write(folder.resolve("zint.txt"), texts);
    List<String> command = new ArrayList<>(List.of("zint", "--batch", "--dump", "-i", input + ""));
    command.addAll(List.of(options));
    return run(command.toArray(String[]::new)).lines().map(ForeignCodes::bits).toList();
  }

  private static String bits(String hexDump) {
    StringBuilder bits = new StringBuilder();
    for (char digit : hexDump.replace(" ", "").toCharArray()) {
      bits.append("%4s".formatted(Integer.toBinaryString(Character.digit(digit, 16))));
    }
    return bits.toString().replace(' ', '0');
  }

  private List<String> filesOf(List<BufferedImage> pictures) throws IOException {
    List<String> files = new ArrayList<>();
    for (BufferedImage picture : pictures) {
      Path file = folder.resolve("picture-" + files.size() + ".png");
      assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
      files.add(file.toString());
    }
    return files;
  }

  private String run(String... command) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    byte[] output = process.getInputStream().readAllBytes();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue())
        .as("%s: %s", List.of(command), Files.readString(errors))
        .isZero();
    return new String(output, StandardCharsets.UTF_8);
  }
}
