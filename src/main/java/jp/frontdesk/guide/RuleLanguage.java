package jp.frontdesk.guide;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The language of conditions: CEL (Common Expression Language) over a household. It has no loops
/// and no side effects, always ends, and is checked for names and types before it ever runs:
///
/// - `members`: a list; each has `age` and `grade` (-1 where the birth date is unknown), `is_head`,
///   `is_foreign`, `health`, `late_elderly`, `care`, `pension` (0 to 3), `child_allowance`
/// - `same_prefecture`
/// - `answers.<question>`: `'yes'` or `'no'`
/// - in `for` conditions also `m`, the member
final class RuleLanguage {
  private static final Pattern ANSWER = Pattern.compile("\\banswers\\.([a-z0-9_]+)");
  private static final StructType MEMBER = memberType();
  private static final CelCompiler HOUSEHOLD = compiler().build();
  private static final CelCompiler PERSON = compiler().addVar("m", MEMBER).build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder().build();

  private RuleLanguage() {}

  /// A checked condition.
  ///
  /// @param questions which answers it asks for
  record Condition(String text, CelRuntime.Program program, Set<String> questions) {
    Condition {
      questions = Set.copyOf(questions);
    }

    /// Whether it holds.
    boolean holds(Map<String, Object> variables) {
      try {
        return (Boolean) program.eval(variables);
      } catch (CelEvaluationException e) {
        throw new IllegalStateException("a condition of the guide cannot be evaluated", e);
      }
    }
  }

  /// What came of a text.
  sealed interface Compiled {
    /// It is sound.
    record Sound(Condition condition) implements Compiled {}

    /// It is not.
    ///
    /// @param why one line, with the place in the text
    record Faulty(String why) implements Compiled {}
  }

  /// Checks a condition over a household.
  static Compiled compile(String text) {
    return compile(HOUSEHOLD, text);
  }

  /// Checks a condition over one member `m`.
  static Compiled compileForMember(String text) {
    return compile(PERSON, text);
  }

  private static Compiled compile(CelCompiler compiler, String text) {
    CelValidationResult result = compiler.compile(text);
    if (result.hasError()) {
      return new Compiled.Faulty(
          result.getErrorString().lines().findFirst().orElse("not a condition"));
    }
    try {
      Set<String> questions = new TreeSet<>();
      for (Matcher found = ANSWER.matcher(text); found.find(); ) {
        questions.add(found.group(1));
      }
      return new Compiled.Sound(
          new Condition(text, RUNTIME.createProgram(result.getAst()), questions));
    } catch (CelValidationException | CelEvaluationException e) {
      return new Compiled.Faulty("not a condition");
    }
  }

  private static CelCompilerBuilder compiler() {
    return CelCompilerFactory.standardCelCompilerBuilder()
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
        .setTypeProvider(new OneType(MEMBER))
        .addVar("members", ListType.create(MEMBER))
        .addVar("same_prefecture", SimpleType.BOOL)
        .addVar("answers", MapType.create(SimpleType.STRING, SimpleType.STRING))
        .setResultType(SimpleType.BOOL);
  }

  private static StructType memberType() {
    ImmutableMap.Builder<String, CelType> building = ImmutableMap.builder();
    for (String number : List.of("age", "grade", "pension")) {
      building.put(number, SimpleType.INT);
    }
    for (String truth :
        List.of("is_head", "is_foreign", "health", "late_elderly", "care", "child_allowance")) {
      building.put(truth, SimpleType.BOOL);
    }
    ImmutableMap<String, CelType> fields = building.buildOrThrow();
    return StructType.create(
        "Member", fields.keySet(), name -> Optional.ofNullable(fields.get(name)));
  }

  private record OneType(StructType type) implements CelTypeProvider {
    @Override
    public ImmutableCollection<CelType> types() {
      return ImmutableList.of(type);
    }

    @Override
    public Optional<CelType> findType(String name) {
      return name.equals(type.name()) ? Optional.of(type) : Optional.empty();
    }
  }
}
