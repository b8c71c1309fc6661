/// Fees 手数料: what is due by the town's dated fee table, the payable codes for it, and whether it
/// was paid. In come a case and the certificates wished for; out go an invoice, a payment slip, a
/// dynamic code, and exactly one booking of each payment. Called by the pages of kiosk and desk and
/// by the payment poller that the server runs. Law: 地方自治法 227条, 228条 (fees by ordinance), 231条の2の3
/// (指定納付受託者).
@NullMarked
@CheckReturnValue
package jp.frontdesk.fees;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
