package org.rovingpm.modelcheck.known;

import java.util.List;
import java.util.Set;

/** Reads the expressions of models, such as {@code ${planApproved}}. */
public interface Expressions {

    /**
     * What stands in an expression.
     *
     * @param names      the variables and beans it names
     * @param calls      what it calls: methods and functions
     * @param properties what it reads of "execution" and "task", such as "execution.processBusinessKey", where that is not allowed
     * @param single     the one name that it consists of, or null: {@code #{queueMessage}}
     */
    record Expression(Set<String> names, List<String> calls, List<String> properties, String single) {}

    /** @return null where the text is no expression that can be read */
    Expression read(String text);

    static boolean isExpression(String text) {
        return text != null && (text.contains("${") || text.contains("#{"));
    }
}
