package jp.frontdesk.intake;

import java.util.Optional;
import jp.frontdesk.cases.CaseFile;
import jp.frontdesk.kernel.Problem;

/// Takes in one file from a kiosk: checks it, seals it, stores it and queues it for reading, all or
/// nothing.
public final class Intake {
  /// The largest file taken in, in bytes; the reader's own limit is the same.
  public static final int MAX_BYTES = 12 * 1024 * 1024;

  /// The most files one case may hold.
  public static final int MAX_FILES = 10;

  /// What became of a file.
  public sealed interface Outcome {
    /// Stored; it will be read.
    record Stored(Sheet sheet) implements Outcome {}

    /// This very file is already in the case; nothing was stored again.
    record AlreadyHere() implements Outcome {}

    /// Not taken in.
    record Refused(Problem problem) implements Outcome {}
  }

  private final SheetStore sheets;

  /// Works on the given store.
  public Intake(SheetStore sheets) {
    this.sheets = sheets;
  }

  /// Takes in one file for a case whose pages are still being collected.
  public Outcome takeIn(CaseFile file, byte[] content) {
    Optional<Problem> problem = findProblem(content);
    if (problem.isPresent()) {
      return new Outcome.Refused(problem.get());
    }
    FileType type = FileType.of(content).orElseThrow();
    return sheets.storeSheet(file, type.mediaType(), content, MAX_FILES);
  }

  private static Optional<Problem> findProblem(byte[] content) {
    if (content.length == 0) {
      return Optional.of(problem("empty_file", "ファイルの中身がありません。もう一度、証明書を読み取ってください。"));
    }
    if (content.length > MAX_BYTES) {
      return Optional.of(problem("file_too_large", "ファイルが大きすぎます（12MBまで）。細かさを下げて、もう一度読み取ってください。"));
    }
    if (FileType.of(content).isEmpty()) {
      return Optional.of(
          problem("not_an_image", "画像でもPDFでもないファイルです。証明書の写真（JPEG・PNG）、TIFF、PDFのどれかを使ってください。"));
    }
    return Optional.empty();
  }

  private static Problem problem(String code, String message) {
    return new Problem("files", code, message);
  }
}
