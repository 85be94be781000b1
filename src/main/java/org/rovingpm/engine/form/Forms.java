package org.rovingpm.engine.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.StartFormListener;
import org.springframework.stereotype.Component;

/** The forms with a use case, by their ids. */
@Component
class Forms {

    private final Map<String, FormListener<?>> tasks;
    private final Map<String, StartFormListener<?>> starts;

    Forms(List<FormListener<?>> tasks, List<StartFormListener<?>> starts) {
        this.tasks = tasks.stream().collect(Collectors.toUnmodifiableMap(FormListener::form, Function.identity()));
        this.starts =
                starts.stream().collect(Collectors.toUnmodifiableMap(StartFormListener::form, Function.identity()));
    }

    Optional<FormListener<?>> ofTask(FormDefinition definition) {
        return form(definition).map(tasks::get);
    }

    Optional<StartFormListener<?>> ofStart(FormDefinition definition) {
        return form(definition).map(starts::get);
    }

    private static Optional<String> form(FormDefinition definition) {
        return Optional.ofNullable(definition)
                .map(FormDefinition::getCamundaFormDefinitionKey)
                .map(Expression::getExpressionText);
    }
}
