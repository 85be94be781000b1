package org.rovingpm.access.call;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of queries by which one could have code run or guess what one may not read, at any depth of a query:
 * expressions, alternatives (which bring expressions past the engine's own switch), conditions on variables, and the wish to
 * have stored objects made from their bytes. A call has those that its list names after it.
 */
public final class DelicateParameters {

    private static final String EXPRESSION = "Expression";
    private static final Set<String> NAMES = Set.of(
            "orQueries",
            "variables",
            "processVariables",
            "processInstanceVariables",
            "taskVariables",
            "caseInstanceVariables",
            "variableValue",
            "variableValues",
            "deserializeValue",
            "deserializeValues",
            "withVariablesInReturn");

    /** Stands for the answers to a form, which are checked where they are read. */
    private static final String FORM = "form";

    /** Stands for files, sent in parts. */
    private static final String FILES = "files";

    private DelicateParameters() {}

    /** Whether the body of the call is a query or a command in JSON, neither a form's answers nor files. */
    public static boolean mayBeInBodyOf(Call call) {
        return !call.asks().contains(FORM) && !call.asks().contains(FILES);
    }

    /** The first of the names that the call may not have. */
    public static Optional<String> firstRefused(Call call, Collection<String> names) {
        return names.stream()
                .filter(name -> name.endsWith(EXPRESSION) || NAMES.contains(name))
                .filter(name -> !call.asks().contains(name))
                .findFirst();
    }
}
