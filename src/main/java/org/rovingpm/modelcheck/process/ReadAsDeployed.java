package org.rovingpm.modelcheck.process;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.cfg.DefaultBpmnParseFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.connect.plugin.impl.ConnectorParseListener;
import org.rovingpm.modelcheck.known.EngineReading;
import org.rovingpm.modelcheck.known.ModelFile;
import org.springframework.stereotype.Component;

/**
 * Reads processes with the engine's own parser, as a deployment does, and keeps nothing of it. A configuration of its own stands
 * behind the parser, so that the check needs no engine.
 *
 * <p>Relies on: the parser of 7.24. With Operaton: the same, in other packages.
 */
@Component
class ReadAsDeployed implements EngineReading {

    private final ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    private final BpmnParser parser;

    ReadAsDeployed() {
        ExpressionManager expressions = new JuelExpressionManager();
        configuration.setExpressionManager(expressions);
        configuration.setScriptFactory(new ScriptFactory());
        parser = new BpmnParser(expressions, new DefaultBpmnParseFactory());
        parser.setParseListeners(List.of(new ConnectorParseListener()));
    }

    @Override
    public List<Problem> problemsOf(ModelFile process) {
        Context.setProcessEngineConfiguration(configuration);
        try {
            parser.createParse()
                    .deployment(new DeploymentEntity())
                    .sourceInputStream(new ByteArrayInputStream(process.content()))
                    .name(process.name())
                    .execute();
            return List.of();
        } catch (ParseException refused) {
            return refused.getResorceReports().stream()
                    .flatMap(report -> report.getErrors().stream())
                    .map(error -> new Problem(error.getMainElementId(), ParseSentences.of(error.getMessage())))
                    .distinct()
                    .toList();
        } finally {
            Context.removeProcessEngineConfiguration();
        }
    }
}
