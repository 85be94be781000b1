package org.rovingpm.casepage;

import java.util.Collection;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;

/** The open tasks of cases, for the case page. */
public interface CaseTasks {

    /** @return the case of this task; empty if there is no such open task */
    Optional<CaseReference> caseOf(String task);

    /** Whether the task is this person's, or is unclaimed and offered to one of their groups. */
    boolean mayDo(String task, String user, Collection<String> groups);
}
