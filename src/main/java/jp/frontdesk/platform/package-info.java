/// The technical floor every step stands on: the database and its embedded server, migrations,
/// sealed storage, worker threads, pages and errors, health, metrics, logs and a clean stop.
///
/// Nothing here knows what a certificate is. Callers hand in work; what goes out is rows, sealed
/// bytes and responses. Personal data never reaches a log, an exception message or a metric here
/// (番号法 第12条, 第20条: safe handling of the individual number).
@NullMarked
@CheckReturnValue
package jp.frontdesk.platform;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
