package org.rovingpm.supportcase;

import java.util.Arrays;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Holds steps to the stages of a case at which they may be done. */
@Component
public class StageCheck {

    private final SupportCases cases;

    StageCheck(SupportCases cases) {
        this.cases = cases;
    }

    /** As {@link #at}, and nobody else changes what the practices of the case are asked until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public SupportCase lockedAt(CaseReference reference, CaseStage... stages) {
        cases.lock(reference);
        return at(reference, stages);
    }

    /** @return the case; refuses if it has ended, is on hold, or is at none of these stages */
    public SupportCase at(CaseReference reference, CaseStage... stages) {
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessRunning();
        if (!Arrays.asList(stages).contains(supportCase.stage())) {
            throw new Refusal("This cannot be done while case %s is at “%s”."
                    .formatted(reference, supportCase.stage().label()));
        }
        return supportCase;
    }
}
