package org.rovingpm.stuck;

import java.util.List;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Has failed steps tried again, one or all that fail at the same step of the same version. */
@Component
public class TryAgain {

    /** As many at once; whatever is left stays listed. */
    public static final int AT_ONCE = 200;

    private static final String ON_RECORD = "Failed step tried again";

    private final StuckCases stuckCases;
    private final RunningSteps steps;
    private final Timeline timeline;

    TryAgain(StuckCases stuckCases, RunningSteps steps, Timeline timeline) {
        this.stuckCases = stuckCases;
        this.steps = steps;
        this.timeline = timeline;
    }

    /** Refuses what has been settled meanwhile, what the viewer may not see, and what is about to be tried anyway. @return what to say */
    @Transactional
    public String retry(Viewer viewer, Cause cause, String id) {
        refuseUnless(viewer.mayRetry());
        StuckCase found = stuckCases
                .find(viewer, cause, id)
                .filter(one -> one.cause().isFailure() && one.instance() != null)
                .orElseThrow(TryAgain::settled);
        if (!steps.retry(id, viewer.user())) {
            throw new Refusal("This step is being tried again already: look again in a minute.");
        }
        if (found.reference() != null) {
            timeline.add(new CaseReference(found.reference()), viewer.user(), ON_RECORD, null, found.step(), null);
        }
        return "The step “%s” is tried again now. It leaves this list when it succeeds.".formatted(found.step());
    }

    /** @param id that of the version and step, as the list gives it */
    @Transactional
    public String retryAll(Viewer viewer, String id) {
        refuseUnless(viewer.mayRetry());
        StuckCase found = stuckCases.find(viewer, Cause.FAULTY_VERSION, id).orElseThrow(TryAgain::settled);
        int middle = id.lastIndexOf('/');
        List<String> cases = steps.retryAll(id.substring(0, middle), id.substring(middle + 1), viewer.user(), AT_ONCE);
        cases.stream()
                .filter(reference -> !reference.isEmpty())
                .distinct()
                .forEach(reference -> timeline.add(
                        new CaseReference(reference),
                        viewer.user(),
                        ON_RECORD,
                        null,
                        found.step(),
                        "All failures of this step were tried again."));
        if (cases.isEmpty()) {
            throw new Refusal("All of them are being tried again already: look again in a minute.");
        }
        return "%d failures of “%s” are tried again now.".formatted(cases.size(), found.step());
    }

    static void refuseUnless(boolean may) {
        if (!may) {
            throw new Refusal("This is not for your role to do.");
        }
    }

    static Refusal settled() {
        return new Refusal("This has been settled meanwhile: there is nothing left to do.");
    }
}
