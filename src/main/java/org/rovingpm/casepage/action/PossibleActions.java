package org.rovingpm.casepage.action;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.rovingpm.access.Role;
import org.rovingpm.casechange.PossibleChanges;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.linkedcase.LinkCases;
import org.rovingpm.referral.ReferOn;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Office;
import org.rovingpm.supportcase.practices.AddPractice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which actions somebody has in a case as it is now: the one rule by which buttons are shown, and pages of actions refused. */
@Component
public class PossibleActions {

    private final PossibleChanges possibleChanges;
    private final LinkCases linkCases;
    private final AddPractice addPractice;
    private final ReferOn referOn;

    PossibleActions(PossibleChanges possibleChanges, LinkCases linkCases, AddPractice addPractice, ReferOn referOn) {
        this.possibleChanges = possibleChanges;
        this.linkCases = linkCases;
        this.addPractice = addPractice;
        this.referOn = referOn;
    }

    /** @return the actions that would not be refused now, in the order of the buttons */
    @Transactional(readOnly = true)
    public List<CaseAction> of(CaseReference reference, String who, Collection<String> groups) {
        return Stream.of(CaseAction.values())
                .filter(action -> isPossible(action, reference, who, groups))
                .toList();
    }

    private boolean isPossible(CaseAction action, CaseReference reference, String who, Collection<String> groups) {
        try {
            refuseUnlessPossible(action, reference, who, groups);
            return true;
        } catch (Refusal impossible) {
            return false;
        }
    }

    /** Refuses an action that cannot be done in the case now, or not by this person, and says why. */
    public void refuseUnlessPossible(
            CaseAction action, CaseReference reference, String who, Collection<String> groups) {
        switch (action) {
            case REFER_ON -> {
                if (!Office.includes(groups)) {
                    throw new Refusal("The office refers practices on: speak to the coordinator.");
                }
                referOn.refuseUnlessPossible(reference);
            }
            case REMOVE_PRACTICE -> {
                if (!Office.includes(groups)) {
                    throw new Refusal("The office removes practices from a case: speak to the coordinator.");
                }
                possibleChanges.refuseUnlessPossible(
                        action.change().orElseThrow(), reference, who, groups.contains(Role.ROVING_PM.group()));
            }
            case LINK -> linkCases.refuseUnlessPossible(reference, CaseReader.of(who, groups));
            case ADD_PRACTICE -> {
                if (!Office.includes(groups)) {
                    throw new Refusal("The office adds practices to a case: speak to the coordinator.");
                }
                addPractice.refuseUnlessPossible(reference);
            }
            default ->
                possibleChanges.refuseUnlessPossible(
                        action.change().orElseThrow(), reference, who, groups.contains(Role.ROVING_PM.group()));
        }
    }
}
