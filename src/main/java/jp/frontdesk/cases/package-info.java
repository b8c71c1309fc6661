/// The case 受付案件 that travels through the desk: its status, the one table of moves, and what
/// happened to it.
///
/// In: a purpose and a town. Out: a case with a version. Every move writes a `case_event` in the
/// same transaction.
@NullMarked
@CheckReturnValue
package jp.frontdesk.cases;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
