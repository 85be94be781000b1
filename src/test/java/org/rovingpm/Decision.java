package org.rovingpm;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;

/** One decision of the packaged models on a decision engine of its own. */
record Decision(DmnDecision decision) {

    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

    static Decision of(String file, String key) {
        try (InputStream model = Files.newInputStream(Path.of("processes", file))) {
            return new Decision(ENGINE.parseDecision(key, model));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @return the outputs of every rule that applies */
    List<Map<String, Object>> rules(Map<String, Object> facts) {
        return ENGINE.evaluateDecisionTable(decision, facts).getResultList();
    }

    /** @return the outputs of the only rule that applies; fails where there are none or several */
    Map<String, Object> rule(Map<String, Object> facts) {
        List<Map<String, Object>> rules = rules(facts);
        if (rules.size() != 1) {
            throw new AssertionError(rules.size() + " rules of " + decision.getKey() + " apply to " + facts);
        }
        return rules.get(0);
    }
}
