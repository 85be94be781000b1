package org.rovingpm.checkin;

import java.time.LocalDate;
import org.rovingpm.checkin.MissingCheckIns.Step;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.placement.Placement;
import org.rovingpm.placement.Placements;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the PM of a week that they have not reported; each week once. */
@Component
public class RemindPm {

    private final Placements placements;
    private final MissingCheckIns missing;
    private final Timeline timeline;

    RemindPm(Placements placements, MissingCheckIns missing, Timeline timeline) {
        this.placements = placements;
        this.missing = missing;
        this.timeline = timeline;
    }

    @Transactional
    public void remind(CaseReference reference, LocalDate weekEnding, String who) {
        Placement placement = placements.get(reference);
        if (missing.add(placement, weekEnding, Step.REMINDER, "Reminded", null, who)) {
            timeline.add(
                    reference,
                    who,
                    "PM reminded",
                    null,
                    placement.pm(),
                    "The week ending %s has not been reported".formatted(BritishFormat.date(weekEnding)));
        }
    }
}
