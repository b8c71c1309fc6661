package jp.frontdesk.samples;

import java.time.LocalDate;
import java.util.List;

/// Everything one certificate says: who moves, from where to where, who certifies it.
///
/// @param issuer the town before 長, e.g. 架空町
/// @param mayor the mayor's name
/// @param issuedOn day of issue
/// @param number 証明書番号, digits
/// @param movesOn 転出予定年月日
/// @param notifiedOn 届出年月日
/// @param members in the order of the paper, 1 to 8
public record SampleHousehold(
    String issuer,
    String mayor,
    LocalDate issuedOn,
    String number,
    LocalDate movesOn,
    LocalDate notifiedOn,
    String oldAddress,
    String newAddress,
    String oldHouseholder,
    String newHouseholder,
    List<SamplePerson> members) {
  public SampleHousehold {
    members = List.copyOf(members);
    if (members.isEmpty() || members.size() > 8) {
      throw new IllegalArgumentException("one to eight members, not " + members.size());
    }
  }
}
