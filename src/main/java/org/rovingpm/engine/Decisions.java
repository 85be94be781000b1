package org.rovingpm.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.rovingpm.database.TransactionCache;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The scheme's decisions (DMN), in the version that is in force. */
@Component
public class Decisions {

    private final ObjectProvider<ProcessEngineConfigurationImpl> engine;
    private final TransactionCache<String, String> versions = new TransactionCache<>(this::latestVersionOf);

    Decisions(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        this.engine = engine;
    }

    /**
     * @param decision its id, such as "rag-rating"
     * @param facts    its inputs by name; a fact that is not known is null
     * @return for each rule that applies, its outputs by name
     */
    public List<Map<String, Object>> evaluate(String decision, Map<String, ?> facts) {
        Command<List<Map<String, Object>>> evaluation =
                context -> context.runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getDecisionService()
                        .evaluateDecisionByKey(decision)
                        .variables(new java.util.HashMap<>(facts))
                        .evaluate()
                        .stream()
                        .map(DmnDecisionResultEntries::getEntryMap)
                        .toList());
        return engine.getObject().getCommandExecutorTxRequired().execute(evaluation);
    }

    /**
     * Evaluates the content of a decision, whether or not it is in force.
     *
     * @param content  the file that holds it
     * @param facts    its inputs, one set for each evaluation
     * @param output   the name of the output
     * @return for each evaluation the output; none if no rule applies, or several, or the table fails
     */
    public List<Optional<String>> tryOut(
            String decision, byte[] content, List<Map<String, Object>> facts, String output) {
        Command<List<Optional<String>>> evaluation = context -> {
            DmnEngine dmn = Context.getProcessEngineConfiguration().getDmnEngine();
            DmnDecision table = dmn.parseDecision(decision, new ByteArrayInputStream(content));
            return facts.stream().map(asked -> one(dmn, table, asked, output)).toList();
        };
        return engine.getObject().getCommandExecutorTxRequired().execute(evaluation);
    }

    private static Optional<String> one(DmnEngine dmn, DmnDecision table, Map<String, Object> facts, String output) {
        try {
            DmnDecisionResult results = dmn.evaluateDecision(table, facts);
            return results.size() != 1
                    ? Optional.empty()
                    : Optional.ofNullable(results.get(0).getEntry(output)).map(Object::toString);
        } catch (RuntimeException broken) {
            return Optional.empty();
        }
    }

    /** @return an id of the version in force, which changes as soon as a manager deploys another */
    public String versionOf(String decision) {
        return versions.answer(decision);
    }

    private String latestVersionOf(String decision) {
        Command<String> question =
                context -> context.runWithoutAuthorization(() -> Context.getProcessEngineConfiguration()
                        .getDeploymentCache()
                        .findDeployedLatestDecisionDefinitionByKey(decision)
                        .getId());
        return engine.getObject().getCommandExecutorTxRequired().execute(question);
    }

    /** @return the outputs of the only rule that applies; fails if none or several apply */
    public Map<String, Object> single(String decision, Map<String, ?> facts) {
        return exactlyOne(decision, facts, evaluate(decision, facts));
    }

    /** As {@link #single}, but no rule need apply. */
    public Optional<Map<String, Object>> find(String decision, Map<String, ?> facts) {
        List<Map<String, Object>> results = evaluate(decision, facts);
        return results.isEmpty() ? Optional.empty() : Optional.of(exactlyOne(decision, facts, results));
    }

    private static Map<String, Object> exactlyOne(
            String decision, Map<String, ?> facts, List<Map<String, Object>> results) {
        if (results.size() != 1) {
            throw new BrokenDecision(
                    "The decision %s gives %d answers for %s: correct its rules so that exactly one applies."
                            .formatted(decision, results.size(), facts));
        }
        return results.get(0);
    }
}
