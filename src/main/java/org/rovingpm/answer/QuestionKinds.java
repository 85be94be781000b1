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

/** All kinds of questions to practices. */
@Component
public class QuestionKinds {

    private final Map<String, QuestionKind<?>> kinds;
    private final Questions questions;
    private final AnswerSettings settings;
    private final JoinedCases joinedCases;

    QuestionKinds(List<QuestionKind<?>> kinds, Questions questions, AnswerSettings settings, JoinedCases joinedCases) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(QuestionKind::purpose, Function.identity()));
        this.questions = questions;
        this.settings = settings;
        this.joinedCases = joinedCases;
    }

    /** How long links usually work. */
    public Duration linkValid() {
        return settings.linkValid();
    }

    public Set<String> purposes() {
        return kinds.keySet();
    }

    /** Asks the question of this kind, if there is something to ask now. @return its number; empty if there is nothing to ask */
    public Optional<Long> ask(String purpose, CaseReference reference) {
        QuestionKind<?> kind = kinds.get(purpose);
        return kind.subject(reference).map(subject -> questions.ask(kind, reference, subject));
    }

    /**
     * Creates another link to the question.
     *
     * @param message number of the message that carries it; null if none does
     * @return its token, which is stored nowhere
     */
    public String link(long question, Long message) {
        return questions.link(kinds.get(questions.purposeOf(question)), question, message);
    }

    /** @return why the question no longer applies, as a sentence for the practice; empty while it does */
    public Optional<String> over(Question question) {
        return joinedCases
                .survivorOf(question.reference())
                .map(survivor ->
                        "We have joined your case %s with your case %s, because they are about the same. There is nothing to answer here: we go on in case %s."
                                .formatted(question.reference(), survivor, survivor))
                .or(() -> of(question).over(question));
    }

    public QuestionKind<?> of(Question question) {
        return kinds.get(question.purpose());
    }
}
