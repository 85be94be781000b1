package org.rovingpm.casepage;

import java.util.Collection;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;

/** The tasks of cases, for the case page. */
public interface CaseTasks {

    /** @return the case of this task; empty if there is no such open task */
    Optional<CaseReference> caseOf(String task);

    /** @return the case of a task that has been done; empty if there was none */
    Optional<CaseReference> caseOfDone(String task);

    /** What the case's processes do by themselves at this moment. */
    enum Step {
        NONE,
        ON_ITS_WAY,
        FAILED
    }

    /** Whether a step of the case that nobody does, and that is due, has not been done yet. */
    Step stepOf(CaseReference reference);

    /** Whether the task is this person's, or is unclaimed and offered to one of their groups. */
    boolean mayDo(String task, String user, Collection<String> groups);
}
