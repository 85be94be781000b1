package org.rovingpm.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.notification.delivery.SendMessage;
import org.springframework.stereotype.Component;

@Component("sendMessage")
class SendMessageDelegate implements JavaDelegate {

    private final SendMessage sendMessage;

    SendMessageDelegate(SendMessage sendMessage) {
        this.sendMessage = sendMessage;
    }

    @Override
    public void execute(DelegateExecution process) {
        sendMessage.send(process.getProcessInstanceId());
    }
}
