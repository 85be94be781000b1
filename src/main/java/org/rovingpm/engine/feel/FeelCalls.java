package org.rovingpm.engine.feel;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.feel.syntaxtree.ConstString;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.NamedFunctionParameters;
import org.camunda.feel.syntaxtree.PositionalFunctionParameters;

/** FEEL's own functions of which a single call may take for ever. */
final class FeelCalls {

    private static final Set<String> SEARCHING = Set.of("matches", "replace", "split", "extract");
    private static final Set<String> ROUNDING =
            Set.of("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down");
    private static final Set<String> PATTERNS = Set.of("pattern", "delimiter");

    /** A group or a reference to one that is repeated: such patterns try every way to part a text. */
    private static final Pattern REPEATED_GROUP = Pattern.compile("\\)[*+?{]|\\\\[1-9k]");

    private static final Pattern UNBOUNDED = Pattern.compile("(?<!\\\\)[*+]|\\{[0-9]+,");
    private static final int MOST_UNBOUNDED = 2;
    private static final int LONGEST_PATTERN = 200;

    private FeelCalls() {}

    static boolean searches(FunctionInvocation call) {
        return SEARCHING.contains(call.function());
    }

    static boolean rounds(FunctionInvocation call) {
        return ROUNDING.contains(call.function());
    }

    /** Whether the pattern of a search stands in the expression and is one that cannot take long. */
    static boolean hasSimplePattern(FunctionInvocation call) {
        return pattern(call) instanceof ConstString pattern
                && pattern.value().length() <= LONGEST_PATTERN
                && !REPEATED_GROUP.matcher(pattern.value()).find()
                && UNBOUNDED.matcher(pattern.value()).results().count() <= MOST_UNBOUNDED;
    }

    private static Exp pattern(FunctionInvocation call) {
        if (call.params() instanceof NamedFunctionParameters named) {
            return PATTERNS.stream()
                    .filter(name -> named.params().contains(name))
                    .map(name -> named.params().apply(name))
                    .findFirst()
                    .orElse(null);
        }
        List<Exp> arguments = arguments(call);
        return arguments.size() > 1 ? arguments.get(1) : null;
    }

    static List<Exp> arguments(FunctionInvocation call) {
        List<Exp> arguments = new ArrayList<>();
        if (call.params() instanceof PositionalFunctionParameters positional) {
            for (int at = 0; at < positional.params().length(); at++) {
                arguments.add(positional.params().apply(at));
            }
        } else if (call.params() instanceof NamedFunctionParameters named) {
            var values = named.params().valuesIterator();
            while (values.hasNext()) {
                arguments.add(values.next());
            }
        }
        return arguments;
    }
}
