package org.rovingpm.supportcase.closure;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/** What support came to, for those who close a case. The module of check-ins implements it. */
public interface SupportRecord {

    /** An objective of the plan in effect, how people know that it has been met, and the progress reported last. */
    record Objective(String objective, String measure, String progress) {}

    /** Whether a PM has been at the practice, or a plan for them has been made; of a duplicate never, as its support goes on elsewhere. */
    boolean isGiven(CaseReference reference);

    /** @return the hours of the case, planned and reported, as Markdown */
    String hoursOf(CaseReference reference);

    /** @return the objectives of the plan in effect; none if there is no such plan */
    List<Objective> objectivesOf(CaseReference reference);
}
