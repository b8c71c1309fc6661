package jp.frontdesk.forms;

import java.util.List;
import java.util.function.Function;

/// A value that a form's description may ask for by name.
///
/// @param name e.g. `member.birth_date`
/// @param title what people call it, for the continuation sheet 別紙
/// @param codes the choices of a [FormValue.Kind#CHOICE], else empty
/// @param isOfMember known only inside rows
record ValuePath(
    String name,
    String title,
    FormValue.Kind kind,
    List<String> codes,
    boolean isOfMember,
    Function<FormScope, FormValue> lookup) {
  ValuePath {
    codes = List.copyOf(codes);
  }
}
