/// A stand-in for the outside world of payments, as a real HTTP server of its own: a provider of QR
/// codes, a collection agent for slips, and the payment app on a resident's telephone. It keeps
/// what was charged in a journal, so that killing it loses no payment, and can be told to
/// misbehave. It shares only code rules, contracts and the signature with the desk.
@NullMarked
@CheckReturnValue
package jp.frontdesk.fees.simulator;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
