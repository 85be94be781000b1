package org.rovingpm.modelcheck.known;

import java.util.List;
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

    static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }
}
