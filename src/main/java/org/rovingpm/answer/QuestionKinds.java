package org.rovingpm.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** Everything that practices may be asked. */
@Component
public class QuestionKinds {

    private final Map<String, QuestionKind<?>> kinds;
    private final Questions questions;
    private final AnswerSettings settings;

    QuestionKinds(List<QuestionKind<?>> kinds, Questions questions, AnswerSettings settings) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(QuestionKind::purpose, Function.identity()));
        this.questions = questions;
        this.settings = settings;
    }

    /** How long the links of a question usually open its page. */
    public Duration linkValid() {
        return settings.linkValid();
    }

    public Set<String> purposes() {
        return kinds.keySet();
    }

    /** Puts the question that the purpose names about what there is to ask about now. @return its number; empty where there is nothing to ask */
    public Optional<Long> ask(String purpose, CaseReference reference) {
        QuestionKind<?> kind = kinds.get(purpose);
        return kind.subject(reference).map(subject -> questions.ask(kind, reference, subject));
    }

    /**
     * Makes another link to the question.
     *
     * @param message number of the message that it goes out with; null where it goes out with none
     * @return its token, which is known nowhere else
     */
    public String link(long question, Long message) {
        return questions.link(kinds.get(questions.purposeOf(question)), question, message);
    }

    public QuestionKind<?> of(Question question) {
        return kinds.get(question.purpose());
    }
}
