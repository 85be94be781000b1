package org.rovingpm.assessment;

import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Agrees a rating with the practice, at any time of a case; its deadlines follow. */
@Component
public class AgreeRag {

    private final SupportCases cases;
    private final RagRatings ratings;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    AgreeRag(SupportCases cases, RagRatings ratings, Timeline timeline, ApplicationEventPublisher events) {
        this.cases = cases;
        this.ratings = ratings;
        this.timeline = timeline;
        this.events = events;
    }

    /**
     * @param reason     why this rating
     * @param agreedWith who at the practice agreed it
     * @param who        user id of the person who records it
     */
    @Transactional
    public void agree(CaseReference reference, Rag rag, String reason, String agreedWith, String who) {
        SupportCase supportCase = cases.get(reference);
        Rag before = supportCase.rag();
        supportCase.rate(rag);
        cases.save(supportCase);
        ratings.add(reference, rag, reason, agreedWith, who);
        timeline.add(
                reference,
                who,
                "RAG rating agreed with " + agreedWith,
                before == null ? null : before.label(),
                rag.label(),
                reason);
        Rag followed = before == null ? ratings.suggestionFor(reference).rag() : before;
        if (followed != rag) {
            events.publishEvent(new RagAgreed(reference, followed, rag));
        }
        if (rag == Rag.RED && before != Rag.RED) {
            events.publishEvent(new TurnedRed(reference));
        }
    }

    /** Records a rating that was agreed before the case was imported: no deadline follows it yet, and nobody is alerted. */
    @Transactional
    public void agreedBefore(CaseReference reference, Rag rag, String agreedWith, String who) {
        SupportCase supportCase = cases.get(reference);
        supportCase.rate(rag);
        cases.save(supportCase);
        ratings.add(reference, rag, "Agreed before the case was imported", agreedWith, who);
    }
}
