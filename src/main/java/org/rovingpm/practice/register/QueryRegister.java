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
 * practice that is in no list is asked for by its code, because it leaves the scheme only if its own entry says so.
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

    /** Begins a refresh of the whole register, in place of one that is still going on. @return empty if no API is set */
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

    /** Records a page of a list. Refuses one that ends before the list does. */
    @Transactional
    public void recordPage(long refresh, long questionId, RegisterPage page) {
        if (isOver(refresh)) {
            return;
        }
        RegisterQuestion question = refreshes.question(questionId);
        if (question.kind() == Kind.SUB_ICBS) {
            recordSubIcbs(refresh, question, page);
        } else {
            recordPractices(refresh, page);
        }
        refreshes.recordAnswer(questionId, State.READ, null);
        askForNextPage(refresh, question, page);
        if (refreshes.listsAreComplete(refresh)) {
            refreshes.askForUnlisted(refresh);
        }
    }

    /** Records the entry of an organisation. Refuses the entry of any other than was asked for. */
    @Transactional
    public void recordEntry(long refresh, long questionId, RegisterEntry entry) {
        if (isOver(refresh)) {
            return;
        }
        RegisterQuestion question = refreshes.question(questionId);
        if (!question.subject().equals(entry.code())) {
            throw new IllegalStateException(
                    "The register was asked for %s and answered about another.".formatted(question.subject()));
        }
        try {
            if (question.kind() == Kind.SUB_ICB) {
                refreshes.recordSubIcb(questionId, ReadEntry.icb(entry));
            } else if (ReadEntry.isPractice(entry)) {
                recordPractice(
                        refresh, questionId, ReadEntry.practice(entry, refreshes.today()), ReadEntry.changed(entry));
            } else {
                refreshes.recordAnswer(questionId, State.NOT_FOUND, "is not a GP practice");
            }
        } catch (UnreadableRow unreadable) {
            refreshes.recordAnswer(
                    questionId, State.UNREADABLE, "%s %s".formatted(question.subject(), unreadable.getMessage()));
        }
    }

    /** Records that the register does not have the organisation. Refuses that as the answer to a list. */
    @Transactional
    public void recordNotFound(long refresh, long questionId) {
        if (isOver(refresh)) {
            return;
        }
        RegisterQuestion question = refreshes.question(questionId);
        if (question.kind().isList()) {
            throw new IllegalStateException(
                    "The register does not have the list “%s” (404).".formatted(question.path()));
        }
        refreshes.recordAnswer(questionId, State.NOT_FOUND, "is not in the register");
    }

    private boolean isOver(long refresh) {
        return refreshes.get(refresh).outcome() != null;
    }

    private void recordSubIcbs(long refresh, RegisterQuestion question, RegisterPage page) {
        List<String> codes = page.organisations().stream()
                .filter(listed -> SUB_ICB.equals(ReadEntry.number(listed.role())))
                .map(Listed::code)
                .filter(QueryRegister::isOrganisation)
                .toList();
        if (question.page() == 1 && codes.isEmpty()) {
            throw api.refused(
                    "it has no practices in the ICB “%s” (see the setting ROVINGPM_REGISTER_ICB)", question.subject());
        }
        refreshes.recordKnownSubIcbs(refresh, codes, question.subject());
        codes.forEach(code -> refreshes.addQuestion(refresh, Kind.PRACTICES, code, 1));
    }

    private void recordPractices(long refresh, RegisterPage page) {
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

    private void recordPractice(long refresh, long questionId, RegisterRow practice, LocalDate changed) {
        refreshes.recordEntry(questionId, practice, changed);
        if (practice.icb() == null && practice.subIcb() != null && api.hasLists()) {
            refreshes.addQuestion(refresh, Kind.SUB_ICB, practice.subIcb(), 1);
        }
    }

    private void askForNextPage(long refresh, RegisterQuestion question, RegisterPage page) {
        long read = (question.page() - 1L) * RegisterPage.SIZE
                + page.organisations().size();
        boolean full = page.organisations().size() == RegisterPage.SIZE;
        if (!full && page.total() != null && read < page.total()) {
            throw new IllegalStateException("The register's list broke off after %s of %s organisations."
                    .formatted(BritishFormat.number(read), BritishFormat.number(page.total())));
        }
        if (full && (page.total() == null || read < page.total())) {
            if (question.page() == MOST_PAGES) {
                throw new IllegalStateException("The register's list does not end after %s."
                        .formatted(BritishFormat.count(read, "organisation")));
            }
            refreshes.addQuestion(refresh, question.kind(), question.subject(), question.page() + 1);
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
