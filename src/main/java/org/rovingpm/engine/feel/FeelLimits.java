package org.rovingpm.engine.feel;

import camundajar.impl.scala.Product;
import camundajar.impl.scala.collection.Iterable;
import java.math.BigDecimal;
import java.util.Optional;
import org.camunda.feel.FeelEngine;
import org.camunda.feel.syntaxtree.ArithmeticNegation;
import org.camunda.feel.syntaxtree.ConstNumber;
import org.camunda.feel.syntaxtree.EveryItem;
import org.camunda.feel.syntaxtree.Exp;
import org.camunda.feel.syntaxtree.For;
import org.camunda.feel.syntaxtree.FunctionInvocation;
import org.camunda.feel.syntaxtree.IterationContext;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.SomeItem;
import org.rovingpm.format.BritishFormat;

/** What an expression of a decision may do. What its text does not tell is stopped when it is evaluated. */
public final class FeelLimits {

    private static final int LONGEST = 4_000;
    private static final int MOST_BRACKETS = 30;
    private static final int DEEPEST = 100;
    private static final int LONGEST_RANGE = 1_000;
    private static final int MOST_LOOPS = 2;
    private static final FeelEngine PARSER = new FeelEngine.Builder().build();

    private FeelLimits() {}

    /** @return how the sentence "The expression …" goes on and ends; empty if the expression may be evaluated, or cannot be read */
    public static Optional<String> problem(String expression) {
        Optional<String> ofText = problemOfText(expression);
        if (ofText.isPresent()) {
            return ofText;
        }
        return parsed(expression).flatMap(read -> {
            try {
                return problem(read.expression(), 0, 0);
            } catch (StackOverflowError tooDeep) {
                return Optional.of("nests too deep: split it into several decisions.");
            }
        });
    }

    /** As {@link #problem}, as far as it can be told without reading the expression. */
    static Optional<String> problemOfText(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.of("is longer than %s characters: split it into several decisions."
                    .formatted(BritishFormat.number(LONGEST)));
        }
        int open = 0;
        for (int at = 0; at < expression.length(); at++) {
            char sign = expression.charAt(at);
            open += sign == '(' || sign == '[' || sign == '{' ? 1 : sign == ')' || sign == ']' || sign == '}' ? -1 : 0;
            if (open > MOST_BRACKETS) {
                return Optional.of("nests too deep: split it into several decisions.");
            }
        }
        return Optional.empty();
    }

    private static Optional<ParsedExpression> parsed(String expression) {
        var read = PARSER.parseExpression(expression);
        var readable = read.isRight() ? read : PARSER.parseUnaryTests(expression);
        return readable.isRight() ? Optional.of(readable.toOption().get()) : Optional.empty();
    }

    private static Optional<String> problem(Object part, int depth, int loops) {
        if (depth > DEEPEST) {
            return Optional.of("nests too deep: split it into several decisions.");
        }
        int within = loops;
        if (part instanceof For || part instanceof SomeItem || part instanceof EveryItem) {
            within += iterators(part);
            if (within > MOST_LOOPS) {
                return Optional.of("has more than %d loops in each other, which may compute for ever: simplify it."
                        .formatted(MOST_LOOPS));
            }
        }
        if (part instanceof IterationContext range && !isShort(range)) {
            return Optional.of(
                    "loops over a range of numbers that is longer than %s or has no fixed ends, which may compute for ever: shorten the range."
                            .formatted(BritishFormat.number(LONGEST_RANGE)));
        }
        if (part instanceof FunctionInvocation call && FeelCalls.searches(call) && !FeelCalls.hasSimplePattern(call)) {
            return Optional.of(
                    "searches a text with a pattern that may take for ever: use a fixed pattern without repeated groups, or contains(), starts with() or ends with().");
        }
        if (part instanceof Product parts) {
            return inside(parts, depth, within);
        }
        return Optional.empty();
    }

    private static Optional<String> inside(Product parts, int depth, int loops) {
        for (int at = 0; at < parts.productArity(); at++) {
            Object part = parts.productElement(at);
            if (part instanceof Iterable<?> several) {
                var each = several.iterator();
                while (each.hasNext()) {
                    Optional<String> found = problem(each.next(), depth + 1, loops);
                    if (found.isPresent()) {
                        return found;
                    }
                }
            } else {
                Optional<String> found = problem(part, depth + 1, loops);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static int iterators(Object loop) {
        return loop instanceof For each
                ? each.iterators().length()
                : loop instanceof SomeItem some
                        ? some.iterators().length()
                        : ((EveryItem) loop).iterators().length();
    }

    private static boolean isShort(IterationContext range) {
        BigDecimal start = number(range.start());
        BigDecimal end = number(range.end());
        return start != null
                && end != null
                && end.subtract(start).abs().compareTo(BigDecimal.valueOf(LONGEST_RANGE)) <= 0;
    }

    private static BigDecimal number(Exp expression) {
        if (expression instanceof ConstNumber number) {
            return number.value().bigDecimal();
        }
        return expression instanceof ArithmeticNegation negation && negation.x() instanceof ConstNumber number
                ? number.value().bigDecimal().negate()
                : null;
    }
}
