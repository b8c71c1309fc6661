package jp.frontdesk.intake;

import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// One file as it arrived, without its content.
///
/// @param position its place in the case, from 1
/// @param state how far its reading is
public record Sheet(
    MunicipalityCode town, CaseId caseId, UUID id, int position, String mediaType, State state) {
  /// How far the reading of a file is.
  public enum State {
    /// Waits for a reader.
    QUEUED,
    /// A reader has it.
    LEASED,
    /// Read.
    DONE,
    /// No reader could read it.
    FAILED;

    /// Whether the reader is done with it, for better or worse.
    public boolean isEnded() {
      return this == DONE || this == FAILED;
    }
  }
}
