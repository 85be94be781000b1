package org.rovingpm.placement;

import java.util.Arrays;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.springframework.stereotype.Component;

/** Holds steps to the stages of a case at which they may be done. */
@Component
class StageCheck {

    private final SupportCases cases;

    StageCheck(SupportCases cases) {
        this.cases = cases;
    }

    /** @return the case; refuses where it has ended, is on hold, or stands at none of these stages */
    SupportCase at(CaseReference reference, CaseStage... stages) {
        SupportCase supportCase = cases.get(reference);
        supportCase.refuseUnlessRunning();
        if (!Arrays.asList(stages).contains(supportCase.stage())) {
            throw new Refusal("Case %s cannot do this now: it stands at “%s”."
                    .formatted(reference, supportCase.stage().label()));
        }
        return supportCase;
    }
}
