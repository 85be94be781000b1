package org.rovingpm.notification.process;

import org.camunda.bpm.engine.RuntimeService;
import org.rovingpm.notification.MessageDeliveryProcess;
import org.rovingpm.notification.queue.Deliveries;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class EngineDeliveries implements Deliveries {

    private final RuntimeService processes;

    EngineDeliveries(@Lazy RuntimeService processes) {
        this.processes = processes;
    }

    @Override
    public String begin(CaseReference reference) {
        return processes
                .startProcessInstanceByKey(MessageDeliveryProcess.KEY, reference == null ? null : reference.value())
                .getId();
    }

    @Override
    public void giveUp(String delivery) {
        processes.deleteProcessInstance(delivery, "The message was queued before");
    }
}
