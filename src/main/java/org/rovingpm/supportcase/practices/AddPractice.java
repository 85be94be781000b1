package org.rovingpm.supportcase.practices;

import jakarta.validation.constraints.NotNull;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets another practice join a case, such as the one that the first merges with. From then on its contact gets what practices
 * are told and asked, and a PM who has an interest in it, or is blocked there, is kept from the case.
 */
@Component
public class AddPractice {

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
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    AddPractice(
            SupportCases cases,
            CasePractices casePractices,
            Practices practices,
            Timeline timeline,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.practices = practices;
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
    }

    /**
     * Refuses where the case has ended, and a practice that is not known, not open, not of the scheme or in the case already.
     *
     * @param who user id of the person who adds it
     */
    @Transactional
    public void add(CaseReference reference, Form form, String who) {
        OdsCode code = OdsCode.of(form.odsCode())
                .orElseThrow(() -> new Refusal(FIELD, "This is no ODS code: choose the practice from the list."));
        casePractices.lock(code);
        SupportCase supportCase = cases.get(reference);
        refuseUnlessPossible(reference);
        Practice practice = practices
                .find(code)
                .orElseThrow(() -> new Refusal(
                        FIELD,
                        "There is no practice with the ODS code %s in the register: check the code.".formatted(code)));
        refuseUnless(practice.open(), "%s is not open: only an open practice can join a case.", practice);
        refuseUnless(practice.inScheme(), "%s is not one of the practices that this scheme serves.", practice);
        refuseUnless(
                !supportCase.practices().contains(code), "%s is one of the practices of this case already.", practice);
        casePractices.add(reference, new CasePractice(code, false, form.contact()));
        timeline.add(
                reference,
                who,
                "Practice added to the case",
                null,
                practice.name(),
                "Agreed to by " + form.agreedWith());
        events.publishEvent(new PracticeAdded(reference, code, who));
    }

    private static void refuseUnless(boolean holds, String sentence, Practice practice) {
        if (!holds) {
            throw new Refusal(FIELD, sentence.formatted(practice.name()));
        }
    }
}
