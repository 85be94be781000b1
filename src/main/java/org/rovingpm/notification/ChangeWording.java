package org.rovingpm.notification;

import jakarta.validation.constraints.NotNull;
import java.util.ArrayList;
import java.util.List;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the wording of a message from the next one on. A wording that could fail when it is sent is refused. */
@Component
public class ChangeWording {

    /** @param after the version that the manager has seen */
    public record Form(
            @NotNull(message = "Write the subject.") @PlainText(label = "The subject", max = 200)
            String subject,

            @NotNull(message = "Write the message.") @PlainText(label = "The message", max = 10_000)
            String body,

            @NotNull(message = "Open the wording again.") Integer after) {}

    private final Wordings wordings;
    private final KnownFacts known;

    ChangeWording(Wordings wordings, KnownFacts known) {
        this.wordings = wordings;
        this.known = known;
    }

    /** What a message would look like. */
    public record Preview(String subject, String body) {}

    /** @return the message on made-up facts; refuses a wording that could fail */
    public Preview preview(String name, Form form) {
        Wording wording = changed(name, form);
        List<Fact> facts = known.of(wording);
        return new Preview(
                WordingText.render(wording.subject(), facts, known.examples(wording)),
                WordingText.render(wording.body(), facts, known.examples(wording)));
    }

    /** Refuses a wording that could fail, and a change of one that somebody else has changed meanwhile. */
    @Transactional
    public void change(String name, Form form, String who) {
        Wording wording = changed(name, form);
        add(name, form.after(), wording.subject(), wording.body(), who);
    }

    /** Puts the wording that comes with the application in force again. */
    @Transactional
    public void putBack(String name, int after, String who) {
        if (wordings.get(name).isPackaged()) {
            throw new Refusal("The packaged wording is in force already.");
        }
        add(name, after, null, null, who);
    }

    private void add(String name, int after, String subject, String body, String who) {
        if (wordings.latestVersion(name) != after) {
            throw changedMeanwhile();
        }
        try {
            wordings.add(name, after, subject, body, who);
        } catch (DuplicateKeyException meanwhile) {
            throw changedMeanwhile();
        }
    }

    private static Refusal changedMeanwhile() {
        return new Refusal("Somebody else has changed this wording meanwhile: look at theirs first.");
    }

    private Wording changed(String name, Form form) {
        Wording before = wordings.get(name);
        Wording wording = before.with(form.subject(), form.body().replace("\r\n", "\n"), form.after() + 1, null, null);
        List<Problem> problems = new ArrayList<>();
        known.problemsOfSubject(wording).forEach(problem -> problems.add(new Problem("subject", problem)));
        known.problemsOfBody(wording).forEach(problem -> problems.add(new Problem("body", problem)));
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return wording;
    }
}
