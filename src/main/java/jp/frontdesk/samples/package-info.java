/// 見本: invents moving-out certificates 転出証明書 and other papers, prints them as page images and keeps
/// the truth of every printed field. In: a seed and a [jp.frontdesk.samples.SampleSpec]. Out: pages
/// and truth, for the kiosk's "try with a sample" shelf, for tests and for benchmarks. Nobody in
/// here is a real person; individual numbers only have check digits that fit.
@NullMarked
@CheckReturnValue
package jp.frontdesk.samples;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
