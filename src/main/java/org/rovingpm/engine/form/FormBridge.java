package org.rovingpm.engine.form;

import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.rovingpm.engine.ShownOfCase;
import org.rovingpm.engine.tuning.ReadAhead;
import org.rovingpm.submission.Submissions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Replaces the engine's form and task services by the guarded ones. */
@Component
class FormBridge extends AbstractProcessEnginePlugin {

    private final ObjectProvider<Forms> forms;
    private final ObjectProvider<ManagersForms> others;
    private final OfferedChoices choices;
    private final Submissions submissions;
    private final ReadAhead readAhead;
    private final ObjectProvider<ShownOfCase> ofCases;

    FormBridge(
            ObjectProvider<Forms> forms,
            ObjectProvider<ManagersForms> others,
            OfferedChoices choices,
            Submissions submissions,
            ReadAhead readAhead,
            ObjectProvider<ShownOfCase> ofCases) {
        this.readAhead = readAhead;
        this.ofCases = ofCases;
        this.forms = forms;
        this.others = others;
        this.choices = choices;
        this.submissions = submissions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        GuardedFormService formService =
                new GuardedFormService(forms, others, choices, submissions, readAhead, ofCases);
        configuration.setFormService(formService);
        configuration.setTaskService(new GuardedTaskService(formService));
    }
}
