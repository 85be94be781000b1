package org.rovingpm.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rovingpm.engine.DeployedForm;
import org.rovingpm.engine.DeployedForm.Field;
import org.rovingpm.engine.RecordAnswers.Answer;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;

/**
 * What was submitted with a form of a manager's own, held to the rules that stand in the form: Tasklist's own look at them
 * protects nobody, as anything can be sent.
 *
 * @param answers  what was answered, as people read it
 * @param closed   what gateways may ask: ticks and fixed choices, by their keys; also where they were not answered
 */
record AnsweredForm(List<Answer> answers, Map<String, Object> closed) {

    /** @throws Refusal with everything that is wrong */
    static AnsweredForm read(DeployedForm form, Map<String, Object> submitted) {
        List<Problem> problems = new ArrayList<>();
        submitted.keySet().stream()
                .filter(name -> !form.names().contains(name))
                .sorted()
                .forEach(name -> problems.add(Problem.noSuchField("", name)));
        List<Answer> answers = new ArrayList<>();
        Map<String, Object> closed = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            try {
                FieldAnswer answer = FieldAnswer.of(field, submitted.get(field.key()));
                if (answer.text() != null) {
                    answers.add(new Answer(field.key(), field.label(), answer.text()));
                }
                if (field.isClosed()) {
                    closed.put(field.key(), answer.value());
                }
            } catch (FieldAnswer.Wrong wrong) {
                problems.add(new Problem(field.key(), "%s: %s".formatted(field.label(), wrong.getMessage())));
            }
        }
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        return new AnsweredForm(answers, closed);
    }
}
