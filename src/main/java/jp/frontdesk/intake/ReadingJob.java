package jp.frontdesk.intake;

import java.util.UUID;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;

/// A file leased for reading.
///
/// @param token fences off whoever held the lease before: only its holder can finish the job
/// @param attempts how often it was leased, this time included
public record ReadingJob(
    MunicipalityCode town, CaseId caseId, UUID sheetId, UUID token, int attempts) {}
