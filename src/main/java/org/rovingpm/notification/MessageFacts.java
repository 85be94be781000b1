package org.rovingpm.notification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rovingpm.supportcase.CaseReference;

/**
 * What wordings may say about one subject of a case, such as its plan. A bean of the module that knows the subject; a
 * wording names the subjects it is about in its header.
 */
public interface MessageFacts {

    /** @return its name in the headers of wordings, such as "plan" */
    String about();

    List<Fact> facts();

    /** @return texts, and lists of texts by name, by the names of the facts; none but the optional ones may be missing */
    Map<String, Object> of(CaseReference reference);

    /** @return whether it is a subject of one case, whose own facts a wording may then use too */
    default boolean ofCase() {
        return true;
    }

    /** @return what tells this occasion from others of the same case, such as the number of the plan; empty where nothing does */
    default Optional<String> occasion(CaseReference reference) {
        return Optional.empty();
    }
}
