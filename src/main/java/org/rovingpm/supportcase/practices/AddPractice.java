package org.rovingpm.supportcase.practices;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CasePractices;
import org.rovingpm.supportcase.CasePractices.CasePractice;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.RequestAnswers.Contact;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets another practice join a case, such as the one that the first merges with. From then on its contact gets what practices
 * are told and asked, and a PM who has an interest in it, or is blocked there, is kept from the case.
 */
@Component
public class AddPractice {

    private static final String FIELD = "odsCode";

    private final SupportCases cases;
    private final CasePractices casePractices;
    private final Practices practices;
    private final Timeline timeline;

    AddPractice(SupportCases cases, CasePractices casePractices, Practices practices, Timeline timeline) {
        this.cases = cases;
        this.casePractices = casePractices;
        this.practices = practices;
        this.timeline = timeline;
    }

    /**
     * Refuses where the case has ended, and a practice that is not known, not open, not of the scheme or in the case already.
     *
     * @param contact whom to speak to there
     * @param who     user id of the person who adds it
     */
    @Transactional
    public void add(CaseReference reference, OdsCode code, Contact contact, String who) {
        casePractices.lock(code);
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessOpen();
        Practice practice = practices
                .find(code)
                .orElseThrow(() -> new Refusal(
                        FIELD,
                        "There is no practice with the ODS code %s in the register: check the code.".formatted(code)));
        refuseUnless(practice.open(), "%s is not open: only an open practice can join a case.", practice);
        refuseUnless(practice.inScheme(), "%s is not one of the practices that this scheme serves.", practice);
        refuseUnless(
                !supportCase.practices().contains(code), "%s is one of the practices of this case already.", practice);
        casePractices.add(reference, new CasePractice(code, false, contact));
        timeline.add(reference, who, "Practice added to the case", null, practice.name(), null);
    }

    private static void refuseUnless(boolean holds, String sentence, Practice practice) {
        if (!holds) {
            throw new Refusal(FIELD, sentence.formatted(practice.name()));
        }
    }
}
