/// 確認: the resident answers what the paper lacks, a clerk corrects, confirms, sends back or
/// rejects.
///
/// In: the certificate as read. Out: a [Confirmed] record, the only thing that forms, fees and the
/// registry accept.
@NullMarked
@CheckReturnValue
package jp.frontdesk.review;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
