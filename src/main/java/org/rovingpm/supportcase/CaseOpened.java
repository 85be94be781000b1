package org.rovingpm.supportcase;

import java.util.List;
import org.rovingpm.supportcase.RequestAnswers.FurtherPractice;

/**
 * A request has become a case. Listeners run in the same transaction.
 *
 * @param who              user id of the person who took the request, or "practice"
 * @param confidential     whether the request asks that the case be kept especially confidential
 * @param viewers          user ids of those who were chosen to see it then, beside whoever took it; may be empty
 * @param furtherPractices the other practices that the request is for; not of the case yet
 */
public record CaseOpened(
        CaseReference reference,
        String who,
        boolean confidential,
        List<String> viewers,
        List<FurtherPractice> furtherPractices) {

    public CaseOpened {
        viewers = List.copyOf(viewers);
        furtherPractices = List.copyOf(furtherPractices);
    }
}
