package org.rovingpm.modelcheck.known;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the expressions of models, such as {@code ${planApproved}}. */
public interface Expressions {

    /**
     * The parts of an expression.
     *
     * @param names      the variables and beans that it names
     * @param calls      the methods and functions that it calls
     * @param properties forbidden properties of "execution" and "task" that it reads, such as "execution.processBusinessKey"
     * @param single     its name if it is only a name, such as {@code #{queueMessage}}; otherwise null
     */
    record Expression(Set<String> names, List<String> calls, List<String> properties, String single) {}

    /** @return null if the text is not a readable expression, or one of more than 2,000 characters */
    Expression read(String text);

    /** The value of an expression that asks nothing of a case, such as {@code ${1 + 1}}. */
    record Constant(Object value) {}

    /**
     * @return empty if the value depends on the case, or the text is not a readable expression
     * @throws ArithmeticException if the expression can be worked out in no case, such as {@code ${'a' + 1}}
     */
    Optional<Constant> constant(String text);

    /**
     * A variable that an expression compares with a text, a number, or yes or no.
     *
     * @param equal whether it asks for the same value, and not for another
     */
    record Comparison(String name, Object value, boolean equal) {}

    /** @return empty if the text is not a readable expression */
    List<Comparison> comparisons(String text);

    static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }
}
