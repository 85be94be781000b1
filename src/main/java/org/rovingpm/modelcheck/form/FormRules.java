package org.rovingpm.modelcheck.form;

import java.io.IOException;
import java.util.Optional;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.known.Provided;

/** The rules for forms. */
public class FormRules {

    private final Provided provided;
    private final FormPartRules parts;
    private final FormFieldRules fields;

    public FormRules(Provided provided) {
        this.provided = provided;
        this.parts = new FormPartRules(provided);
        this.fields = new FormFieldRules(provided);
    }

    public void check(DeployedForm form, Findings to) {
        if (form.id().isBlank()) {
            to.problem("The form has no id, so no task could open it: give it one, such as approve-job-plan.");
            return;
        }
        Optional<DeployedForm> packaged = provided.packagedForm(form.id()).flatMap(FormRules::read);
        parts.check(form, packaged, to);
        provided.form(form.id())
                .ifPresentOrElse(
                        useCase -> fields.check(form, useCase, packaged, to), () -> parts.checkOwnKeys(form, to));
    }

    private static Optional<DeployedForm> read(byte[] content) {
        try {
            return Optional.of(DeployedForm.read(content));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
