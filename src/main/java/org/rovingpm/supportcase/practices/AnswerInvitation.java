package org.rovingpm.supportcase.practices;

import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what a practice answered that another one had named in its request. It is in the case from the moment that it agrees. */
@Component
public class AnswerInvitation {

    private static final String WHO = "practice";

    private final InvitedPractices invited;
    private final AddPractice addPractice;
    private final Practices practices;
    private final Timeline timeline;

    AnswerInvitation(InvitedPractices invited, AddPractice addPractice, Practices practices, Timeline timeline) {
        this.invited = invited;
        this.addPractice = addPractice;
        this.practices = practices;
        this.timeline = timeline;
    }

    /**
     * Refuses a second answer, and to join a case that no practice can join any more.
     *
     * @param answeredBy name and role, as they were written
     */
    @Transactional
    public void answer(CaseReference reference, OdsCode practice, boolean joins, String answeredBy) {
        InvitedPractice invitation = invited.find(reference, practice)
                .orElseThrow(() -> new Refusal("This question can no longer be answered."));
        if (!invited.answer(invitation, joins, answeredBy)) {
            throw new Refusal("Your practice has answered this already.");
        }
        if (joins) {
            addPractice.join(reference, practice, invitation.contact(), "Agreed to by " + answeredBy, WHO);
        } else {
            timeline.add(
                    reference,
                    WHO,
                    "Practice does not take part",
                    null,
                    practices.nameOf(practice),
                    "Answered by " + answeredBy);
        }
    }
}
