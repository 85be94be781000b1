package org.rovingpm.opentask.process;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.TaskQueryVariableValue;
import org.rovingpm.access.list.CardFields;
import org.rovingpm.contract.CaseVariables;
import org.rovingpm.opentask.TaskCondition;
import org.rovingpm.opentask.TaskCondition.Comparison;
import org.rovingpm.opentask.process.ListQuestion.NotKnown;

/** What cards show of a case, as people look for it in Tasklist: there each is called a variable, whether or not it is one. */
final class CaseFacts {

    private static final Map<QueryOperator, Comparison> COMPARISONS = Map.of(
            QueryOperator.EQUALS, Comparison.EQUAL,
            QueryOperator.NOT_EQUALS, Comparison.DIFFERENT,
            QueryOperator.LIKE, Comparison.LIKE,
            QueryOperator.NOT_LIKE, Comparison.NOT_LIKE);

    private CaseFacts() {}

    static TaskCondition condition(TaskQueryVariableValue sought) {
        Comparison comparison = COMPARISONS.get(sought.getOperator());
        if (comparison == null || sought.getValue() == null || !sought.isProcessInstanceVariable()) {
            throw new NotKnown();
        }
        String text = String.valueOf(sought.getValue());
        boolean whateverCase = sought.isVariableValueIgnoreCase();
        String name = sought.isVariableNameIgnoreCase() ? spelt(sought.getName()) : sought.getName();
        return switch (name) {
            case CardFields.PRACTICE -> TaskCondition.practice(comparison, text);
            case CaseVariables.CASE_REFERENCE -> TaskCondition.caseReference(comparison, text, whateverCase);
            case CaseVariables.RAG -> TaskCondition.rag(comparison, text, whateverCase);
            default -> throw new NotKnown();
        };
    }

    private static String spelt(String name) {
        return Stream.of(CardFields.PRACTICE, CaseVariables.CASE_REFERENCE, CaseVariables.RAG)
                .filter(known -> known.toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(name);
    }
}
