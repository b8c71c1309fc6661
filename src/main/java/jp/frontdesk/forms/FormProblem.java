package jp.frontdesk.forms;

import java.nio.file.Path;

/// What is wrong in a form's description, for whoever edits it.
///
/// @param line from 1; 0 for the whole file
public record FormProblem(Path file, int line, String message) {
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + message;
  }
}
