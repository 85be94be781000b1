package org.rovingpm.practice.register;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.practice.register.RegisterQuestion.State;
import org.rovingpm.practice.register.RegisterRefreshes.Outcome;
import org.rovingpm.practice.register.RegisterRefreshes.Refresh;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Applies what a refresh of the register has found, by the same rules as a register file, and writes the same report. */
@Component
public class ApplyRegisterRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyRegisterRefresh.class);

    private final RefreshRegister refreshRegister;
    private final RegisterApi api;
    private final RegisterRefreshes refreshes;
    private final RegisterAnswers answers;
    private final PracticeSettings.Register settings;

    ApplyRegisterRefresh(
            RefreshRegister refreshRegister,
            RegisterApi api,
            RegisterRefreshes refreshes,
            RegisterAnswers answers,
            PracticeSettings settings) {
        this.refreshRegister = refreshRegister;
        this.api = api;
        this.refreshes = refreshes;
        this.answers = answers;
        this.settings = settings.register();
    }

    /** Changes nothing if the refresh has ended. Refuses, as a whole, one that lacks many of the known practices. */
    @Transactional
    public void apply(long id) {
        Refresh refresh = refreshes.get(id);
        if (refresh.outcome() == null) {
            List<RegisterRow> practices = answers.practices(id);
            long inScheme = practices.stream()
                    .filter(row -> row.isServed(settings.icb()))
                    .count();
            refuseIfEmpty(refresh, inScheme + answers.unchangedInScheme(id));
            List<RegisterChange> changes = refreshRegister.apply(api, practices, answers.unread(id), settings.icb());
            answers.recordLastChanges(id);
            RegisterReport report =
                    report(refresh, practices.size(), inScheme + answers.unchangedInScheme(id), changes);
            LOG.info(report.summary());
            report.refused().forEach(row -> LOG.warn(row.toString()));
            refreshes.end(id, outcome(refresh, practices.size(), inScheme), text(report));
        }
    }

    private void refuseIfEmpty(Refresh refresh, long inScheme) {
        if (refresh.practice() == null && inScheme == 0) {
            throw api.refused(
                    "no practice in it is in %s",
                    settings.icb() == null ? "England" : "the ICB “" + settings.icb() + "”");
        }
    }

    private RegisterReport report(Refresh refresh, long read, long inScheme, List<RegisterChange> changes) {
        long questions = answers.count(refresh.id(), State.READ, State.UNCHANGED, State.NOT_FOUND, State.UNREADABLE);
        return new RegisterReport(
                refresh.practice() == null ? api.toString() : api + " for " + refresh.practice(),
                questions,
                read + answers.count(refresh.id(), State.UNCHANGED),
                inScheme,
                changes,
                answers.unreadable(refresh.id()),
                answers.count(refresh.id(), State.UNREADABLE));
    }

    private Outcome outcome(Refresh refresh, long read, long inScheme) {
        if (refresh.practice() == null || inScheme > 0) {
            return Outcome.APPLIED;
        }
        if (read > 0) {
            return Outcome.NOT_SERVED;
        }
        return answers.count(refresh.id(), State.UNREADABLE) > 0 ? Outcome.UNREADABLE : Outcome.NOT_FOUND;
    }

    private static String text(RegisterReport report) {
        return Stream.concat(
                        Stream.of(report.summary()), report.refused().stream().map(RefusedRow::toString))
                .collect(Collectors.joining("\n"));
    }
}
