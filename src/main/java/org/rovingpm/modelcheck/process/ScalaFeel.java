package org.rovingpm.modelcheck.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.rovingpm.engine.feel.BoundedFeel;
import org.rovingpm.engine.feel.FeelLimits;
import org.rovingpm.modelcheck.known.Feel;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;

/** Reads the cells of decisions as the engine does. */
@Component
class ScalaFeel implements Feel {

    private static final String ASKED = "cellInput";

    private FeelEngine feel;

    private synchronized FeelEngine feel() {
        if (feel == null) {
            feel = new BoundedFeel();
        }
        return feel;
    }

    @Override
    public Optional<String> tooMuch(String expression) {
        return FeelLimits.problem(expression);
    }

    @Override
    public boolean holds(String cell, Object value) throws Unreadable {
        if (cell.isEmpty() || cell.equals("-")) {
            return true;
        }
        try {
            Map<String, Object> facts = new HashMap<>();
            facts.put(ASKED, value);
            return feel().evaluateSimpleUnaryTests(cell, ASKED, context(facts));
        } catch (FeelException | Refusal broken) {
            throw new Unreadable(broken);
        }
    }

    @Override
    public Object value(String cell) throws Unreadable {
        if (cell.isEmpty()) {
            return null;
        }
        try {
            return feel().evaluateSimpleExpression(cell, context(Map.of()));
        } catch (FeelException | Refusal broken) {
            throw new Unreadable(broken);
        }
    }

    private static VariableContext context(Map<String, Object> facts) {
        return Variables.fromMap(facts).asVariableContext();
    }
}
