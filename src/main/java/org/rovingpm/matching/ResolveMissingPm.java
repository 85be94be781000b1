package org.rovingpm.matching;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides what happens when nobody suitable was found: offer the placement to somebody who has become suitable since, search again,
 * perhaps with other sessions or another start, or stop.
 */
@Component
public class ResolveMissingPm {

    private static final int FURTHEST_YEARS = 2;

    /** What the service manager may decide. */
    public enum Decision {
        CHOOSE,
        SEARCH_AGAIN,
        GIVE_UP
    }

    /**
     * What came of it.
     *
     * @param offered the offer; null unless somebody was chosen
     */
    public record Resolved(boolean searchAgain, ChoosePm.Offered offered) {}

    /**
     * @param pm            where somebody is chosen: user id
     * @param choiceReason  where somebody is chosen: why, unless they are the first on the shortlist
     * @param sessionsAWeek half days a week to look for from now on; null leaves them as they are
     * @param expectedStart when support should begin; null leaves it as it is
     * @param told          where the search stops: why, in the words that the practice reads
     * @param signpostedTo  where the search stops: where the practice can turn instead
     */
    public record Form(
            @NotNull(message = "Choose whether to offer the placement, to search again or to stop.") Decision decision,

            @PlainText(label = "The PM", max = 64) String pm,
            @PlainText(label = "The reason for the choice") String choiceReason,

            @DecimalMin(value = "0.5", message = "Sessions a week must be at least 0.5 (a session is half a day).")
            @DecimalMax(value = "10", message = "Sessions a week must be 10 or fewer: a week has ten half days.") @Digits(
                    integer = 2,
                    fraction = 2,
                    message = "Give sessions a week with at most two decimal places, such as 2.5.")
            BigDecimal sessionsAWeek,

            LocalDate expectedStart,

            @PlainText(label = "What the practice is told") String told,

            @PlainText(label = "Where the practice can turn")
            String signpostedTo,

            @PlainText(label = "The reason") String reason) {}

    private final SupportCases cases;
    private final Needs needs;
    private final StoppedSearches searches;
    private final ChoosePm choosePm;
    private final Timeline timeline;
    private final Clock clock;

    ResolveMissingPm(
            SupportCases cases,
            Needs needs,
            StoppedSearches searches,
            ChoosePm choosePm,
            Timeline timeline,
            Clock clock) {
        this.choosePm = choosePm;
        this.cases = cases;
        this.needs = needs;
        this.searches = searches;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** Refuses a PM who does not meet an eligibility rule now, and an offer without the reason that {@link ChoosePm} asks for. */
    @Transactional
    public Resolved resolve(CaseReference reference, Form form, String who) {
        ChoosePm.refuseUnlessMatching(cases.get(reference));
        if (form.decision() == Decision.CHOOSE) {
            return new Resolved(false, choose(reference, form, who));
        }
        new Problems()
                .require(form.reason() != null, "reason", "Say why.")
                .require(
                        form.pm() == null,
                        "pm",
                        "A PM is chosen to be offered the case only: choose that, or leave the PM out.")
                .refuseIfAny();
        if (form.decision() == Decision.GIVE_UP) {
            stop(reference, form, who);
            return new Resolved(false, null);
        }
        searchFor(reference, form, who);
        return new Resolved(true, null);
    }

    private ChoosePm.Offered choose(CaseReference reference, Form form, String who) {
        new Problems()
                .require(
                        form.pm() != null,
                        "pm",
                        "Choose a PM who is suitable now. If nobody is, leave this task open, search again or stop.")
                .refuseIfAny();
        return choosePm.choose(
                reference, new ChoosePm.Form(ChoosePm.Decision.CHOOSE, form.pm(), form.choiceReason()), who);
    }

    private void stop(CaseReference reference, Form form, String who) {
        new Problems()
                .require(form.told() != null, "told", "Tell the practice why nobody was found.")
                .require(form.signpostedTo() != null, "signpostedTo", "Say where the practice can turn instead.")
                .refuseIfAny();
        searches.add(reference, new StoppedSearches.StoppedSearch(form.told(), form.signpostedTo()), who);
        timeline.add(reference, who, "Search for a PM stopped", null, form.told(), form.reason());
    }

    private void searchFor(CaseReference reference, Form form, String who) {
        Need before = needs.latest(reference);
        Need needed = new Need(
                before.helpNeeded(),
                before.kinds(),
                form.sessionsAWeek() == null ? before.sessionsAWeek() : form.sessionsAWeek(),
                form.expectedStart() == null ? before.start() : form.expectedStart(),
                before.weeks());
        boolean sameStart = needed.start().equals(before.start());
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(
                        sameStart || !needed.start().isBefore(today),
                        "expectedStart",
                        "The start date has passed: give today's date or a later one.")
                .require(
                        sameStart || needed.start().isBefore(today.plusYears(FURTHEST_YEARS)),
                        "expectedStart",
                        "The start date is more than two years away: check the date.")
                .refuseIfAny();
        if (sameStart && needed.sessionsAWeek().compareTo(before.sessionsAWeek()) == 0) {
            timeline.add(reference, who, "Search for a PM restarted", null, null, form.reason());
        } else {
            needs.add(reference, needed, who);
            timeline.add(reference, who, "Search for a PM restarted", inWords(before), inWords(needed), form.reason());
        }
    }

    private static String inWords(Need need) {
        return "%s a week from %s"
                .formatted(BritishFormat.count(need.sessionsAWeek(), "session"), BritishFormat.date(need.start()));
    }
}
