package org.rovingpm.practice.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.file.UnreadableRow;
import org.rovingpm.practice.register.RegisterPage.Listed;
import org.rovingpm.practice.register.RegisterQuestion.Kind;
import org.rovingpm.practice.register.RegisterQuestion.State;
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
    private final RegisterRefreshes refreshes;
    private final PracticeSettings.Register settings;

    QueryRegister(RegisterApi api, RegisterRefreshes refreshes, PracticeSettings settings) {
        this.api = api;
        this.refreshes = refreshes;
        this.settings = settings.register();
    }

    /** Begins a refresh of the whole register, in the place of one that is still going on. @return empty if no API is set */
    @Transactional
    public Optional<Long> begin() {
        if (!api.isSet()) {
            return Optional.empty();
        }
        long refresh = refreshes.begin();
        if (api.hasLists()) {
            refreshes.addQuestion(refresh, settings.icb() == null ? Kind.PRACTICES : Kind.SUB_ICBS, settings.icb(), 1);
        } else {
            refreshes.askForUnlisted(refresh);
        }
        return Optional.of(refresh);
    }

    /** @return what to ask next; empty if everything has been asked, or another refresh has taken this one's place */
    @Transactional(readOnly = true)
    public Optional<RegisterQuestion> next(long refresh) {
        return refreshes.next(refresh).map(api::question);
    }

    /** Takes a page of a list. Refuses one that ends before the list does. */
    @Transactional
    public void take(long refresh, long question, RegisterPage page) {
        if (isOver(refresh)) {
            return;
        }
        RegisterQuestion asked = refreshes.question(question);
        if (asked.kind() == Kind.SUB_ICBS) {
            takeSubIcbs(refresh, asked, page);
        } else {
            takePractices(refresh, page);
        }
        refreshes.recordAnswer(question, State.READ, null);
        turnPage(refresh, asked, page);
        if (refreshes.listsAreComplete(refresh)) {
            refreshes.askForUnlisted(refresh);
        }
    }

    /** Takes the entry of an organisation. Refuses that of another than was asked for. */
    @Transactional
    public void take(long refresh, long question, RegisterEntry entry) {
        if (isOver(refresh)) {
            return;
        }
        RegisterQuestion asked = refreshes.question(question);
        if (!asked.subject().equals(entry.code())) {
            throw new IllegalStateException(
                    "The register was asked for %s and answered about another.".formatted(asked.subject()));
        }
        try {
            if (asked.kind() == Kind.SUB_ICB) {
                refreshes.readSubIcb(question, ReadEntry.icb(entry));
            } else if (ReadEntry.isPractice(entry)) {
                takePractice(refresh, question, ReadEntry.practice(entry, refreshes.today()), ReadEntry.changed(entry));
            } else {
                refreshes.recordAnswer(question, State.NOT_FOUND, "is not a GP practice");
            }
        } catch (UnreadableRow unreadable) {
            refreshes.recordAnswer(
                    question, State.UNREADABLE, "%s %s".formatted(asked.subject(), unreadable.getMessage()));
        }
    }

    /** The register does not have the organisation. Refuses that as the answer to a list. */
    @Transactional
    public void takeNothing(long refresh, long question) {
        if (isOver(refresh)) {
            return;
        }
        RegisterQuestion asked = refreshes.question(question);
        if (asked.kind().isList()) {
            throw new IllegalStateException("The register does not have the list “%s” (404).".formatted(asked.path()));
        }
        refreshes.recordAnswer(question, State.NOT_FOUND, "is not in the register");
    }

    private boolean isOver(long refresh) {
        return refreshes.get(refresh).outcome() != null;
    }

    private void takeSubIcbs(long refresh, RegisterQuestion asked, RegisterPage page) {
        List<String> codes = page.organisations().stream()
                .filter(listed -> SUB_ICB.equals(ReadEntry.number(listed.role())))
                .map(Listed::code)
                .filter(QueryRegister::isOrganisation)
                .toList();
        if (asked.page() == 1 && codes.isEmpty()) {
            throw api.refused(
                    "it has no practices in the ICB “%s” (see the setting ROVINGPM_REGISTER_ICB)", asked.subject());
        }
        refreshes.recordKnownSubIcbs(refresh, codes, asked.subject());
        codes.forEach(code -> refreshes.addQuestion(refresh, Kind.PRACTICES, code, 1));
    }

    private void takePractices(long refresh, RegisterPage page) {
        List<Listed> practices = page.organisations().stream()
                .filter(listed -> OdsCode.of(listed.code()).isPresent())
                .filter(listed ->
                        listed.role() == null || PRESCRIBING_COST_CENTRE.equals(ReadEntry.number(listed.role())))
                .toList();
        refreshes.recordListed(
                refresh,
                practices.stream().map(Listed::code).toList(),
                practices.stream().map(QueryRegister::changed).toList(),
                practices.stream().map(Listed::active).toList());
    }

    private void takePractice(long refresh, long question, RegisterRow practice, LocalDate changed) {
        refreshes.read(question, practice, changed);
        if (practice.icb() == null && practice.subIcb() != null && api.hasLists()) {
            refreshes.addQuestion(refresh, Kind.SUB_ICB, practice.subIcb(), 1);
        }
    }

    private void turnPage(long refresh, RegisterQuestion asked, RegisterPage page) {
        long read =
                (asked.page() - 1L) * RegisterPage.SIZE + page.organisations().size();
        boolean full = page.organisations().size() == RegisterPage.SIZE;
        if (!full && page.total() != null && read < page.total()) {
            throw new IllegalStateException("The register's list broke off after %s of %s organisations."
                    .formatted(BritishFormat.number(read), BritishFormat.number(page.total())));
        }
        if (full && (page.total() == null || read < page.total())) {
            if (asked.page() == MOST_PAGES) {
                throw new IllegalStateException("The register's list does not end after %s."
                        .formatted(BritishFormat.count(read, "organisation")));
            }
            refreshes.addQuestion(refresh, asked.kind(), asked.subject(), asked.page() + 1);
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
