package org.rovingpm.casepage.action;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.rovingpm.access.Role;
import org.rovingpm.casechange.ChangeCase.Change;
import org.rovingpm.casechange.PossibleChanges;
import org.rovingpm.caselist.CaseReader;
import org.rovingpm.linkedcase.LinkCases;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which actions somebody has in a case as it is now: the one rule by which buttons are shown, and pages of actions refused. */
@Component
public class PossibleActions {

    private final PossibleChanges possibleChanges;
    private final LinkCases linkCases;

    PossibleActions(PossibleChanges possibleChanges, LinkCases linkCases) {
        this.possibleChanges = possibleChanges;
        this.linkCases = linkCases;
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
        if (action.change().isPresent()) {
            Change change = action.change().get();
            possibleChanges.refuseUnlessPossible(change, reference, who, groups.contains(Role.ROVING_PM.group()));
        } else {
            linkCases.refuseUnlessPossible(reference, CaseReader.of(who, groups));
        }
    }
}
