package org.rovingpm.engine.call;

import org.camunda.bpm.engine.impl.core.variable.mapping.OutputParameter;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.variable.Variables;

/** An output of a call that listeners of its step can read, and that is never stored. */
class PassingOutput extends OutputParameter {

    PassingOutput(String name, ParameterValueProvider value) {
        super(name, value);
    }

    @Override
    protected void execute(AbstractVariableScope inner, AbstractVariableScope outer) {
        outer.setVariable(name, Variables.untypedValue(valueProvider.getValue(inner), true));
    }
}
