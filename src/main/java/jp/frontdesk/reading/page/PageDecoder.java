package jp.frontdesk.reading.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import jp.frontdesk.reading.Warnings;

/// Checks a file before any pixel is decoded and opens it: kind by its first bytes, then bytes,
/// pixels and pages against [PageLimits].
public final class PageDecoder {
  static {
    ImageIO.setUseCache(false);
  }

  private PageDecoder() {}

  /// Opens a file, or says why not.
  public static Decoded open(byte[] file) {
    if (file.length == 0) {
      return new Decoded.Refused(Warnings.EMPTY_FILE);
    }
    if (file.length > PageLimits.MAX_BYTES) {
      return new Decoded.Refused(Warnings.FILE_TOO_LARGE);
    }
    return FileKind.of(file)
        .map(kind ->
            switch (kind) {
              case PNG, JPEG, TIFF -> openImage(file, kind);
              case PDF -> PdfPages.open(file);
            })
        .orElseGet(() -> new Decoded.Refused(Warnings.NOT_AN_IMAGE));
  }

  private static Decoded openImage(byte[] file, FileKind kind) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(kind.name());
    if (!readers.hasNext()) {
      return new Decoded.Refused(Warnings.NOT_AN_IMAGE);
    }
    ImageReader reader = readers.next();
    try {
      ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file));
      reader.setInput(in, false, true);
      int pages = kind == FileKind.TIFF ? reader.getNumImages(true) : 1;
      if (pages < 1) {
        return damaged(reader);
      }
      if (pages > PageLimits.MAX_PAGES) {
        reader.dispose();
        return new Decoded.Refused(Warnings.TOO_MANY_PAGES);
      }
      for (int i = 0; i < pages; i++) {
        if ((long) reader.getWidth(i) * reader.getHeight(i) > PageLimits.MAX_PIXELS) {
          reader.dispose();
          return new Decoded.Refused(Warnings.IMAGE_TOO_LARGE);
        }
      }
      return new Decoded.Pages(new ImagePages(reader, pages));
    } catch (IOException | RuntimeException broken) {
      return damaged(reader);
    }
  }

  private static Decoded damaged(ImageReader reader) {
    reader.dispose();
    return new Decoded.Refused(Warnings.DAMAGED_FILE);
  }

  /// Pages of an image file.
  private record ImagePages(ImageReader reader, int count) implements PageSource {
    @Override
    public Gray page(int index) throws IOException {
      AtomicBoolean warned = new AtomicBoolean();
      reader.addIIOReadWarningListener((source, warning) -> warned.set(true));
      try {
        BufferedImage image = reader.read(index);
        if (warned.get()) {
          throw new IOException("the image ends early");
        }
        return Grays.of(image);
      } catch (RuntimeException broken) {
        throw new IOException("the image cannot be decoded", broken);
      } finally {
        reader.removeAllIIOReadWarningListeners();
      }
    }

    @Override
    public void close() {
      reader.dispose();
    }
  }
}
