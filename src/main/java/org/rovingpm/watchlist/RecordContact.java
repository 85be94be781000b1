package org.rovingpm.watchlist;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.LocalDate;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records a contact with a watched practice, and what it said of help. A contact is never changed afterwards. */
@Component
public class RecordContact {

    private static final int LONGEST_AGO_YEARS = 10;

    /**
     * @param withWhom    name and role at the practice
     * @param nextLookOn  when to look again; null to leave that as it is
     */
    public record Form(
            @NotNull(message = "Give the date of the contact.") LocalDate contactedOn,

            @NotNull(message = "Choose how you spoke with them.") ContactWay way,

            @NotNull(message = "Say with whom you spoke.") @PlainText(label = "With whom you spoke", max = 200, oneLine = true)
            String withWhom,

            @NotNull(message = "Say what was said.") @PlainText(label = "What was said")
            String whatSaid,

            @NotNull(message = "Choose whether help was offered, and what they said.") HelpOffer help,

            LocalDate nextLookOn) {}

    private final WatchList watchList;
    private final Clock clock;

    RecordContact(WatchList watchList, Clock clock) {
        this.watchList = watchList;
        this.clock = clock;
    }

    /**
     * Refuses a date that cannot be, and a practice that is no longer watched.
     *
     * @param version that the watcher was shown
     * @throws ChangedMeanwhile if somebody has written about it since: they may have rung as well
     */
    @Transactional
    public void record(Watcher watcher, long id, int version, Form contact) {
        WatchedPractice watched = WatchPractice.current(watchList, watcher, id, version);
        LocalDate today = LocalDate.now(clock);
        new Problems()
                .require(
                        !contact.contactedOn().isAfter(today),
                        "contactedOn",
                        "The date of the contact is in the future: give today's or an earlier one.")
                .require(
                        contact.contactedOn().isAfter(today.minusYears(LONGEST_AGO_YEARS)),
                        "contactedOn",
                        "The date of the contact is more than ten years ago: check the year.")
                .require(
                        contact.nextLookOn() == null || WatchPractice.isDayToLookAgain(contact.nextLookOn(), today),
                        "nextLookOn",
                        WatchPractice.LOOK_AGAIN)
                .refuseIfAny();
        watchList.add(watcher, watched, contact, contact.nextLookOn());
    }
}
