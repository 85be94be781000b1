package org.rovingpm.demo.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rovingpm.access.SampleAccounts;
import org.rovingpm.access.SampleAccounts.Account;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The people of the demonstration at work in the engine, each with their own rights and no others. */
@Component
@Profile("demo")
class People {

    private final IdentityService identity;
    private final FormService forms;
    private final TaskService tasks;
    private final RepositoryService models;
    private final Map<String, String> groups;

    People(
            IdentityService identity,
            FormService forms,
            TaskService tasks,
            RepositoryService models,
            SampleAccounts accounts) {
        this.identity = identity;
        this.forms = forms;
        this.tasks = tasks;
        this.models = models;
        this.groups = accounts.accounts().stream().collect(Collectors.toMap(Account::id, account -> account.roleOf()
                .group()));
    }

    /** @return business key of the started process: the number of the case */
    String start(String who, String process, Map<String, Object> form) {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(who, () -> forms.submitStartForm(definition, asSent(form)).getBusinessKey());
    }

    void complete(String who, String task, Map<String, Object> form) {
        as(who, () -> {
            forms.submitTaskForm(task, asSent(form));
            return null;
        });
    }

    void claim(String who, String task) {
        as(who, () -> {
            tasks.claim(task, who);
            return null;
        });
    }

    private <T> T as(String who, Supplier<T> action) {
        identity.setAuthentication(who, List.of(groups.get(who)));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** As Tasklist sends it: texts, numbers, yes or no, and lists as JSON. */
    private static VariableMap asSent(Map<String, Object> form) {
        VariableMap sent = Variables.createVariables();
        form.forEach((name, value) -> sent.put(name, sent(value)));
        return sent;
    }

    private static Object sent(Object value) {
        if (value instanceof List<?> list) {
            List<?> plain = list.stream()
                    .map(element -> element instanceof Enum<?> constant ? constant.name() : element)
                    .toList();
            return SpinValues.jsonValue(Spin.JSON(plain).toString()).create();
        }
        return value instanceof LocalDate || value instanceof Enum<?> || value instanceof BigDecimal
                ? value.toString()
                : value;
    }
}
