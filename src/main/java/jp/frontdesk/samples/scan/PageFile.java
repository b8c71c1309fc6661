package jp.frontdesk.samples.scan;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/// Image file bytes with their resolution inside. The same image always gives the same bytes.
public final class PageFile {
  private PageFile() {}

  /// PNG, 8 bits a channel, grey if there is no colour. Written by hand because ImageIO tries every
  /// row filter, which takes a second a page.
  ///
  /// @param image of type `TYPE_INT_RGB`
  public static byte[] png(BufferedImage image, int dpi) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = pixelsOf(image);
    boolean grey = isGrey(pixels);
    byte[] rows = grey ? greyRows(pixels, width, height) : colourRows(pixels, width, height);
    try {
      var bytes = new ByteArrayOutputStream(1 << 20);
      var out = new DataOutputStream(bytes);
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
      writeChunk(out, "IHDR", ints(width, height, new byte[] {8, (byte) (grey ? 0 : 2), 0, 0, 0}));
      int dotsPerMetre = (int) Math.round(dpi / 0.0254);
      writeChunk(out, "pHYs", ints(dotsPerMetre, dotsPerMetre, new byte[] {1}));
      writeChunk(out, "IDAT", deflated(rows));
      writeChunk(out, "IEND", new byte[0]);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isGrey(int[] pixels) {
    for (int rgb : pixels) {
      if ((rgb & 0xFFFFFF) != (rgb & 255) * 0x010101) {
        return false;
      }
    }
    return true;
  }

  /// Each row behind a zero: filter type 0, the row as it is.
  private static byte[] greyRows(int[] pixels, int width, int height) {
    byte[] rows = new byte[height * (1 + width)];
    int at = 0;
    for (int y = 0; y < height; y++) {
      at++;
      for (int i = y * width; i < (y + 1) * width; i++) {
        rows[at++] = (byte) pixels[i];
      }
    }
    return rows;
  }

  private static byte[] colourRows(int[] pixels, int width, int height) {
    byte[] rows = new byte[height * (1 + 3 * width)];
    int at = 0;
    for (int y = 0; y < height; y++) {
      at++;
      for (int i = y * width; i < (y + 1) * width; i++) {
        int rgb = pixels[i];
        rows[at++] = (byte) (rgb >> 16);
        rows[at++] = (byte) (rgb >> 8);
        rows[at++] = (byte) rgb;
      }
    }
    return rows;
  }

  private static byte[] ints(int first, int second, byte[] rest) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var out = new DataOutputStream(bytes);
    out.writeInt(first);
    out.writeInt(second);
    out.write(rest);
    return bytes.toByteArray();
  }

  private static byte[] deflated(byte[] rows) {
    var out = new ByteArrayOutputStream(1 << 20);
    byte[] buffer = new byte[1 << 16];
    try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
      deflater.setInput(rows);
      deflater.finish();
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    return out.toByteArray();
  }

  private static void writeChunk(DataOutputStream out, String type, byte[] content)
      throws IOException {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(content);
    out.writeInt(content.length);
    out.write(name);
    out.write(content);
    out.writeInt((int) crc.getValue());
  }

  /// JPEG.
  ///
  /// @param qualityPercent 1 to 100
  public static byte[] jpeg(BufferedImage image, int dpi, int qualityPercent) {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    var bytes = new ByteArrayOutputStream(1 << 20);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(qualityPercent / 100f);
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return withDensity(bytes.toByteArray(), dpi);
  }

  /// Sets unit and density of the JFIF header, which the writer puts first.
  private static byte[] withDensity(byte[] jpeg, int dpi) {
    jpeg[13] = 1;
    jpeg[14] = (byte) (dpi >> 8);
    jpeg[15] = (byte) dpi;
    jpeg[16] = (byte) (dpi >> 8);
    jpeg[17] = (byte) dpi;
    return jpeg;
  }

  /// The image's own pixels, `0xRRGGBB` row by row; writing to them changes the image.
  static int[] pixelsOf(BufferedImage image) {
    return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
  }
}
