package org.rovingpm.casechange;

import java.util.Set;
import org.rovingpm.supportcase.CaseReference;

/** The open tasks of cases that a team shares. */
public interface TeamTasks {

    /**
     * Gives the tasks of this person in the case back to the teams that they are offered to. A task that its model gives to one
     * person stays with the process, and one that is on hold waits until the case is resumed.
     *
     * @return how many there were
     */
    int giveBack(CaseReference reference, String person);

    /** @return the user ids of those who have tasks in the case */
    Set<String> workers(CaseReference reference);
}
