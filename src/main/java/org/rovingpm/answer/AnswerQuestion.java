package org.rovingpm.answer;

import java.time.Clock;
import java.util.Map;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a practice's answer. The first answer stands, even if another comes at the same moment. */
@Component
public class AnswerQuestion {

    private final Questions questions;
    private final QuestionKinds kinds;
    private final Submissions submissions;
    private final Clock clock;

    AnswerQuestion(Questions questions, QuestionKinds kinds, Submissions submissions, Clock clock) {
        this.questions = questions;
        this.kinds = kinds;
        this.submissions = submissions;
        this.clock = clock;
    }

    /**
     * Refuses invalid fields, and any answer to a question that has been answered, has expired or no longer applies.
     *
     * @param values what was typed, by field
     */
    @Transactional
    public void answer(String token, Map<String, ?> values) {
        Question question = questions
                .lock(token)
                .orElseThrow(() -> new Refusal("This link does not work: check that you copied all of it."));
        if (question.isAnswered() || question.isExpired(clock.instant())) {
            throw new Refusal("This question can no longer be answered.");
        }
        kinds.over(question).ifPresent(why -> {
            throw new Refusal(why);
        });
        questions.answer(question, answer(kinds.of(question), question, values));
    }

    private <T extends Record & QuestionKind.Answer> String answer(
            QuestionKind<T> kind, Question question, Map<String, ?> values) {
        T answer = submissions.read(kind.fields(), values);
        kind.answered(question, answer);
        return answer.answeredBy();
    }
}
