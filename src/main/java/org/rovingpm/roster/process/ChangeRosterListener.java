package org.rovingpm.roster.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.rovingpm.engine.StartFormListener;
import org.rovingpm.roster.ChangeRoster;
import org.springframework.stereotype.Component;

@Component("changeRosterListener")
class ChangeRosterListener extends StartFormListener<ChangeRoster.Form> {

    private final ChangeRoster changeRoster;

    ChangeRosterListener(ChangeRoster changeRoster) {
        super("change-roster", ChangeRoster.Form.class);
        this.changeRoster = changeRoster;
    }

    @Override
    protected void started(DelegateExecution process, ChangeRoster.Form submitted, String who) {
        changeRoster.change(submitted, who);
    }
}
