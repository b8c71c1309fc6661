/// Payable codes as pure values: the 44 digits of 料金代理収納, their bars, QR modules, and drawings in
/// exact millimetres. Called by `fees` for slips and pages and by the payment simulator; knows no
/// database, no network and no town. Sources of the rules: the GS1-128 標準料金代理収納 practice, JIS X
/// 0504 (Code 128), JIS X 0510 (QR).
@NullMarked
@CheckReturnValue
package jp.frontdesk.fees.code;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
