package org.rovingpm.engine.guard;

import java.util.regex.Pattern;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpression;
import org.camunda.bpm.impl.juel.jakarta.el.ValueExpression;

/**
 * An expression of a model, or one of the few allowed in a query. Queries evaluate expressions without a scope of
 * variables, and anyone who is signed in can send a query
 * (CVE-2026-109432: also where the engine's own switches should prevent it).
 */
class GuardedExpression extends JuelExpression {

    private static final Pattern IN_QUERIES = Pattern.compile(
            "[$#]\\{ ?(currentUser\\(\\)|currentUserGroups\\(\\)|now\\(\\)"
                    + "|dateTime\\(\\)(\\.withTimeAtStartOfDay\\(\\))?(\\.(plus|minus)(Minutes|Hours|Days|Weeks|Months)\\(\\d{1,4}\\))?) ?}");

    GuardedExpression(JuelExpression plain, ValueExpression value, GuardedExpressions manager) {
        super(value, manager, plain.getExpressionText());
    }

    @Override
    public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
        if (scope == null
                && !isLiteralText()
                && !IN_QUERIES.matcher(expressionText).matches()) {
            throw new RefusedByGuard(
                    "An expression in a query may only be one of ${currentUser()}, ${currentUserGroups()}, ${now()} "
                            + "and ${dateTime()} with a time added or taken away.");
        }
        return super.getValue(scope, execution);
    }
}
