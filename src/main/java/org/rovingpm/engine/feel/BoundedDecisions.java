package org.rovingpm.engine.feel;

import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionTableResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.variable.context.VariableContext;

/** Decisions whose limits hold for the whole of a table and the decisions that it needs, not for each of their cells. */
public class BoundedDecisions extends DefaultDmnEngineConfiguration {

    public BoundedDecisions() {
        setFeelEngineFactory(BoundedFeel::new);
    }

    @Override
    public DmnEngine buildEngine() {
        init();
        return new Bounded(this);
    }

    private static class Bounded extends DefaultDmnEngine {

        Bounded(DefaultDmnEngineConfiguration configuration) {
            super(configuration);
        }

        @Override
        public DmnDecisionResult evaluateDecision(DmnDecision decision, VariableContext facts) {
            return Computation.during(() -> super.evaluateDecision(decision, facts));
        }

        @Override
        public DmnDecisionTableResult evaluateDecisionTable(DmnDecision decision, VariableContext facts) {
            return Computation.during(() -> super.evaluateDecisionTable(decision, facts));
        }
    }
}
