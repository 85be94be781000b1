package org.rovingpm.modelchange.process;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigrationInstructionValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.rovingpm.modelchange.RunningCases.AtStep;
import org.rovingpm.modelchange.RunningCases.Mapping;
import org.rovingpm.modelchange.RunningCases.OnVersion;
import org.rovingpm.modelchange.RunningCases.Plan;
import org.rovingpm.modelchange.RunningCases.Target;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Maps the steps of an old version to those of a new one: by the same id or, failing that, as a manager has chosen
 * among the steps that the engine allows. Running timers keep their moment.
 */
@Component
class StepMapping {

    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final CurrentCases currentCases;
    /** A refusal by the engine must not affect the transaction around it. */
    private final TransactionTemplate nested;

    StepMapping(
            @Lazy RuntimeService runtime,
            @Lazy RepositoryService repository,
            CurrentCases currentCases,
            PlatformTransactionManager transactions) {
        this.runtime = runtime;
        this.repository = repository;
        this.currentCases = currentCases;
        nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** @return the engine's migration plan; fails as the engine does */
    MigrationPlan engines(String from, String to, Map<String, String> chosen) {
        MigrationPlanBuilder plan = runtime.createMigrationPlan(from, to);
        var instructions = plan.mapEqualActivities();
        Map<String, String> equal = equal(from, to);
        chosen.forEach((step, target) -> {
            if (!equal.containsKey(step) && target != null && !target.isBlank()) {
                instructions.mapActivities(step, target);
            }
        });
        return instructions.build();
    }

    Plan plan(String from, String to, Map<String, String> chosen) {
        OnVersion old = currentCases.version(from);
        OnVersion now = currentCases.version(to);
        Map<String, String> equal = equal(from, to);
        List<Mapping> mappings = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (AtStep step : old.steps()) {
            String target =
                    equal.containsKey(step.step()) ? equal.get(step.step()) : blankToNull(chosen.get(step.step()));
            List<Target> possible = equal.containsKey(step.step()) ? List.of() : possible(from, to, step.step());
            mappings.add(new Mapping(step.step(), step.label(), step.cases(), target, possible));
            if (target == null) {
                problems.add("“%s” is missing or different in the new version: %s."
                        .formatted(
                                step.label(),
                                possible.isEmpty()
                                        ? "its cases stay on their version until they have passed it"
                                        : "choose the step to which its cases go"));
            }
        }
        try {
            nested.executeWithoutResult(transaction -> engines(from, to, chosen));
        } catch (MigrationPlanValidationException refusal) {
            for (MigrationInstructionValidationReport report :
                    refusal.getValidationReport().getInstructionReports()) {
                problems.add("“%s” to “%s”: %s"
                        .formatted(
                                currentCases.label(
                                        from, report.getMigrationInstruction().getSourceActivityId()),
                                currentCases.label(
                                        to, report.getMigrationInstruction().getTargetActivityId()),
                                PlainReasons.of(
                                        String.join("\n", report.getFailures()), id -> currentCases.label(to, id))));
            }
        } catch (ProcessEngineException refusal) {
            problems.add(PlainReasons.of(refusal.getMessage(), id -> currentCases.label(to, id)));
        }
        return new Plan(old, now, mappings, problems);
    }

    private Map<String, String> equal(String from, String to) {
        Map<String, String> equal = new LinkedHashMap<>();
        runtime.createMigrationPlan(from, to)
                .mapEqualActivities()
                .build()
                .getInstructions()
                .forEach(
                        instruction -> equal.put(instruction.getSourceActivityId(), instruction.getTargetActivityId()));
        return equal;
    }

    /** Steps of the same kind to which the engine would move a case at this one. */
    private List<Target> possible(String from, String to, String step) {
        ModelElementInstance old = repository.getBpmnModelInstance(from).getModelElementById(step);
        if (old == null) {
            return List.of();
        }
        return repository.getBpmnModelInstance(to).getModelElementsByType(FlowNode.class).stream()
                .filter(node -> node.getElementType()
                        .getTypeName()
                        .equals(old.getElementType().getTypeName()))
                .filter(node -> isPossible(from, to, step, node.getId()))
                .map(node -> new Target(node.getId(), currentCases.label(to, node.getId())))
                .sorted(Comparator.comparing(Target::label))
                .toList();
    }

    private boolean isPossible(String from, String to, String step, String target) {
        try {
            nested.executeWithoutResult(transaction -> runtime.createMigrationPlan(from, to)
                    .mapEqualActivities()
                    .mapActivities(step, target)
                    .build());
            return true;
        } catch (ProcessEngineException refusal) {
            return false;
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
