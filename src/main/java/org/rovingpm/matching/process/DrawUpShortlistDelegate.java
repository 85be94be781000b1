package org.rovingpm.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.matching.shortlist.DrawUpShortlist;
import org.rovingpm.supportcase.process.StepCase;
import org.springframework.stereotype.Component;

@Component("drawUpShortlist")
class DrawUpShortlistDelegate implements JavaDelegate {

    private final DrawUpShortlist drawUpShortlist;

    DrawUpShortlistDelegate(DrawUpShortlist drawUpShortlist) {
        this.drawUpShortlist = drawUpShortlist;
    }

    @Override
    public void execute(DelegateExecution process) {
        process.setVariable(
                ManagerMatchingProcess.Variables.ANYONE_SUITABLE,
                drawUpShortlist.draw(StepCase.of(process)).anyoneSuitable());
    }
}
