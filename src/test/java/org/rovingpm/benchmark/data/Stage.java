package org.rovingpm.benchmark.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Where cases stand, how many of them, and how one gets there from the request. */
public enum Stage {
    REQUESTED(80, story -> {}),
    INFORMATION_NEEDED(20, CaseStory::askForInformation),
    MATCHING(50, CaseStory::accept),
    OFFERED(40, MATCHING.way.andThen(CaseStory::choose)),
    INTRODUCING(40, MATCHING.way.andThen(CaseStory::match)),
    VISITING(40, INTRODUCING.way.andThen(CaseStory::introduce)),
    PLANNING(40, VISITING.way.andThen(CaseStory::visit)),
    APPROVED_BY_NOBODY(20, PLANNING.way.andThen(CaseStory::submitPlan)),
    APPROVED_BY_PM(30, APPROVED_BY_NOBODY.way.andThen(CaseStory::approvePlan)),
    SUPPORTED(500, APPROVED_BY_PM.way.andThen(CaseStory::activatePlan).andThen(weeks(3))),
    REPORT_DUE(50, SUPPORTED.way.andThen(CaseStory::endWeek)),
    REPORT_MISSING(20, REPORT_DUE.way.andThen(CaseStory::remind)),
    REVIEWED(20, REPORT_DUE.way.andThen(story -> story.reportTheWeek("The partners quarrel.", false))),
    CLOSING(30, REPORT_DUE.way.andThen(story -> story.reportTheWeek(null, true))),
    FEEDBACK_ASKED(20, CLOSING.way.andThen(CaseStory::reportClosure)),
    CLOSED(-950, FEEDBACK_ASKED.way.andThen(CaseStory::close)),
    DECLINED(-50, CaseStory::decline);

    private final int share;
    private final Consumer<CaseStory> way;

    /** @param share of the open cases, in thousandths; negative: of the closed ones */
    Stage(int share, Consumer<CaseStory> way) {
        this.share = share;
        this.way = way;
    }

    public void reach(CaseStory story) {
        way.accept(story);
    }

    public boolean open() {
        return share > 0;
    }

    public int share() {
        return Math.abs(share);
    }

    public static List<Stage> of(boolean open) {
        return Arrays.stream(values()).filter(stage -> stage.open() == open).toList();
    }

    private static Consumer<CaseStory> weeks(int weeks) {
        return story -> {
            for (int week = 0; week < weeks; week++) {
                story.endWeek();
                story.reportTheWeek(null, false);
            }
        };
    }
}
