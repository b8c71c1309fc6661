package jp.frontdesk.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import jp.frontdesk.samples.Shelf;

/// The invented certificates that a visitor may try instead of a paper, listed once at start. Only
/// files that the list names are ever served.
///
/// @param samples in the order of the shelf; empty when there is no shelf
record SampleShelf(Path folder, List<Shelf.Item> samples) {
  SampleShelf {
    samples = List.copyOf(samples);
  }

  /// The shelf of a folder; an empty one when the folder has no list.
  static SampleShelf load(Path folder) {
    if (!Files.exists(folder.resolve(Shelf.INDEX_FILE))) {
      return new SampleShelf(folder, List.of());
    }
    try {
      return new SampleShelf(folder, Shelf.read(folder));
    } catch (IOException broken) {
      throw new UncheckedIOException(folder + " cannot be read", broken);
    }
  }

  /// The sample of that name.
  Optional<Shelf.Item> find(String id) {
    return samples.stream().filter(s -> s.id().equals(id)).findFirst();
  }

  /// The bytes of one page of a sample, pages from 0.
  byte[] read(Shelf.Item sample, int page) {
    try {
      return Files.readAllBytes(folder.resolve(sample.files().get(page)));
    } catch (IOException gone) {
      throw new UncheckedIOException("a sample's page is gone", gone);
    }
  }
}
