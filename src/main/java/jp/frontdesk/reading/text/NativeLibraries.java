package jp.frontdesk.reading.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Tesseract and Leptonica from the class path: unpacked once into a cache folder and opened from
/// there in the order of their needs, so that no system package and no library path is used.
final class NativeLibraries {
  private static final String LEPTONICA = "org/bytedeco/leptonica/linux-x86_64/";
  private static final String TESSERACT = "org/bytedeco/tesseract/linux-x86_64/";
  private static final List<String> IN_ORDER =
      List.of(
          LEPTONICA + "libgomp.so.1",
          LEPTONICA + "libleptonica.so.6",
          TESSERACT + "libtesseract.so.5.5");

  private NativeLibraries() {}

  /// The functions of Tesseract; loads the libraries at the first call of the process.
  ///
  /// @param cache a writable folder, or one that another process filled before
  @SuppressWarnings("restricted") // loading native code is what this class is for
  static SymbolLookup tesseract(Path cache) {
    SymbolLookup last = SymbolLookup.loaderLookup();
    for (String resource : IN_ORDER) {
      last = SymbolLookup.libraryLookup(unpacked(resource, cache), Arena.global());
    }
    return last;
  }

  /// Unpacks all libraries without opening one, for a parent whose children see the folder
  /// read-only.
  static void unpackAll(Path cache) {
    for (String resource : IN_ORDER) {
      Path _ = unpacked(resource, cache);
    }
  }

  private static Path unpacked(String resource, Path cache) {
    Path target = cache.resolve(resource.substring(resource.lastIndexOf('/') + 1));
    ClassLoader loader = NativeLibraries.class.getClassLoader();
    try (InputStream in = loader.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      if (Files.exists(target) && Files.size(target) == in.available()) {
        return target;
      }
      Files.createDirectories(cache);
      Path part = Files.createTempFile(cache, "unpack", ".part");
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return target;
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot unpack " + resource + " to " + cache, unwritable);
    }
  }
}
