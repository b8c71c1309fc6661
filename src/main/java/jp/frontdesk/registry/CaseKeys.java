package jp.frontdesk.registry;

import io.vertx.sqlclient.SqlConnection;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.platform.CaseKey;

/// Where the dispatcher gets the key that opens a sealed record; the server reads it from the case.
@FunctionalInterface
public interface CaseKeys {
  /// The key of a case, inside a transaction as that town. Throws when the case or its key is gone.
  CaseKey openKey(SqlConnection connection, MunicipalityCode town, CaseId caseId);
}
