package org.rovingpm.notification;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * What wordings may say about one subject of a case, such as its plan. A bean of the module that knows the subject; a
 * wording names the subjects it is about in its header.
 */
public interface MessageFacts {

    /** @return its name in the headers of wordings, such as "plan" */
    String about();

    List<Fact> facts();

    FactsNow of(CaseReference reference);

    /** @return whether it is a subject of one case, whose own facts a wording may then use too */
    default boolean ofCase() {
        return true;
    }
}
