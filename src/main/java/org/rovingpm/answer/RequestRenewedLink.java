package org.rovingpm.answer;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has a new link sent to replace an expired one, if its question still applies. The page says the same in every case,
 * because anybody may hold an old link. The new one goes only to the mailbox that had the old one.
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

    /** Does nothing if the token is unknown, its link still works, or its question has been answered or no longer applies. */
    @Transactional
    public void request(String token) {
        questions.find(token).filter(this::waitsForAnswer).ifPresent(question -> questions
                .messageOf(token)
                .ifPresent(message -> events.publishEvent(new RenewedLinkRequested(question, message))));
    }

    private boolean waitsForAnswer(Question question) {
        return question.isExpired(clock.instant()) && kinds.over(question).isEmpty();
    }
}
