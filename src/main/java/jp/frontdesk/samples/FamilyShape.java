package jp.frontdesk.samples;

import java.util.ArrayList;
import java.util.List;

/// Who lives together: 続柄, sexes and ages of a household, in the order of the register
/// (住民記録システム標準仕様書 1.1.11 and 5.2).
final class FamilyShape {
  private final Luck luck;

  FamilyShape(Luck luck) {
    this.luck = luck;
  }

  /// One person of the household.
  ///
  /// @param ageYears at the time of the move
  /// @param sharesName whether the surname is the head's
  record Role(String relation, String sex, int ageYears, boolean sharesName) {}

  /// Roles for that many people, the head first.
  List<Role> roles(int count) {
    List<Role> roles = new ArrayList<>();
    boolean threeGenerations = count >= 5 && luck.chance(0.6);
    int headAge =
        count == 1 ? luck.between(18, 92) : luck.between(30, 55) + (threeGenerations ? 20 : 0);
    String headSex = luck.chance(0.65) ? "男" : "女";
    roles.add(new Role("世帯主", headSex, headAge, true));
    if (count > 1 && luck.chance(0.8)) {
      addSpouse(roles, headSex, headAge);
    }
    while (roles.size() < count && !needsOthers(roles, count, threeGenerations)) {
      int age = Math.max(0, headAge - luck.between(22, 34) - 2 * children(roles));
      roles.add(new Role("子", luck.chance(0.5) ? "男" : "女", age, true));
    }
    if (threeGenerations && roles.size() + 2 <= count) {
      addYoungFamily(roles, count, headAge);
    }
    while (roles.size() < count) {
      roles.add(other(roles, headAge, headSex));
    }
    return roles;
  }

  private static int children(List<Role> roles) {
    return (int) roles.stream().filter(r -> r.relation().equals("子")).count();
  }

  private boolean needsOthers(List<Role> roles, int count, boolean threeGenerations) {
    int children = children(roles);
    return (threeGenerations && children >= 1)
        || children >= 3
        || (count >= 3 && luck.chance(0.12));
  }

  private void addSpouse(List<Role> roles, String headSex, int headAge) {
    String sex = headSex.equals("男") ? "女" : "男";
    boolean unregistered = luck.chance(0.08);
    String relation = (sex.equals("女") ? "妻" : "夫") + (unregistered ? "（未届）" : "");
    roles.add(new Role(relation, sex, headAge + luck.between(-6, 6), !unregistered));
  }

  private void addYoungFamily(List<Role> roles, int count, int headAge) {
    Role child = roles.getLast();
    boolean son = child.sex().equals("男");
    roles.add(new Role(son ? "子の妻" : "子の夫", son ? "女" : "男", headAge - 24, true));
    if (roles.size() < count) {
      roles.add(new Role("子の子", luck.chance(0.5) ? "男" : "女", luck.between(0, 12), true));
    }
  }

  private Role other(List<Role> roles, int headAge, String headSex) {
    String mother = headSex.equals("男") ? "妻の母" : "夫の母";
    boolean married =
        roles.stream().anyMatch(r -> r.relation().equals("妻") || r.relation().equals("夫"));
    List<String> relations = new ArrayList<>(List.of("父", "母", "弟", "妹", "兄", "姉", "縁故者", "同居人"));
    if (married) {
      relations.add(mother);
    }
    roles.forEach(r -> relations.remove(r.relation()));
    String relation = luck.pick(relations);
    return switch (relation) {
      case "父" -> new Role(relation, "男", Math.min(headAge + 27, 99), true);
      case "母" -> new Role(relation, "女", Math.min(headAge + 25, 98), true);
      case "妻の母", "夫の母" -> new Role(relation, "女", Math.min(headAge + 26, 99), false);
      case "兄" -> new Role(relation, "男", headAge + 3, true);
      case "姉" -> new Role(relation, "女", headAge + 4, true);
      case "弟" -> new Role(relation, "男", Math.max(headAge - 3, 0), true);
      case "妹" -> new Role(relation, "女", Math.max(headAge - 5, 0), true);
      default -> new Role(relation, luck.chance(0.5) ? "男" : "女", luck.between(20, 70), false);
    };
  }
}
