package org.rovingpm.notification.process;

import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.notification.ReturnedMailProcess;
import org.rovingpm.notification.returnedmail.ReadReturnedMail;
import org.springframework.stereotype.Component;

@Component("readReturnedMail")
class ReadReturnedMailDelegate implements JavaDelegate {

    private final ReadReturnedMail readReturnedMail;

    ReadReturnedMailDelegate(ReadReturnedMail readReturnedMail) {
        this.readReturnedMail = readReturnedMail;
    }

    @Override
    public void execute(DelegateExecution process) {
        Optional<Instant> next = readReturnedMail.next();
        process.setVariable(ReturnedMailProcess.Variables.MAILBOX_SET, next.isPresent());
        next.ifPresent(moment -> process.setVariable(ReturnedMailProcess.Variables.NEXT_ROUND_AT, Date.from(moment)));
    }
}
