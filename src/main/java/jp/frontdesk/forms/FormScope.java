package jp.frontdesk.forms;

import java.util.Optional;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;

/// Where a path is looked up: the record, and within a row the member it is about.
///
/// @param member empty outside rows and in rows nobody fills
/// @param memberNumber from 1, in the order of the form; 0 without a member
/// @param page from 1
/// @param pages how many in all
record FormScope(
    MovingInRecord record,
    FormContext context,
    Optional<Member> member,
    int memberNumber,
    int page,
    int pages) {
  FormScope ofMember(Member one, int number) {
    return new FormScope(record, context, Optional.of(one), number, page, pages);
  }

  FormScope ofEmptyRow() {
    return new FormScope(record, context, Optional.empty(), 0, page, pages);
  }
}
