package jp.frontdesk.cases;

import jp.frontdesk.kernel.CaseId;

/// One line of the history of all cases.
public record CaseMove(CaseId caseId, HistoryEntry entry) {}
