package org.rovingpm.stuck;

import java.util.List;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Retries failed steps: one, or all failures of the same step of the same version. */
@Component
public class TryAgain {

    /** The most at once; the rest stay listed. */
    public static final int AT_ONCE = 200;

    private static final String ON_RECORD = "Failed step retried";

    private final StuckCases stuckCases;
    private final RunningSteps steps;
    private final Timeline timeline;

    TryAgain(StuckCases stuckCases, RunningSteps steps, Timeline timeline) {
        this.stuckCases = stuckCases;
        this.steps = steps;
        this.timeline = timeline;
    }

    /**
     * Refuses a case that is no longer stuck, one that the viewer may not see, and a step that is about to be retried
     * anyway.
     * @return a sentence about the result
     */
    @Transactional
    public String retry(Viewer viewer, Cause cause, String id) {
        refuseUnless(viewer.mayRetry());
        StuckCase found = stuckCases
                .find(viewer, cause, id)
                .filter(one -> one.cause().isFailure() && one.instance() != null)
                .orElseThrow(TryAgain::noLongerStuck);
        if (!steps.retry(id, viewer.user())) {
            throw new Refusal("This step is being retried already: look again in a minute.");
        }
        if (found.reference() != null) {
            timeline.add(new CaseReference(found.reference()), viewer.user(), ON_RECORD, null, found.step(), null);
        }
        return "The step “%s” is being retried. It leaves this list when it succeeds.".formatted(found.step());
    }

    /** @param id the id of version and step, as in the list */
    @Transactional
    public String retryAll(Viewer viewer, String id) {
        refuseUnless(viewer.mayRetry());
        StuckCase found = stuckCases.find(viewer, Cause.FAULTY_VERSION, id).orElseThrow(TryAgain::noLongerStuck);
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
                        "All failures of this step were retried."));
        if (cases.isEmpty()) {
            throw new Refusal("All of them are being retried already: look again in a minute.");
        }
        return "%d failures of “%s” are being retried.".formatted(cases.size(), found.step());
    }

    static void refuseUnless(boolean may) {
        if (!may) {
            throw new Refusal("Your role may not do this.");
        }
    }

    static Refusal noLongerStuck() {
        return new Refusal("This is no longer stuck: there is nothing left to do.");
    }
}
