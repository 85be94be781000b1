package org.rovingpm.casechange;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.HoldCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decides, when the hold period is over, whether the case resumes or stays on hold. */
@Component
public class ReviewHold {

    /** What happens to the hold. */
    public enum Decision {
        RESUME,
        EXTEND
    }

    /** The coordinator's answers. */
    public record Form(
            @NotNull(message = "Say whether the case can resume.") Decision decision,

            LocalDate holdUntil,

            @NotNull(message = "Say why.") @PlainText(label = "Why")
            String reason) {}

    private final HoldCase holdCase;

    ReviewHold(HoldCase holdCase) {
        this.holdCase = holdCase;
    }

    @Transactional
    public void review(CaseReference reference, Form form, String who) {
        switch (form.decision()) {
            case RESUME -> holdCase.resume(reference, form.reason(), who);
            case EXTEND -> holdCase.extend(reference, form.holdUntil(), form.reason(), who);
        }
    }
}
