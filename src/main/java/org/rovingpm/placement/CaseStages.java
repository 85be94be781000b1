package org.rovingpm.placement;

import java.util.Arrays;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStatus;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** Holds steps to the stages of a case at which they may be done. */
@Component
class CaseStages {

    private final SupportCases cases;

    CaseStages(SupportCases cases) {
        this.cases = cases;
    }

    /** @return the case; refuses where it has ended, is on hold, or stands at none of these stages */
    SupportCase at(CaseReference reference, CaseStatus... stages) {
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessRunning();
        if (!Arrays.asList(stages).contains(supportCase.status())) {
            throw new Refusal("Case %s cannot do this now: it stands at “%s”."
                    .formatted(reference, supportCase.status().label()));
        }
        return supportCase;
    }
}
