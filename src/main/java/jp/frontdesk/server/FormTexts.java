package jp.frontdesk.server;

import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.frontdesk.kernel.FieldPath;
import jp.frontdesk.review.Answers;

/// What a posted form of values says, in the words of the draft.
///
/// @param version of the draft the person saw; -1 when the form lacks it
/// @param texts the values that were sent, by path
/// @param looked doubtful values marked as looked at
/// @param staying places of members who do not move
/// @param isPick whether a candidate was pressed without JavaScript, so that the page is shown
///   again
record FormTexts(
    int version,
    Map<FieldPath, String> texts,
    Set<FieldPath> looked,
    List<Integer> staying,
    boolean isPick) {
  FormTexts {
    texts = Map.copyOf(texts);
    looked = Set.copyOf(looked);
    staying = List.copyOf(staying);
  }

  private static final int LONGEST = 300;

  static FormTexts of(RoutingContext ctx) {
    Map<FieldPath, String> texts = new HashMap<>();
    ctx.request()
        .formAttributes()
        .forEach((name, value) ->
            FieldPath.parse(name).ifPresent(path -> texts.put(path, clean(value))));
    String pick = text(ctx, "pick");
    int equals = pick.indexOf('=');
    Optional<FieldPath> picked =
        equals > 0 ? FieldPath.parse(pick.substring(0, equals)) : Optional.empty();
    picked.ifPresent(path -> texts.put(path, clean(pick.substring(equals + 1))));
    Set<FieldPath> looked = new HashSet<>();
    ctx.request()
        .formAttributes()
        .getAll("ok")
        .forEach(path -> FieldPath.parse(path).ifPresent(looked::add));
    picked.ifPresent(looked::add);
    List<Integer> staying =
        ctx.request().formAttributes().getAll("stays").stream()
            .filter(s -> s.matches("\\d{1,2}"))
            .map(Integer::valueOf)
            .distinct()
            .toList();
    return new FormTexts(number(ctx, "version"), texts, looked, staying, picked.isPresent());
  }

  /// A form value without line breaks and control characters, at most 300 characters; empty when it
  /// was not sent.
  static String text(RoutingContext ctx, String name) {
    return clean(Optional.ofNullable(ctx.request().getFormAttribute(name)).orElse(""));
  }

  /// A part of the address, empty text when the address has no such part.
  static String pathPart(RoutingContext ctx, String name) {
    return Optional.ofNullable(ctx.pathParam(name)).orElse("");
  }

  /// The address that was asked for, without its query.
  static String pathOf(RoutingContext ctx) {
    return Optional.ofNullable(ctx.request().path()).orElse("/");
  }

  /// A whole number, -1 when it is none.
  static int number(RoutingContext ctx, String name) {
    String text = text(ctx, name);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
  }

  private static String clean(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST
        ? line
        : line.substring(
            0,
            line.offsetByCodePoints(0, Math.min(LONGEST, line.codePointCount(0, line.length()))));
  }

  /// The answers as a clerk's form has them; what it does not send stays as it was.
  static Answers answers(RoutingContext ctx, Answers before) {
    return new Answers(
        sent(ctx, "postcode", before.postcode()),
        sent(ctx, "new_address", before.newAddress()),
        sent(ctx, "moved_on", before.movedOn()),
        sent(ctx, "new_head", before.newHead()),
        sent(ctx, "phone", before.phone()),
        DeskViews.roleOf(sent(ctx, "notifier_role", before.notifierRole())),
        sent(ctx, "notifier_name", before.notifierName()),
        sent(ctx, "notifier_address", before.notifierAddress()),
        before.staying(),
        before.wishes(),
        before.procedures());
  }

  private static String sent(RoutingContext ctx, String name, String before) {
    return ctx.request().formAttributes().contains("answers." + name)
        ? text(ctx, "answers." + name)
        : before;
  }
}
