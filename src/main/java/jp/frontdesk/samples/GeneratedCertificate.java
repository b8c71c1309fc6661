package jp.frontdesk.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.samples.PrintedValues.Printed;

/// A generated paper: its pages as image files and the truth about every printed field.
///
/// @param layout name of the layout
/// @param font name of the font
/// @param hasGuard whether copy-guard words are visible
/// @param pages in order, at least one
/// @param fields what is printed and should be read, in reading order; empty for a wrong paper
/// @param blankCells fields that the form must have but that were left blank
public record GeneratedCertificate(
    PaperKind kind,
    String layout,
    String font,
    ScanLevel level,
    boolean hasGuard,
    boolean isForeign,
    int members,
    List<GeneratedPage> pages,
    Map<FieldPath, Printed> fields,
    Set<FieldPath> blankCells) {
  public GeneratedCertificate {
    pages = List.copyOf(pages);
    fields = new LinkedHashMap<>(fields);
    blankCells = Set.copyOf(blankCells);
  }

  /// The value as printed, if the field is on the paper.
  public Optional<String> value(FieldPath path) {
    return Optional.ofNullable(fields.get(path)).map(Printed::value);
  }

  /// The value as printed, by path, e.g. `members[0].name`.
  ///
  /// @throws IllegalArgumentException when the paper has no such field
  public String getValue(String path) {
    return FieldPath.parse(path)
        .flatMap(this::value)
        .orElseThrow(() -> new IllegalArgumentException("not on the paper: " + path));
  }

  /// The file name of a page of the certificate with that id.
  public String fileName(String id, int pageIndex) {
    return id + "-p" + (pageIndex + 1) + "." + pages.get(pageIndex).extension();
  }

  /// Writes the pages and `ID.truth.json` into an existing folder.
  ///
  /// @return the page files in order
  public List<Path> write(Path folder, String id) throws IOException {
    Files.writeString(folder.resolve(id + ".truth.json"), TruthJson.of(this, id));
    return writePages(folder, id);
  }

  /// Writes the pages alone.
  public List<Path> writePages(Path folder, String id) throws IOException {
    Path[] files = new Path[pages.size()];
    for (int i = 0; i < files.length; i++) {
      files[i] = folder.resolve(fileName(id, i));
      Files.write(files[i], pages.get(i).bytes());
    }
    return List.of(files);
  }
}
