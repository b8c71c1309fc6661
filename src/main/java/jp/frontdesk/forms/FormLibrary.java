package jp.frontdesk.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The forms of a town: those every town has, some in the town's own version.
public final class FormLibrary {
  private final List<FormTemplate> forms;
  private final List<FormProblem> problems;

  private FormLibrary(List<FormTemplate> forms, List<FormProblem> problems) {
    this.forms = List.copyOf(forms);
    this.problems = List.copyOf(problems);
  }

  /// Reads and checks every `forms/<form>/form.yaml`. A form of the town replaces the general one
  /// of that name as a whole.
  ///
  /// @param templates holds the folder `forms`; must exist
  /// @param townOverrides the town's own folder, which may hold a folder `forms` or not exist
  public static FormLibrary load(Path templates, Path townOverrides) {
    List<FormProblem> problems = new ArrayList<>();
    TreeMap<String, Path> files = new TreeMap<>();
    if (!Files.isDirectory(templates.resolve("forms"))) {
      problems.add(new FormProblem(templates.resolve("forms"), 0, "the folder is missing"));
    }
    for (Path folder : List.of(templates, townOverrides)) {
      for (Path form : foldersIn(folder.resolve("forms"))) {
        files.put(String.valueOf(form.getFileName()), form.resolve("form.yaml"));
      }
    }
    List<FormTemplate> forms = new ArrayList<>();
    files.forEach((id, file) -> new FormReader(file, problems).read(id).ifPresent(forms::add));
    return new FormLibrary(forms, problems);
  }

  /// The sound forms, by their names.
  public List<FormTemplate> forms() {
    return forms;
  }

  /// Everything wrong in any form, with file and line; empty when all is well.
  public List<FormProblem> problems() {
    return problems;
  }

  /// A form by its name, e.g. `health_insurance_enrolment`.
  public Optional<FormTemplate> find(String id) {
    return forms.stream().filter(form -> form.id().equals(id)).findFirst();
  }

  private static List<Path> foldersIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> found = Files.list(folder)) {
      return found.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
