/// 住民記録連携: a confirmed record goes in, a provisional entry 仮登録 in the town's resident registry
/// comes out (住民記録システム標準仕様書 4.0.8: provisional until a clerk of the registry approves it).
///
/// The way: [OutboxStore] takes the sealed record in the transaction that confirms the case;
/// [RegistryDispatcher] leases it, hands it to a [RegistryConnector] and tells an [OutcomeListener]
/// what the registry said, in the transaction that settles the row. Nothing is sent inside a
/// transaction. Sending may be repeated; the effect is not: every record has a key
/// `town:case:version`, and whatever may have been sent before is read back by that key first.
///
/// [RegistrySimulatorCommand] is a registry to work against, with faults that can be switched on.
@NullMarked
@CheckReturnValue
package jp.frontdesk.registry;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
