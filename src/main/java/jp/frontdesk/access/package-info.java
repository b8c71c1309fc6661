/// Who may do what: the clerks' accounts with their roles, the way in to them, and the sessions of
/// kiosks and clerks, kept as hashes in the database so that they die everywhere at once. Comes in:
/// what somebody typed. Goes out: an [Account], or a refusal that says nothing about which part was
/// wrong. 番号法12条 asks for identification and access control.
@NullMarked
@CheckReturnValue
package jp.frontdesk.access;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
