package jp.frontdesk.reading;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.reading.page.Gray;
import jp.frontdesk.reading.page.UprightPage;

/// The pictures people see beside the values: the upright page as JPEG, each field's surroundings
/// as PNG.
final class PageImaging {
  private static final float JPEG_QUALITY = 0.8f;
  private static final int CROP_MAX_WIDTH_PX = 1400;

  private PageImaging() {}

  static PageImages of(ReadingThreads threads, UprightPage page, PageReading reading) {
    List<Supplier<byte[]>> work = new ArrayList<>();
    work.add(() -> jpeg(page.picture().toImage()));
    reading.fields().forEach(f -> work.add(() -> crop(page, f.box())));
    List<byte[]> pictures = threads.each(work, Supplier::get);
    Map<FieldPath, byte[]> crops = new HashMap<>();
    for (int i = 0; i < reading.fields().size(); i++) {
      crops.put(reading.fields().get(i).path(), pictures.get(i + 1));
    }
    return new PageImages(pictures.getFirst(), "image/jpeg", crops);
  }

  /// Half a line of surroundings on each side, drawn from the given pixels.
  private static byte[] crop(UprightPage page, Box box) {
    int margin = Math.max(6, Math.min(box.height(), 40) / 2);
    double left = Math.max(0, box.x() - margin);
    double top = Math.max(0, box.y() - margin);
    double right = Math.min(page.picture().width(), box.right() + margin);
    double bottom = Math.min(page.picture().height(), box.bottom() + margin);
    double finest = 1 / Math.max(1, page.map().scale());
    double step = Math.max((right - left) / CROP_MAX_WIDTH_PX, finest);
    int width = Math.max(1, (int) ((right - left) / step));
    int height = Math.max(1, (int) ((bottom - top) / step));
    Gray crop = page.map().draw(page.source(), left, top, step, width, height);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      if (!ImageIO.write(crop.toImage(), "png", out)) {
        throw new IllegalStateException("no PNG writer");
      }
      return out.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static byte[] jpeg(BufferedImage image) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(JPEG_QUALITY);
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), settings);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
