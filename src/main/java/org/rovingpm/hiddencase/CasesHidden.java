package org.rovingpm.hiddencase;

import java.util.List;
import org.rovingpm.supportcase.CaseReference;

/**
 * From now on these open cases are hidden from somebody, whose work in them is to be taken back. Whoever listens takes part in
 * the same transaction.
 *
 * @param person     user id of whom they are hidden from
 * @param references may be empty
 * @param why        in a few words, for the timeline: “They have declared an interest in the practice”
 * @param theirs     the same for the person themselves: “you have declared an interest in the practice”; null where they are not told
 * @param who        user id of the person who did this
 */
public record CasesHidden(String person, List<CaseReference> references, String why, String theirs, String who) {

    public CasesHidden {
        references = List.copyOf(references);
    }
}
