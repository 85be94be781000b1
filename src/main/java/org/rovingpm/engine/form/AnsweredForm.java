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
 * A submission of a manager's own form, checked by the rules in the form. Tasklist's own check is not enough, because
 * anything can be sent.
 *
 * @param answers  the answers, as people read them
 * @param closed   the values for gateways: ticks and fixed choices, by key, including unanswered ones
 */
record AnsweredForm(List<Answer> answers, Map<String, Object> closed) {

    /** @throws Refusal with every problem */
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
