package org.rovingpm.hiddencase;

import java.time.Instant;
import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * A case that is confidential now.
 *
 * @param madeBy user id of whoever made it so, or "practice"
 * @param named  who sees it, in the order in which they were named
 */
public record ConfidentialCase(
        CaseReference reference, String reason, Instant since, String madeBy, List<NamedPerson> named) {

    public ConfidentialCase {
        named = List.copyOf(named);
    }

    ConfidentialCase naming(List<NamedPerson> people) {
        return new ConfidentialCase(reference, reason, since, madeBy, people);
    }

    /** Whether this person sees it. */
    public boolean names(String person) {
        return named.stream().anyMatch(one -> one.person().equals(person));
    }
}
