package org.rovingpm.supportcase.practices;

import java.util.List;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problem;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseOpened;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.practices.JoiningRules.By;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes the further practices of a request into its case. With whom somebody of the scheme has spoken is in it from the beginning;
 * whom only another practice has named is asked first.
 */
@Component
class JoinAtRequest {

    private static final String PRACTICE = "practice";

    private final JoiningRules rules;
    private final SupportCases cases;
    private final CasePractices casePractices;
    private final InvitedPractices invited;
    private final Practices practices;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    JoinAtRequest(
            JoiningRules rules,
            SupportCases cases,
            CasePractices casePractices,
            InvitedPractices invited,
            Practices practices,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.rules = rules;
        this.cases = cases;
        this.casePractices = casePractices;
        this.invited = invited;
        this.practices = practices;
        this.timeline = timeline;
        this.events = events;
    }

    /** Runs before all other listeners: what they do is about every practice of the case. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(CaseOpened opened) {
        List<FurtherPractice> further = opened.furtherPractices();
        if (further.isEmpty()) {
            return;
        }
        SupportCase supportCase = cases.get(opened.reference());
        By by = opened.who().equals(PRACTICE)
                ? By.PRACTICE
                : Boolean.TRUE.equals(supportCase.request().referral().referredByLiaison()) ? By.REFERRER : By.OFFICE;
        List<Problem> problems = rules.problems(supportCase.leadingPractice().value(), further, by, opened.who());
        if (!problems.isEmpty()) {
            throw new Refusal(problems);
        }
        further.forEach(one -> {
            if (by == By.PRACTICE) {
                invite(opened.reference(), one);
            } else {
                add(opened.reference(), one, opened.who());
            }
        });
        if (by == By.PRACTICE) {
            events.publishEvent(new PracticesInvited(opened.reference()));
        }
    }

    private void add(CaseReference reference, FurtherPractice one, String who) {
        OdsCode code = new OdsCode(one.odsCode());
        casePractices.add(reference, new CasePractice(code, false, one.contact()));
        timeline.add(
                reference,
                who,
                AddPractice.ADDED,
                null,
                practices.nameOf(code),
                "Agreed to by %s on %s".formatted(one.agreedBy(), BritishFormat.date(one.agreedOn())));
    }

    private void invite(CaseReference reference, FurtherPractice one) {
        OdsCode code = new OdsCode(one.odsCode());
        invited.add(reference, code, one.contact());
        timeline.add(
                reference,
                PRACTICE,
                "Practice named in the request",
                null,
                practices.nameOf(code),
                "It is asked itself whether it takes part.");
    }
}
