package org.rovingpm.notification.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.notification.MorningDigestProcess;
import org.rovingpm.notification.digest.SendDigests;
import org.springframework.stereotype.Component;

@Component("sendDigests")
class SendDigestsDelegate implements JavaDelegate {

    private final SendDigests digests;

    SendDigestsDelegate(SendDigests digests) {
        this.digests = digests;
    }

    @Override
    public void execute(DelegateExecution process) {
        process.setVariable(MorningDigestProcess.Variables.EVERYBODY_TOLD, digests.next());
    }
}
