/// 読取: a page image becomes an upright page, its printed cells and typed fields with confidence,
/// reasons and image crops. What comes in is one file's bytes, or the pages of one certificate;
/// what goes out is [PageReading] a page and [CertificateReading] a certificate. Nothing here knows
/// a case, a database or a key: the native engine runs in reader processes ([ReaderPool]) that have
/// none of these. The paper is the moving-out certificate 転出証明書 (住民基本台帳法施行令 第23条, 第24条).
@NullMarked
@CheckReturnValue
package jp.frontdesk.reading;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
