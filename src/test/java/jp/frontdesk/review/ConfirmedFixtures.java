package jp.frontdesk.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.frontdesk.cases.CertificateFacts;
import jp.frontdesk.cases.Member;
import jp.frontdesk.cases.MovingInRecord;
import jp.frontdesk.cases.Notifier;
import jp.frontdesk.kernel.Address;
import jp.frontdesk.kernel.CaseId;
import jp.frontdesk.kernel.MunicipalityCode;
import jp.frontdesk.kernel.PersonName;
import jp.frontdesk.kernel.PrintedDate;

/// Confirmed records of invented households, the same at every call. Nobody in them exists; the
/// town is 架空町.
public final class ConfirmedFixtures {
  /// The invented town's code.
  public static final MunicipalityCode TOWN = new MunicipalityCode("999997");

  private static final Instant CONFIRMED_AT = Instant.parse("2026-04-06T01:30:00Z");

  private ConfirmedFixtures() {}

  /// Anything else as a confirmed value, for tests of other packages.
  public static <T> Confirmed<T> confirmed(T value) {
    return Confirmed.of(value, CONFIRMED_AT, "clerk-1", 3);
  }

  /// One adult who lives alone and is insured by the town.
  public static Confirmed<MovingInRecord> single() {
    Member head =
        FixtureMember.of("見本　太郎", "ミホン　タロウ", "平成2年5月3日", "男", "世帯主")
            .domicile("見本県架空市見本町一丁目1番地", "見本　一郎")
            .numbers("10000000013", "123456789018")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    return record(1, "0001", "架空町中央一丁目2番3号", "見本　太郎", List.of(head));
  }

  /// A couple: the husband has an employer's insurance, the wife is of the third pension kind and
  /// has a former name.
  public static Confirmed<MovingInRecord> couple() {
    Member head =
        FixtureMember.of("例示　一夫", "レイジ　カズオ", "昭和49年12月1日", "男", "世帯主")
            .domicile("例示県仮名市例示八丁目8番地", "例示　一夫")
            .numbers("10000000021", "983205673214")
            .insured(FixtureMember.SECOND_PENSION)
            .member();
    Member wife =
        FixtureMember.of("例示　花子", "レイジ　ハナコ", "昭和52年1月31日", "女", "妻")
            .formerName("仮名　花子")
            .domicile("例示県仮名市例示八丁目8番地", "例示　一夫")
            .numbers("10000000030", "023456789013")
            .insured(FixtureMember.THIRD_PENSION)
            .member();
    return record(2, "0002", "架空町本町四丁目5番6号　見本ハイツ203号室", "例示　一夫", List.of(head, wife));
  }

  /// Six people of three generations; more than one sheet holds.
  public static Confirmed<MovingInRecord> familyOfSix() {
    String domicile = "見本県架空市見本町二丁目2番地";
    Member head =
        FixtureMember.of("架空　大介", "カクウ　ダイスケ", "昭和55年7月7日", "男", "世帯主")
            .domicile(domicile, "架空　大介")
            .numbers("10000000048", "123456789000")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    Member wife =
        FixtureMember.of("架空　見本子", "カクウ　ミホコ", "昭和57年2月28日", "女", "妻")
            .domicile(domicile, "架空　大介")
            .numbers("10000000056", "111111111118")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    Member daughter =
        FixtureMember.of("架空　さくら", "カクウ　サクラ", "平成22年4月1日", "女", "子")
            .domicile(domicile, "架空　大介")
            .numbers("10000000064", "222222222225")
            .insured(FixtureMember.CHILD)
            .member();
    Member son =
        FixtureMember.of("架空　太陽", "カクウ　タイヨウ", "令和元年5月1日", "男", "子")
            .domicile(domicile, "架空　大介")
            .numbers("10000000072", "333333333332")
            .insured(FixtureMember.CHILD)
            .member();
    Member mother =
        FixtureMember.of("仮名　ウメ", "カメイ　ウメ", "昭和22年10月10日", "女", "妻の母")
            .domicile("例示県仮名市大字例示999番地", "仮名　松男")
            .numbers("10000000081", "444444444440")
            .insured(FixtureMember.LATE_ELDERLY)
            .member();
    Member grandchild =
        FixtureMember.of("架空　未来", "カクウ　ミライ", "令和8年1月15日", "女", "子の子")
            .domicile(domicile, "架空　大介")
            .numbers("10000000099", "555555555557")
            .insured(FixtureMember.CHILD)
            .member();
    return record(
        3,
        "0003",
        "架空町大字見本1234番地の5",
        "架空　大介",
        List.of(head, wife, daughter, son, mother, grandchild));
  }

  /// A foreign family with long Latin names, aliases 通称 and residence cards.
  public static Confirmed<MovingInRecord> foreignFamily() {
    Member head =
        FixtureMember.of(
                "MIHONSAMPLE EXAMPLESON MAXIMILIAN ALEXANDER BARTHOLOMEW JUNIOR",
                "ミホンサンプル　エグザンプルソン",
                "1985年8月20日",
                "男",
                "世帯主")
            .alias("見本　真楠")
            .foreign("架空共和国", "技術・人文知識・国際業務", "AB12345678CD", "2028年1月19日")
            .numbers("10000000102", "666666666664")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    Member wife =
        FixtureMember.of("ZHANG MIHON　張　見本", "チャン　ミホン", "1988年2月29日", "女", "妻")
            .foreign("見本国", "家族滞在", "EF23456789GH", "2028年1月19日")
            .numbers("10000000111", "777777777771")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    Member child =
        FixtureMember.of(
                "MIHONSAMPLE EXAMPLESON CHRISTOPHER SEBASTIAN NATHANIEL",
                "ミホンサンプル　クリストファー",
                "2019年11月5日",
                "男",
                "子")
            .alias("見本　久里")
            .foreign("架空共和国", "家族滞在", "JK34567890LM", "2028年1月19日")
            .numbers("10000000129", "888888888889")
            .insured(FixtureMember.CHILD)
            .member();
    return record(
        4,
        "0004",
        "架空町港三丁目3番33号　インターナショナル見本レジデンス1201",
        "MIHONSAMPLE EXAMPLESON MAXIMILIAN ALEXANDER BARTHOLOMEW JUNIOR",
        List.of(head, wife, child));
  }

  /// Characters that most fonts lack, with ideographic variation selectors.
  public static Confirmed<MovingInRecord> rareCharacters() {
    Member head =
        FixtureMember.of("髙﨑　𠮷邉", "タカサキ　ヨシベ", "昭和30年3月3日", "男", "世帯主")
            .domicile("見本県葛\uDB40\uDD00飾市𡈽屋町6番地", "邉\uDB40\uDD10見　𠮷松")
            .numbers("10000000137", "999999999996")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    Member sister =
        FixtureMember.of("渡邉\uDB40\uDD10　葛\uDB40\uDD00", "ワタナベ　カズラ", "昭和33年6月6日", "女", "妹")
            .formerName("斉\uDB40\uDD01藤　葛\uDB40\uDD00")
            .domicile("見本県葛\uDB40\uDD00飾市𡈽屋町6番地", "邉\uDB40\uDD10見　𠮷松")
            .numbers("10000000145", "123456789018")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    return record(5, "0005", "架空町辻\uDB40\uDD00𠮷野七丁目7番", "髙﨑　𠮷邉", List.of(head, sister));
  }

  /// Dates nobody knows exactly and one that no calendar has.
  public static Confirmed<MovingInRecord> unknownDates() {
    Member head =
        FixtureMember.of("不明　某", "フメイ　ボウ", "昭和20年頃", "男", "世帯主").domicile("不明", "不明").member();
    Member wife =
        FixtureMember.of("不明　某子", "フメイ　ボウコ", "推定昭和23年8月上旬", "女", "妻（未届）")
            .domicile("なし", "なし")
            .insured(FixtureMember.LATE_ELDERLY)
            .member();
    Member father =
        FixtureMember.of("不明　某翁", "フメイ　ボウオウ", "大正15年12月25日", "男", "父")
            .domicile("不明", "不明")
            .insured(FixtureMember.LATE_ELDERLY)
            .member();
    Member lodger =
        FixtureMember.of("架空　閏", "カクウ　ジュン", "昭和50年2月29日", "女", "同居人")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    return record(6, "0006", "架空町字不詳", "不明　某", List.of(head, wife, father, lodger));
  }

  /// Every value as long as it can get within reason.
  public static Confirmed<MovingInRecord> longestValues() {
    String address =
        "見本県架空郡とても長い名前の架空町大字見本例示仮名字上中下東西南北左右前後一丁目1234番地の5678"
            + "　グランドメゾン架空見本レジデンシャルタワーイーストウイング南館アネックス4012号室見本様方";
    String name = "寿限無寿限無五劫之擦切海砂利水魚　之水行末雲来末風来末食寝処住処藪柑子";
    Member head =
        FixtureMember.of(name, "ジュゲムジュゲムゴコウノスリキレカイジャリスイギョ　ノスイギョウマツウンライマツ", "昭和64年1月7日", "男", "世帯主")
            .formerName("見本" + name)
            .domicile(address, name)
            .numbers("10000000153", "983205673214")
            .insured(FixtureMember.FIRST_PENSION)
            .member();
    Member other =
        FixtureMember.of(
                "WOLFESCHLEGELSTEINHAUSENBERGERDORFF MIHONSAMPLE EXAMPLESON HUBERT BLAINE",
                "ヴォルフェシュレーゲルシュタインハウゼンベルガードルフ　ミホンサンプル",
                "1926年12月31日",
                "女",
                "子（子の妻）の子（子の妻）の子（子の妻）の子（子の妻）")
            .alias(name)
            .foreign("架空民主人民共和国連邦及び見本諸島特別行政区", "高度専門職第一号イ及び特定活動（見本）", "ZZ99999999ZZ", "2099年12月31日")
            .numbers("10000000161", "023456789013")
            .insured(FixtureMember.CHILD)
            .member();
    MovingInRecord longest =
        new MovingInRecord(
            TOWN,
            caseId(7),
            "20260406-99999",
            LocalDate.of(2026, 4, 6),
            date("推定令和8年3月25日頃から3月28日頃までの間"),
            new Address(address),
            new PersonName(name),
            new Address("旧" + address),
            Optional.of(new PersonName(name)),
            date("令和8年3月31日"),
            new CertificateFacts(
                "見本県架空郡とても長い名前の架空町",
                Optional.of("架空町長　" + name),
                Optional.of(date("令和8年3月20日")),
                Optional.of("20260320 架空町 本庁1 プリンタ001 011 1/2")),
            new Notifier(
                new PersonName(name),
                Notifier.Role.PROXY,
                "03-0000-0000（内線0000）昼間のみ",
                Optional.of(new Address(address))),
            List.of(head, other),
            Map.of());
    return confirmed(longest);
  }

  private static Confirmed<MovingInRecord> record(
      int number, String reception, String newAddress, String newHead, List<Member> members) {
    return confirmed(
        new MovingInRecord(
            TOWN,
            caseId(number),
            reception,
            LocalDate.of(2026, 4, 6),
            date("令和8年4月1日"),
            new Address(newAddress),
            new PersonName(newHead),
            new Address("見本県架空市見本町一丁目1番1号"),
            Optional.of(members.getFirst().name()),
            date("令和8年3月31日"),
            new CertificateFacts(
                "見本県架空市",
                Optional.of("架空市長　見本　市子"),
                Optional.of(date("令和8年3月20日")),
                Optional.of("2026032000" + number)),
            new Notifier(
                members.getFirst().name(),
                Notifier.Role.SELF,
                "090-0000-000" + number,
                Optional.empty()),
            members,
            Map.of()));
  }

  private static CaseId caseId(int number) {
    return new CaseId(new UUID(0x0000000000004000L, 0x8000000000000000L | number));
  }

  static PrintedDate date(String text) {
    return PrintedDate.parse(text).orElseThrow();
  }
}
