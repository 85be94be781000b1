package org.rovingpm.supportcase.practices;

import jakarta.validation.constraints.NotNull;
import java.util.HashSet;
import java.util.List;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.rovingpm.supportcase.practices.JoiningRules.By;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets another practice join a case, such as the one that the first merges with. From then on its contact gets what practices
 * are told and asked, and a PM who has an interest in it, or is blocked there, is kept from the case.
 */
@Component
public class AddPractice {

    static final String ADDED = "Practice added to the case";

    private static final String FIELD = "odsCode";

    /**
     * The practice that joins.
     *
     * @param contact    whom to speak to there
     * @param agreedWith who agreed to it at each practice
     */
    public record Form(
            @NotNull(message = "Choose the practice.") @PlainText(label = "The ODS code", max = 10, oneLine = true)
            String odsCode,

            Contact contact,

            @NotNull(message = "Say who agreed to it at each practice.") @PlainText(label = "Who agreed to it", max = 500)
            String agreedWith) {}

    private final SupportCases cases;
    private final CasePractices casePractices;
    private final Practices practices;
    private final JoiningRules rules;
    private final List<PracticesFixed> fixed;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    AddPractice(
            SupportCases cases,
            CasePractices casePractices,
            Practices practices,
            JoiningRules rules,
            List<PracticesFixed> fixed,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.practices = practices;
        this.rules = rules;
        this.fixed = List.copyOf(fixed);
        this.timeline = timeline;
        this.events = events;
    }

    /** Refuses where no practice can join the case any more, and says why. */
    public void refuseUnlessPossible(CaseReference reference) {
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessOpen();
        if (supportCase.stage() == CaseStage.CLOSING) {
            throw new Refusal("Case %s is being closed: no practice can join it any more.".formatted(reference));
        }
        refuseIfFixed(reference);
        if (supportCase.practices().size() >= JoiningRules.MOST) {
            throw new Refusal("Case %s has %d practices, and no case has more: open one of its own for this one."
                    .formatted(reference, JoiningRules.MOST));
        }
    }

    private void refuseIfFixed(CaseReference reference) {
        fixed.stream().flatMap(one -> one.why(reference).stream()).findFirst().ifPresent(why -> {
            throw new Refusal(why);
        });
    }

    /**
     * Refuses where the case has ended, and a practice that is not known, not open, not of the scheme or in the case already, or has
     * an open case that this person sees.
     *
     * @param who user id of the person of the office who adds it
     */
    @Transactional
    public void add(CaseReference reference, Form form, String who) {
        add(reference, form, null, who);
    }

    /**
     * As {@link #add(CaseReference, Form, String)}.
     *
     * @param why why it joins, for the timeline; null where nothing was said
     */
    @Transactional
    public void add(CaseReference reference, Form form, String why, String who) {
        OdsCode code = OdsCode.of(form.odsCode())
                .orElseThrow(() -> new Refusal(FIELD, "This is no ODS code: choose the practice from the list."));
        add(reference, code, form.contact(), reason(form, why), By.OFFICE, who);
    }

    private static String reason(Form form, String why) {
        return "Agreed to by " + form.agreedWith() + (why == null ? "" : "\n\n" + why);
    }

    /** As {@link #add}, a practice that has agreed itself. It learns of no case that it has besides. */
    @Transactional(propagation = Propagation.MANDATORY)
    void join(CaseReference reference, OdsCode code, Contact contact, String reason, String who) {
        add(reference, code, contact, reason, By.PRACTICE, who);
    }

    private void add(CaseReference reference, OdsCode code, Contact contact, String reason, By by, String who) {
        cases.lock(reference);
        casePractices.lock(code);
        refuseUnlessPossible(reference);
        rules.refusal(code.value(), new HashSet<>(cases.get(reference).practices()), by, who)
                .ifPresent(sentence -> {
                    throw new Refusal(FIELD, sentence);
                });
        casePractices.add(reference, new CasePractice(code, false, contact));
        timeline.add(reference, who, ADDED, null, practices.nameOf(code), reason);
        events.publishEvent(new PracticeAdded(reference, code, who));
    }
}
