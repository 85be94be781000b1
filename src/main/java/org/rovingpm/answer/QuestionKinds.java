package org.rovingpm.answer;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;

/** All kinds of questions to practices. */
@Component
public class QuestionKinds {

    private final Map<String, QuestionKind<?>> kinds;
    private final Questions questions;
    private final AnswerSettings settings;
    private final JoinedCases joinedCases;
    private final CasePractices casePractices;

    QuestionKinds(
            List<QuestionKind<?>> kinds,
            Questions questions,
            AnswerSettings settings,
            JoinedCases joinedCases,
            CasePractices casePractices) {
        this.kinds = kinds.stream().collect(Collectors.toUnmodifiableMap(QuestionKind::purpose, Function.identity()));
        this.questions = questions;
        this.settings = settings;
        this.joinedCases = joinedCases;
        this.casePractices = casePractices;
    }

    /** How long links usually work. */
    public Duration linkValid() {
        return settings.linkValid();
    }

    public Set<String> purposes() {
        return kinds.keySet();
    }

    /** As {@link #ask(String, CaseReference, OdsCode)}, of the practice that leads the case. */
    public Optional<Long> ask(String purpose, CaseReference reference) {
        return ask(purpose, reference, casePractices.of(reference).get(0).code());
    }

    /**
     * Asks the question of this kind, if there is something to ask now.
     *
     * @param practice the practice that is asked
     * @return its number; empty if there is nothing to ask
     */
    public Optional<Long> ask(String purpose, CaseReference reference, OdsCode practice) {
        QuestionKind<?> kind = kinds.get(purpose);
        return kind.subject(reference)
                .map(subject -> questions.ask(kind, reference, subject, kind.answeredByEach() ? practice : null));
    }

    /** Whether a question of this kind is put to this practice of the case now. */
    public boolean asks(String purpose, CaseReference reference, OdsCode practice) {
        return kinds.get(purpose).asks(reference, practice);
    }

    /**
     * Whether it is put to one practice, and nothing is expected of that any more, because it has answered, by the link or otherwise:
     * it is not asked or reminded again.
     */
    public boolean isDone(long question) {
        return questions
                .putToOne(question)
                .filter(asked -> asked.isAnswered() || over(asked).isPresent())
                .isPresent();
    }

    /** As {@link #link(long, Long, OdsCode)}, of nobody in particular. */
    public String link(long question, Long message) {
        return link(question, message, null);
    }

    /**
     * Creates another link to the question.
     *
     * @param message  number of the message that carries it; null if none does
     * @param practice whose link it is; null if that is not known
     * @return its token, which is stored nowhere
     */
    public String link(long question, Long message, OdsCode practice) {
        return questions.link(kinds.get(questions.purposeOf(question)), question, message, practice);
    }

    /** @return why the question no longer applies, as a sentence for the practice; empty while it does */
    public Optional<String> over(Question question) {
        return joinedCases
                .survivorOf(question.reference())
                .map(survivor ->
                        "We have joined your case %s with your case %s, because they are about the same. There is nothing to answer here: we go on in case %s."
                                .formatted(question.reference(), survivor, survivor))
                .or(() -> noLongerOfCase(question))
                .or(() -> of(question).over(question));
    }

    private Optional<String> noLongerOfCase(Question question) {
        return question.practice() == null
                        || !of(question).onlyOfCase()
                        || casePractices.of(question.reference()).stream()
                                .anyMatch(one -> one.code().equals(question.practice()))
                ? Optional.empty()
                : Optional.of("Your practice is no longer part of case %s: there is nothing to answer here."
                        .formatted(question.reference()));
    }

    public QuestionKind<?> of(Question question) {
        return kinds.get(question.purpose());
    }
}
