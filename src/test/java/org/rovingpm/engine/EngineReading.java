package org.rovingpm.engine;

import org.camunda.bpm.engine.impl.bpmn.deployer.BpmnDeployer;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** What the engine itself makes of models and expressions, without the check that stands before it: its last line of defence. */
public final class EngineReading {

    private EngineReading() {}

    /** Reads a model as a deployment does; throws what the engine refuses it with. */
    public static void read(ProcessEngineConfigurationImpl engine, String model) {
        BpmnDeployer deployer = engine.getDeployers().stream()
                .filter(BpmnDeployer.class::isInstance)
                .map(BpmnDeployer.class::cast)
                .findFirst()
                .orElseThrow();
        engine.getCommandExecutorTxRequired().execute(context -> deployer.getBpmnParser()
                .createParse()
                .sourceString(model)
                .name("read.bpmn")
                .deployment(new DeploymentEntity())
                .execute());
    }

    /** Evaluates an expression as a step of the process instance does. */
    public static Object evaluate(ProcessEngineConfigurationImpl engine, String expression, String instance) {
        return engine.getCommandExecutorTxRequired().execute(context -> engine.getExpressionManager()
                .createExpression(expression)
                .getValue(Context.getCommandContext().getExecutionManager().findExecutionById(instance)));
    }
}
