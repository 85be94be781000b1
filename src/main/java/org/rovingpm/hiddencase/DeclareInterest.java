package org.rovingpm.hiddencase;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Declares, changes, confirms and ends the interests of people in practices. From the moment of its declaration an interest hides
 * the practice's cases from them, and their work there is taken back.
 */
@Component
public class DeclareInterest {

    private static final String DECLARED = "They have declared an interest in the practice";
    private static final String ENTERED = "An interest of theirs in the practice has been put on record";
    private static final String YOU_DECLARED = "you have declared an interest in the practice";
    private static final String YOURS_ENTERED = "an interest of yours in the practice has been put on record";
    private static final String CHANGED = "Changed";
    private static final String OVER = "Its last day had passed";
    private static final int FURTHEST_YEARS = 80;

    /**
     * @param practice ODS code
     * @param since    since when the person has had it
     * @param until    the last day on which it holds; null where no end is known
     */
    public record Form(
            @NotNull(message = "Choose the practice.") @PlainText(label = "The practice", max = 10)
            String practice,

            @NotNull(message = "Choose what kind of interest it is.") InterestKind kind,

            @NotNull(message = "Say what the interest is.") @PlainText(label = "What the interest is", max = 500)
            String reason,

            @NotNull(message = "Give the date since which this has been so.") LocalDate since,

            LocalDate until) {}

    /** Why an interest is no longer one. */
    public record End(
            @NotNull(message = "Say why it has ended.") @PlainText(label = "Why it has ended", max = 500)
            String endReason) {}

    private final DeclaredInterests interests;
    private final Practices practices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DeclareInterest(DeclaredInterests interests, Practices practices, ApplicationEventPublisher events, Clock clock) {
        this.interests = interests;
        this.practices = practices;
        this.events = events;
        this.clock = clock;
    }

    /**
     * In answer to an offer, which asks for no more than a reason. Refuses an interest without one; does nothing if one is in
     * force already.
     */
    @Transactional
    public void declare(String person, OdsCode practice, String reason) {
        if (reason == null || reason.isBlank()) {
            throw new Refusal("reason", "Say what the interest is.");
        }
        endExpired(person, practice, person);
        if (interests.add(person, practice, null, reason, LocalDate.now(clock), null, person)) {
            hide(person, practice, person);
        }
    }

    /**
     * Refuses an unknown practice, dates that cannot be, and a second interest of the person in the same practice.
     *
     * @param person user id of whose interest it is
     * @param who    user id of whoever declares it: the person, or a service manager
     */
    @Transactional
    public void declare(String person, Form form, String who) {
        OdsCode practice = checked(form);
        endExpired(person, practice, who);
        if (!interests.add(person, practice, form.kind(), form.reason(), form.since(), form.until(), who)) {
            throw new Refusal("practice", "An interest in this practice has been declared already: change that one.");
        }
        hide(person, practice, who);
    }

    /** Ends one and begins another in its place. Refuses one that has ended, and what {@link #declare} refuses. */
    @Transactional
    public void change(DeclaredInterest before, Form form, String who) {
        OdsCode practice = checked(form);
        end(before, new End(CHANGED), who);
        if (!interests.add(before.person(), practice, form.kind(), form.reason(), form.since(), form.until(), who)) {
            throw new Refusal("practice", "An interest in this practice has been declared already: change that one.");
        }
        hide(before.person(), practice, who);
    }

    /** Ends it from today. Refuses one that has ended already. */
    @Transactional
    public void end(DeclaredInterest interest, End form, String who) {
        if (!interests.end(interest.id(), form.endReason(), who)) {
            throw new Refusal("This interest has ended already: open the page again.");
        }
    }

    /** @return false if the person has none in this practice that could be ended today */
    @Transactional
    public boolean end(String person, OdsCode practice, String reason, String who) {
        return interests
                .lock(person, practice)
                .filter(found -> interests.end(found.id(), reason, who))
                .isPresent();
    }

    /** Says that it is still so; it is asked again in a year. */
    @Transactional
    public void confirm(DeclaredInterest interest) {
        interests.confirm(interest.id());
    }

    private OdsCode checked(Form form) {
        LocalDate today = LocalDate.now(clock);
        OdsCode practice = OdsCode.of(form.practice())
                .filter(code -> practices.find(code).isPresent())
                .orElse(null);
        new Problems()
                .require(practice != null, "practice", "There is no such practice in the register: search for it.")
                .require(
                        !form.since().isAfter(today),
                        "since",
                        "The date since which this has been so is in the future: give today's or an earlier one.")
                .require(
                        form.since().isAfter(today.minusYears(FURTHEST_YEARS)),
                        "since",
                        "The date since which this has been so is more than %d years ago: check the year."
                                .formatted(FURTHEST_YEARS))
                .require(
                        form.until() == null || !form.until().isBefore(today),
                        "until",
                        "The last day has passed: give today's date or a later one, or none.")
                .require(
                        form.until() == null || form.until().isBefore(today.plusYears(FURTHEST_YEARS)),
                        "until",
                        "The last day is more than %d years away: check the year.".formatted(FURTHEST_YEARS))
                .refuseIfAny();
        return practice;
    }

    /** One whose last day has passed makes room for another. */
    private void endExpired(String person, OdsCode practice, String who) {
        interests
                .lock(person, practice)
                .filter(earlier -> !earlier.holdsOn(LocalDate.now(clock)))
                .ifPresent(earlier -> interests.end(earlier.id(), OVER, who));
    }

    private void hide(String person, OdsCode practice, String who) {
        boolean byThemselves = person.equals(who);
        events.publishEvent(new CasesHidden(
                person,
                interests.openCasesOf(practice),
                byThemselves ? DECLARED : ENTERED,
                byThemselves ? YOU_DECLARED : YOURS_ENTERED,
                who));
    }
}
