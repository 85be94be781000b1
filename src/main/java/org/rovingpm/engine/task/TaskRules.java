package org.rovingpm.engine.task;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.rovingpm.engine.ServiceLevels;
import org.rovingpm.engine.due.WorkStart;
import org.springframework.stereotype.Component;

/** Applies the same rules to every user task of every model, also of managers: a deadline, and the right person. */
@Component
class TaskRules extends AbstractProcessEnginePlugin {

    private final ServiceLevels serviceLevels;
    private final WorkStart workStart;

    TaskRules(ServiceLevels serviceLevels, WorkStart workStart) {
        this.serviceLevels = serviceLevels;
        this.workStart = workStart;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners();
        if (listeners == null) {
            listeners = new ArrayList<>();
            configuration.setCustomPreBPMNParseListeners(listeners);
        }
        listeners.add(new RuleAdder());
    }

    private class RuleAdder extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            TaskDefinition definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            definition.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_CREATE, new TaskDeadline(serviceLevels, workStart));
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_ASSIGNMENT, new RightPerson());
            definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, new RightPerson());
        }
    }
}
