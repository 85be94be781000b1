package org.rovingpm.practice.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.file.UnreadableRow;
import org.rovingpm.practice.register.RegisterPage.Listed;
import org.rovingpm.practice.register.RegisterQuestion.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads the NHS register through its API, question by question: lists say which practices there are, and the entry of each
 * practice says everything else. Only entries that are new, or have changed since they were last read, are asked for; a known
 * practice that no list shows is asked for by its code, because only the register's own word puts it out of the scheme.
 */
@Component
public class QueryRegister {

    private static final int MOST_PAGES = 100;
    private static final String PRESCRIBING_COST_CENTRE = "177";
    private static final String SUB_ICB = "98";

    private final RegisterApi api;
    private final RegisterRefreshes readings;
    private final PracticeSettings.Register settings;

    QueryRegister(RegisterApi api, RegisterRefreshes readings, PracticeSettings settings) {
        this.api = api;
        this.readings = readings;
        this.settings = settings.register();
    }

    /** Begins a reading of the whole register, in the place of one that is still going on. @return empty where no API is set */
    @Transactional
    public Optional<Long> begin() {
        if (!api.isSet()) {
            return Optional.empty();
        }
        long reading = readings.begin();
        if (api.hasLists()) {
            readings.ask(reading, settings.icb() == null ? Kind.PRACTICES : Kind.SUB_ICBS, settings.icb(), 1);
        } else {
            readings.askForUnlisted(reading);
        }
        return Optional.of(reading);
    }

    /** @return what to ask next; empty where everything has been asked, or another reading has taken this one's place */
    @Transactional(readOnly = true)
    public Optional<RegisterQuestion> next(long reading) {
        return readings.next(reading).map(api::question);
    }

    /** Takes a page of a list. Refuses one that ends before the list does. */
    @Transactional
    public void take(long reading, long question, RegisterPage page) {
        if (isOver(reading)) {
            return;
        }
        RegisterQuestion asked = readings.question(question);
        if (asked.kind() == Kind.SUB_ICBS) {
            takeSubIcbs(reading, asked, page);
        } else {
            takePractices(reading, page);
        }
        readings.answered(question, "READ", null);
        turnPage(reading, asked, page);
        if (readings.listsAreComplete(reading)) {
            readings.askForUnlisted(reading);
        }
    }

    /** Takes the entry of an organisation. Refuses that of another than was asked for. */
    @Transactional
    public void take(long reading, long question, RegisterEntry entry) {
        if (isOver(reading)) {
            return;
        }
        RegisterQuestion asked = readings.question(question);
        if (!asked.subject().equals(entry.code())) {
            throw new IllegalStateException(
                    "The register was asked for %s and answered about another.".formatted(asked.subject()));
        }
        try {
            if (asked.kind() == Kind.SUB_ICB) {
                readings.readSubIcb(question, ReadEntry.icb(entry));
            } else if (ReadEntry.isPractice(entry)) {
                takePractice(reading, question, ReadEntry.practice(entry, readings.today()), ReadEntry.changed(entry));
            } else {
                readings.answered(question, "NOT_FOUND", "is not a GP practice");
            }
        } catch (UnreadableRow unreadable) {
            readings.answered(question, "UNREADABLE", "%s %s".formatted(asked.subject(), unreadable.getMessage()));
        }
    }

    /** The register does not have the organisation. Refuses that as the answer to a list. */
    @Transactional
    public void takeNothing(long reading, long question) {
        if (isOver(reading)) {
            return;
        }
        RegisterQuestion asked = readings.question(question);
        if (asked.kind().isList()) {
            throw new IllegalStateException("The register does not have the list “%s” (404).".formatted(asked.path()));
        }
        readings.answered(question, "NOT_FOUND", "is not in the register");
    }

    private boolean isOver(long reading) {
        return readings.get(reading).outcome() != null;
    }

    private void takeSubIcbs(long reading, RegisterQuestion asked, RegisterPage page) {
        List<String> codes = page.organisations().stream()
                .filter(listed -> SUB_ICB.equals(ReadEntry.number(listed.role())))
                .map(Listed::code)
                .filter(QueryRegister::isOrganisation)
                .toList();
        if (asked.page() == 1 && codes.isEmpty()) {
            throw api.refused(
                    "it has no practices in the ICB “%s” (see the setting ROVINGPM_REGISTER_ICB)", asked.subject());
        }
        readings.known(reading, codes, asked.subject());
        codes.forEach(code -> readings.ask(reading, Kind.PRACTICES, code, 1));
    }

    private void takePractices(long reading, RegisterPage page) {
        List<Listed> practices = page.organisations().stream()
                .filter(listed -> OdsCode.of(listed.code()).isPresent())
                .filter(listed ->
                        listed.role() == null || PRESCRIBING_COST_CENTRE.equals(ReadEntry.number(listed.role())))
                .toList();
        readings.listed(
                reading,
                practices.stream().map(Listed::code).toList(),
                practices.stream().map(QueryRegister::changed).toList(),
                practices.stream().map(Listed::active).toList());
    }

    private void takePractice(long reading, long question, RegisterRow practice, LocalDate changed) {
        readings.read(question, practice, changed);
        if (practice.icb() == null && practice.subIcb() != null && api.hasLists()) {
            readings.ask(reading, Kind.SUB_ICB, practice.subIcb(), 1);
        }
    }

    private void turnPage(long reading, RegisterQuestion asked, RegisterPage page) {
        long read =
                (asked.page() - 1L) * RegisterPage.SIZE + page.organisations().size();
        boolean full = page.organisations().size() == RegisterPage.SIZE;
        if (!full && page.total() != null && read < page.total()) {
            throw new IllegalStateException(
                    "The register's list broke off after %,d of %,d organisations.".formatted(read, page.total()));
        }
        if (full && (page.total() == null || read < page.total())) {
            if (asked.page() == MOST_PAGES) {
                throw new IllegalStateException(
                        "The register's list does not end after %,d organisations.".formatted(read));
            }
            readings.ask(reading, asked.kind(), asked.subject(), asked.page() + 1);
        }
    }

    private static LocalDate changed(Listed listed) {
        try {
            return ReadEntry.date(listed.changed(), "its last change");
        } catch (UnreadableRow unreadable) {
            // Without a day it counts as changed, and is read
            return null;
        }
    }

    private static boolean isOrganisation(String code) {
        return code != null && ReadEntry.ORGANISATION.matcher(code).matches();
    }
}
