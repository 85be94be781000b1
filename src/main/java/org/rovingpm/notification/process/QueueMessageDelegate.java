package org.rovingpm.notification.process;

import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

/** Queues the messages named by the properties "message" of the event. */
@Component("queueMessage")
class QueueMessageDelegate implements JavaDelegate {

    private static final String PROPERTY = "message";

    private final QueueMessage queueMessage;

    QueueMessageDelegate(QueueMessage queueMessage) {
        this.queueMessage = queueMessage;
    }

    @Override
    public void execute(DelegateExecution process) {
        QueueMessage.Moment moment =
                new QueueMessage.Moment(process.getCurrentActivityId(), process.getActivityInstanceId());
        templates(process.getBpmnModelElementInstance())
                .forEach(template -> queueMessage.queue(template, StepCase.of(process), moment));
    }

    private static List<String> templates(BaseElement event) {
        return event.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .map(CamundaProperties::getCamundaProperties)
                .flatMap(Collection::stream)
                .filter(property -> PROPERTY.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .toList();
    }
}
