package org.rovingpm.casechange;

import java.util.Set;
import org.rovingpm.casechange.ChangeCase.Change;
import org.rovingpm.checkin.CorrectHours;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.hiddencase.HiddenCases;
import org.rovingpm.jobplan.RequestVariation;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.roster.RovingPms;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.practices.AddPractice;
import org.rovingpm.supportcase.practices.RemovePractice;
import org.springframework.stereotype.Component;

/**
 * What somebody can change in a case as it is now: the one rule by which changes are offered, and refused. A PM may change only a
 * case they support, and only the plan and their own part.
 */
@Component
public class PossibleChanges {

    private static final Set<Change> CHANGES_OF_A_PM = Set.of(Change.PM_WITHDRAWS, Change.ASK_FOR_VARIATION);

    private final SupportCases cases;
    private final HiddenCases hiddenCases;
    private final RequestVariation requestVariation;
    private final CorrectHours correctHours;
    private final Placements placements;
    private final RovingPms rovingPms;
    private final AddPractice addPractice;
    private final RemovePractice removePractice;
    private final CaseProcesses processes;

    PossibleChanges(
            SupportCases cases,
            HiddenCases hiddenCases,
            RequestVariation requestVariation,
            CorrectHours correctHours,
            Placements placements,
            RovingPms rovingPms,
            AddPractice addPractice,
            RemovePractice removePractice,
            CaseProcesses processes) {
        this.cases = cases;
        this.hiddenCases = hiddenCases;
        this.requestVariation = requestVariation;
        this.correctHours = correctHours;
        this.placements = placements;
        this.rovingPms = rovingPms;
        this.addPractice = addPractice;
        this.removePractice = removePractice;
        this.processes = processes;
    }

    /**
     * Refuses a change that cannot be made in the case now, or not by this person, and says why.
     *
     * @param pm whether a roving PM asks; everybody on the roster counts as one
     */
    public void refuseUnlessPossible(Change change, CaseReference reference, String who, boolean pm) {
        if (hiddenCases.hides(reference, who)) {
            throw SupportCases.unknown(reference);
        }
        refuseForeignPm(reference, change, who, pm);
        SupportCase supportCase = cases.get(reference);
        switch (change) {
            case PUT_ON_HOLD -> supportCase.refuseUnlessRunning();
            case RESUME -> {
                supportCase.refuseUnlessHeld();
                processes.refuseUnlessWaiting(reference.value(), CaseChangeProcess.Messages.CASE_RESUMED);
            }
            case CHANGE_RAG -> refuseUnlessRated(supportCase);
            case ASK_FOR_VARIATION -> requestVariation.refuseUnlessPossible(reference);
            case CORRECT_HOURS -> correctHours.refuseUnlessPossible(reference);
            case PM_WITHDRAWS, PRACTICE_WANTS_ANOTHER_PM -> {
                supportCase.refuseUnlessOpen();
                placements.get(reference);
                processes.refuseUnlessWaiting(reference.value(), SupportCaseProcess.Messages.PM_WITHDRAWN);
            }
            case PRACTICE_WITHDRAWS -> refuseUnlessGoingOn(supportCase);
            case ADD_PRACTICE -> addPractice.refuseUnlessPossible(reference);
            case REMOVE_PRACTICE -> removePractice.refuseUnlessPossible(reference);
        }
    }

    private void refuseForeignPm(CaseReference reference, Change change, String who, boolean pm) {
        if (!pm && rovingPms.find(who).isEmpty()) {
            return;
        }
        boolean own = placements
                .active(reference)
                .map(Placement::pm)
                .filter(who::equals)
                .isPresent();
        if (!own) {
            throw new Refusal("caseReference", "You are not the PM of case %s: check the number.".formatted(reference));
        }
        if (!CHANGES_OF_A_PM.contains(change)) {
            throw new Refusal(
                    "change",
                    "A PM can withdraw or ask for a variation of the plan: for anything else, speak to the coordinator.");
        }
    }

    private static void refuseUnlessRated(SupportCase supportCase) {
        supportCase.refuseUnlessRunning();
        if (supportCase.rag() == null) {
            throw new Refusal(
                    "caseReference",
                    "Case %s has no rating yet: it gets one when the request is assessed."
                            .formatted(supportCase.reference()));
        }
    }

    private void refuseUnlessGoingOn(SupportCase supportCase) {
        supportCase.refuseUnlessOpen();
        if (supportCase.stage() == CaseStage.CLOSING) {
            throw new Refusal(
                    "The support in case %s has ended already: it is being closed.".formatted(supportCase.reference()));
        }
        processes.refuseUnlessWaiting(supportCase.reference().value(), SupportCaseProcess.Messages.SUPPORT_WITHDRAWN);
    }
}
