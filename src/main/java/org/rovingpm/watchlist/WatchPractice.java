package org.rovingpm.watchlist;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.hiddencase.DeclaredInterests;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a practice on the watch list, changes what is written of it, and ends the watch. Needs no consent, and no case comes of it. */
@Component
public class WatchPractice {

    private static final int FURTHEST_YEARS = 2;
    private static final int LONGEST_AGO_YEARS = 10;

    /**
     * What was noticed.
     *
     * @param noticedBy   in words, because it may be somebody without an account
     * @param lookAgainOn may be missing
     */
    public record Noticed(
            @NotNull(message = "Choose the sign that was noticed.") WarningSign sign,

            @NotNull(message = "Say what was noticed.") @PlainText(label = "What was noticed")
            String whatNoticed,

            @NotNull(message = "Give the date on which it was noticed.") LocalDate noticedOn,

            @NotNull(message = "Say who noticed it.") @PlainText(label = "Who noticed it", max = 200, oneLine = true)
            String noticedBy,

            LocalDate lookAgainOn) {}

    /** Why a practice is no longer watched. */
    public record End(
            @NotNull(message = "Say why it need not be watched any more.") @PlainText(label = "The reason", max = 500)
            String endReason) {}

    private final WatchList watchList;
    private final Practices practices;
    private final DeclaredInterests interests;
    private final Clock clock;

    WatchPractice(WatchList watchList, Practices practices, DeclaredInterests interests, Clock clock) {
        this.watchList = watchList;
        this.practices = practices;
        this.interests = interests;
        this.clock = clock;
    }

    /**
     * Refuses a practice that the scheme does not serve, one that is watched already, and one in which the watcher has declared an
     * interest: somebody else has to watch it.
     *
     * @return its id
     */
    @Transactional
    public long add(Watcher watcher, String odsCode, Noticed noticed) {
        Practice practice = OdsCode.of(odsCode)
                .flatMap(practices::find)
                .filter(found -> found.open() && found.inScheme())
                .orElseThrow(
                        () -> new Refusal("practice", "Search for the practice, and choose it from what is found."));
        check(noticed, null);
        if (interests.holds(watcher.person(), practice.code())) {
            throw new Refusal(
                    "practice",
                    "You have declared an interest in this practice: ask somebody else of the team to watch it.");
        }
        return watchList
                .add(watcher, practice.code(), noticed)
                .orElseThrow(() -> new Refusal(
                        "practice",
                        "This practice is on the watch list already: open it there, and add what you have noticed."));
    }

    /**
     * Changes what is written of it. What was written before stays on record.
     *
     * @param version that the watcher was shown
     * @throws ChangedMeanwhile if somebody has written about it since
     */
    @Transactional
    public void change(Watcher watcher, long id, int version, Noticed noticed) {
        WatchedPractice watched = current(watchList, watcher, id, version);
        check(noticed, watched.lookAgainOn());
        watchList.change(watcher, watched, noticed);
    }

    /**
     * Ends the watch, for good: a practice that is noticed again is put on the list again.
     *
     * @throws ChangedMeanwhile if somebody has written about it since
     */
    @Transactional
    public void end(Watcher watcher, long id, int version, End end) {
        WatchedPractice watched = current(watchList, watcher, id, version);
        watchList.end(watcher, watched.id(), end.endReason(), null);
    }

    /** @return the practice, locked; refuses one that is no longer watched, and one that was changed since it was read */
    static WatchedPractice current(WatchList watchList, Watcher watcher, long id, int version) {
        WatchedPractice watched = watchList
                .lock(watcher, id)
                .filter(found -> found.end() == null)
                .orElseThrow(
                        () -> new Refusal(
                                "This practice is no longer watched. If there is something new, put it on the watch list again."));
        if (watched.version() != version) {
            throw new ChangedMeanwhile();
        }
        return watched;
    }

    /** A day to look again that has passed may stay as it is. */
    private void check(Noticed noticed, LocalDate lookAgainBefore) {
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(
                        !noticed.noticedOn().isAfter(today),
                        "noticedOn",
                        "The date on which it was noticed is in the future: give today's or an earlier one.")
                .require(
                        noticed.noticedOn().isAfter(today.minusYears(LONGEST_AGO_YEARS)),
                        "noticedOn",
                        "The date on which it was noticed is more than ten years ago: check the year.")
                .require(
                        noticed.lookAgainOn() == null
                                || noticed.lookAgainOn().equals(lookAgainBefore)
                                || isDayToLookAgain(noticed.lookAgainOn(), today),
                        "lookAgainOn",
                        LOOK_AGAIN)
                .refuseIfAny();
    }

    static final String LOOK_AGAIN =
            "The day to look again has to be today or later, and within two years: correct it, or leave it empty.";

    static boolean isDayToLookAgain(LocalDate day, LocalDate today) {
        return !day.isBefore(today) && !day.isAfter(today.plusYears(FURTHEST_YEARS));
    }
}
