package org.rovingpm.answer;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a new link sent in the place of one that has expired, as long as its question stands. Whoever asks learns nothing by
 * it: an old link may be in anybody's hands, and the new one goes to the mailbox alone that the old one went to.
 */
@Component
public class RequestRenewedLink {

    private final Questions questions;
    private final QuestionKinds kinds;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RequestRenewedLink(Questions questions, QuestionKinds kinds, ApplicationEventPublisher events, Clock clock) {
        this.questions = questions;
        this.kinds = kinds;
        this.events = events;
        this.clock = clock;
    }

    /** Does nothing where the token is none of ours, its link is still good, or its question has been answered or no longer stands. */
    @Transactional
    public void ask(String token) {
        questions.find(token).filter(this::waitsForAnswer).ifPresent(question -> questions
                .messageOf(token)
                .ifPresent(message -> events.publishEvent(new RenewedLinkRequested(question, message))));
    }

    private boolean waitsForAnswer(Question question) {
        return question.isExpired(clock.instant())
                && kinds.of(question).over(question).isEmpty();
    }
}
