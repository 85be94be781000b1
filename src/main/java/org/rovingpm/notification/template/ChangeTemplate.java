package org.rovingpm.notification.template;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes a message template, starting with the next message. Refuses a template that could fail when a message is sent. */
@Component
public class ChangeTemplate {

    /** @param after the version that the manager was shown */
    public record Form(
            @NotNull(message = "Write the subject.") @PlainText(label = "The subject", max = 200)
            String subject,

            @NotNull(message = "Write the message.") @PlainText(label = "The message", max = 10_000)
            String body,

            @NotNull(message = "Open the template again.") Integer after) {}

    private final MessageTemplates templates;
    private final TemplateFields templateFields;

    ChangeTemplate(MessageTemplates templates, TemplateFields templateFields) {
        this.templates = templates;
        this.templateFields = templateFields;
    }

    /** Refuses a template that could fail, and one that somebody else has changed in the meantime. */
    @Transactional
    public void change(String name, Form form, String who) {
        MessageTemplate template = changed(name, form);
        add(name, form.after(), template.subject(), template.body(), who);
    }

    /** Puts the packaged template in force again. */
    @Transactional
    public void putBack(String name, int after, String who) {
        if (templates.get(name).isPackaged()) {
            throw new Refusal("The packaged template is in force already.");
        }
        add(name, after, null, null, who);
    }

    private void add(String name, int after, String subject, String body, String who) {
        if (templates.latestVersion(name) != after) {
            throw changedMeanwhile();
        }
        try {
            templates.add(name, after, subject, body, who);
        } catch (DuplicateKeyException meanwhile) {
            throw changedMeanwhile();
        }
    }

    private static Refusal changedMeanwhile() {
        return new Refusal("Somebody else has changed this template in the meantime: look at theirs first.");
    }

    /** @return the template as it would be in force; refuses one that could fail */
    MessageTemplate changed(String name, Form form) {
        MessageTemplate before = templates.get(name);
        MessageTemplate template =
                before.with(form.subject(), form.body().replace("\r\n", "\n"), form.after() + 1, null, null);
        List<Problem> problems = new ArrayList<>();
        templateFields.problemsOfSubject(template).forEach(problem -> problems.add(new Problem("subject", problem)));
        templateFields.problemsOfBody(template).forEach(problem -> problems.add(new Problem("body", problem)));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return template;
    }
}
