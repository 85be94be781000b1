package org.rovingpm.casepage.action;

import org.rovingpm.access.PersonDirectory;
import org.rovingpm.casechange.ChangeCase.Change;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.springframework.stereotype.Component;

/** What the page of an action says before and after it. */
@Component
public class ActionWords {

    private static final String PRACTICE_AND_PM_TOLD = " The practice is told, and so is the PM if there is one.";

    private final Placements placements;
    private final PersonDirectory people;

    ActionWords(Placements placements, PersonDirectory people) {
        this.placements = placements;
        this.people = people;
    }

    /**
     * @param byPm whether the PM of the case reads it
     * @return what will happen, for somebody who has not done it yet
     */
    public String before(Change change, SupportCase supportCase, boolean byPm) {
        return switch (change) {
            case PUT_ON_HOLD ->
                "Its tasks and deadlines wait until it is resumed. On the last day the coordinators are asked whether it can be."
                        + PRACTICE_AND_PM_TOLD;
            case RESUME ->
                "Its tasks can be done again, and their deadlines move by the working time for which the case was on hold."
                        + PRACTICE_AND_PM_TOLD;
            case CHANGE_RAG -> "The deadlines of its tasks follow the new rating, and the practice is told of it.";
            case ASK_FOR_VARIATION ->
                "A new version of the plan is prepared and approved as the first one was. Support goes on, and the plan in effect stays in effect until then.";
            case CORRECT_HOURS ->
                "The right hours take the place of those that were reported, and the money of the week follows. Both stay on the record.";
            case PM_WITHDRAWS, PRACTICE_WANTS_ANOTHER_PM ->
                "%s the practice from today, and the tasks of that support end. A plan that waits for answers is refused. The search for another PM %s."
                        .formatted(
                                byPm ? "You no longer support" : nameOfPm(supportCase) + " no longer supports",
                                supportCase.onHold() ? "begins when the case is resumed" : "begins at once");
            case PRACTICE_WITHDRAWS ->
                "Support ends, every open task of the case ends with it, and the case goes on to its closure. This cannot be undone: the practice would have to ask for help again.";
            case ADD_PRACTICE ->
                "From then on its contact is told and asked whatever the practices of the case are told and asked. All are told of it now. Whoever has an interest in it is kept from the case; a PM who has one leaves it, and another PM is sought.";
            case REMOVE_PRACTICE ->
                "The practice is told, and its links end. The case goes on for the others. What the practice said stays on the record.";
        };
    }

    /**
     * @param supportCase as it is now
     * @return what has happened
     */
    public String after(Change change, SupportCase supportCase) {
        return switch (change) {
            case PUT_ON_HOLD -> "The case is on hold until %s.".formatted(BritishFormat.date(supportCase.heldUntil()));
            case RESUME -> "The case has been resumed.";
            case CHANGE_RAG ->
                "The RAG rating is %s now.".formatted(supportCase.rag().label());
            case ASK_FOR_VARIATION -> "The variation has been requested.";
            case CORRECT_HOURS -> "The hours have been corrected.";
            case PM_WITHDRAWS, PRACTICE_WANTS_ANOTHER_PM ->
                supportCase.onHold()
                        ? "The placement has ended. The search for another PM begins when the case is resumed."
                        : "The placement has ended. The search for another PM has begun.";
            case PRACTICE_WITHDRAWS ->
                supportCase.stage() == CaseStage.CLOSING
                        ? "Support has ended. The case is being closed."
                        : "Support has ended.";
            case ADD_PRACTICE -> "The practice has joined the case. All its practices are told.";
            case REMOVE_PRACTICE -> "The practice has left the case, and is told so.";
        };
    }

    private String nameOfPm(SupportCase supportCase) {
        return placements
                .active(supportCase.reference())
                .map(Placement::pm)
                .map(people::nameOf)
                .orElse("The PM");
    }
}
