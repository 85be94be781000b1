package org.rovingpm.demo;

import java.time.LocalDate;
import java.util.List;
import org.rovingpm.access.Role;
import org.rovingpm.practice.Practice;
import org.rovingpm.watchlist.ContactWay;
import org.rovingpm.watchlist.HelpOffer;
import org.rovingpm.watchlist.RecordContact;
import org.rovingpm.watchlist.WarningSigns;
import org.rovingpm.watchlist.WatchPractice;
import org.rovingpm.watchlist.Watcher;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Practices of the invented county that the liaison team watches: none of those that have a case. */
@Component
@Profile("demo")
class DemoWatchList {

    private static final String OFFICER = "liaison";
    private static final String NAME = "Lena Lavender";

    private final WatchPractice watchPractice;
    private final RecordContact recordContact;
    private final WarningSigns signs;

    DemoWatchList(WatchPractice watchPractice, RecordContact recordContact, WarningSigns signs) {
        this.watchPractice = watchPractice;
        this.recordContact = recordContact;
        this.signs = signs;
    }

    /** The stories take the practices of the county from the first one on. */
    void make(List<Practice> county, LocalDate today) {
        Watcher officer = Watcher.of(OFFICER, List.of(Role.LIAISON.group())).orElseThrow();
        List<Practice> last = county.stream()
                .filter(practice -> practice.open() && practice.inScheme())
                .skip(county.size() - 8L)
                .toList();
        watch(
                officer,
                last.get(0),
                "STAFF",
                "Two receptionists have left, and the telephone rings unanswered.",
                today,
                12,
                0);
        long spoken = watch(
                officer,
                last.get(1),
                "PARTNERS",
                "The senior partner retires in spring and nobody takes over.",
                today,
                30,
                4);
        recordContact.record(
                officer,
                spoken,
                1,
                new RecordContact.Form(
                        today.minusDays(5),
                        ContactWay.VISIT,
                        "Dr Hazel Marsh, partner",
                        "They would rather wait until the partners have met.",
                        HelpOffer.OFFERED,
                        null));
        watch(officer, last.get(2), "SILENCE", "Has not come to the last three network meetings.", today, 45, 20);
    }

    private long watch(
            Watcher officer, Practice practice, String sign, String what, LocalDate today, int ago, int ahead) {
        return watchPractice.add(
                officer,
                practice.code().value(),
                new WatchPractice.Noticed(signs.get(sign), what, today.minusDays(ago), NAME, today.plusDays(ahead)));
    }
}
