/// The daily close 日締め. In come the files of agent and provider in formats that a town configures,
/// and the cash that was counted; out go three piles (matched, ours only, theirs only), the words
/// of the clerk who cleared what did not fit, and for each closed day the file for accounting. What
/// is booked is booked by {@link jp.frontdesk.fees.SettlementBook}. Called by the desk's page of
/// the close. Law: 地方自治法 231条の2の3 (指定納付受託者), 235条の4 (cash of a town).
@NullMarked
@CheckReturnValue
package jp.frontdesk.fees.settlement;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
