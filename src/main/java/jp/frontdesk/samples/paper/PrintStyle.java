package jp.frontdesk.samples.paper;

/// The habits of one town's printing system, the same over a whole certificate.
///
/// @param space what stands between surname and given name: a full-width or a half-width space
/// @param fullWidthDigits whether addresses and pension kinds have full-width digits
/// @param dates how dates look
/// @param firstYearIsGannen whether the first year of an era is 元年 and not 1年
/// @param groupsNumbers whether the individual number is printed in fours
/// @param halfWidthKana whether furigana are half-width
public record PrintStyle(
    String space,
    boolean fullWidthDigits,
    DateStyle dates,
    boolean firstYearIsGannen,
    boolean groupsNumbers,
    boolean halfWidthKana) {}
