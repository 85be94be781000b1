package org.rovingpm.hiddencase.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.hiddencase.HiddenCases;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Hides cases in the engine, by two means: what people read there the database leaves out ({@link HideFromReader}), and what they
 * do there is checked ({@link HiddenInstanceCheck}). What a step does by itself may reach every case.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class HideCases extends AbstractProcessEnginePlugin implements ProcessEnginePlugin {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final HiddenCases hiddenCases;
    private final ObjectProvider<PersonDirectory> people;

    HideCases(JdbcClient jdbc, Clock clock, HiddenCases hiddenCases, ObjectProvider<PersonDirectory> people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.hiddenCases = hiddenCases;
        this.people = people;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<CommandInterceptor> interceptors = new ArrayList<>();
        if (engine.getCustomPostCommandInterceptorsTxRequired() != null) {
            interceptors.addAll(engine.getCustomPostCommandInterceptorsTxRequired());
        }
        interceptors.add(new HideFromReader(engine::getIdentityService, ReadingCommands::include, clock));
        engine.setCustomPostCommandInterceptorsTxRequired(interceptors);
        List<BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new EveryTask(new AssigneeSeesCase(hiddenCases, people)));
        engine.setCustomPreBPMNParseListeners(listeners);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getCommandCheckers().add(HiddenInstanceCheck.of(jdbc, clock));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        jdbc.sql(HiddenRows.policies()).update();
    }

    private static class EveryTask extends AbstractBpmnParseListener {

        private final TaskListener rule;

        EveryTask(TaskListener rule) {
            this.rule = rule;
        }

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            ((UserTaskActivityBehavior) activity.getActivityBehavior())
                    .getTaskDefinition()
                    .addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, rule);
        }
    }
}
