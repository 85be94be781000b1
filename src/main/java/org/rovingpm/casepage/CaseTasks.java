package org.rovingpm.casepage;

import java.util.Collection;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;

/** The open tasks of cases, as far as the case file asks for them. */
public interface CaseTasks {

    /** @return the case whose task this is; empty where there is no such open task */
    Optional<CaseReference> caseOf(String task);

    /** Whether the task is this person's, or is offered to a group of theirs while nobody has taken it. */
    boolean mayDo(String task, String user, Collection<String> groups);
}
