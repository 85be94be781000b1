package org.rovingpm.supportcase.practices;

import java.time.Clock;
import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets a practice leave a case that goes on for the others: its links no longer work, and it is told and asked nothing more. What it
 * said stays on the record, and whoever may not see its cases may not see this one even now.
 */
@Component
public class RemovePractice {

    private static final String FIELD = "practice";

    private final SupportCases cases;
    private final CasePractices casePractices;
    private final Practices practices;
    private final List<PracticesFixed> fixed;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RemovePractice(
            SupportCases cases,
            CasePractices casePractices,
            Practices practices,
            List<PracticesFixed> fixed,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.practices = practices;
        this.fixed = List.copyOf(fixed);
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Refuses where no practice can leave the case now, and says why. */
    public void refuseUnlessPossible(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessOpen();
        if (supportCase.stage() == CaseStage.CLOSING) {
            throw new Refusal("Case %s is being closed: it ends for all its practices.".formatted(reference));
        }
        if (supportCase.practices().size() == 1) {
            throw new Refusal("Case %s has one practice only: end the support instead.".formatted(reference));
        }
        fixed.stream().flatMap(one -> one.why(reference).stream()).findFirst().ifPresent(why -> {
            throw new Refusal(why);
        });
    }

    /**
     * Refuses the leading practice, and one that is not of the case.
     *
     * @param reason why it leaves, for the timeline
     * @param who    user id of the person who removes it
     */
    @Transactional
    public void remove(CaseReference reference, OdsCode practice, String reason, String who) {
        cases.lock(reference);
        refuseUnlessPossible(reference);
        CasePractice leaving = casePractices.of(reference).stream()
                .filter(one -> one.code().equals(practice))
                .findFirst()
                .orElseThrow(
                        () -> new Refusal(FIELD, "This practice is not one of case %s any more.".formatted(reference)));
        if (leaving.leads()) {
            throw new Refusal(
                    FIELD,
                    "%s requested the help and leads the case: it cannot leave while the others stay."
                            .formatted(practices.nameOf(practice)));
        }
        casePractices.remove(reference, practice, clock.instant());
        timeline.add(reference, who, "Practice removed from the case", practices.nameOf(practice), null, reason);
        events.publishEvent(new PracticeRemoved(reference, practice, who));
    }
}
