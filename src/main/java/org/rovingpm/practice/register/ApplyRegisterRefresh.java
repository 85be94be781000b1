package org.rovingpm.practice.register;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rovingpm.practice.PracticeSettings;
import org.rovingpm.practice.file.RefusedRow;
import org.rovingpm.practice.register.RegisterRefreshes.Outcome;
import org.rovingpm.practice.register.RegisterRefreshes.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes over what a reading of the register has found, with the rules and the report of a register file. */
@Component
public class ApplyRegisterRefresh {

    private static final Logger LOG = LoggerFactory.getLogger(ApplyRegisterRefresh.class);

    private final RefreshRegister refreshRegister;
    private final RegisterApi api;
    private final RegisterRefreshes readings;
    private final RegisterAnswers answers;
    private final PracticeSettings.Register settings;

    ApplyRegisterRefresh(
            RefreshRegister refreshRegister,
            RegisterApi api,
            RegisterRefreshes readings,
            RegisterAnswers answers,
            PracticeSettings settings) {
        this.refreshRegister = refreshRegister;
        this.api = api;
        this.readings = readings;
        this.answers = answers;
        this.settings = settings.register();
    }

    /** Changes nothing where the reading has ended. Refuses, as a whole, one that lacks many of the known practices. */
    @Transactional
    public void takeOver(long id) {
        Reading reading = readings.get(id);
        if (reading.outcome() == null) {
            List<RegisterRow> practices = answers.practices(id);
            long inScheme = practices.stream()
                    .filter(row -> row.isServed(settings.icb()))
                    .count();
            refuseIfEmpty(reading, inScheme + answers.unchangedInScheme(id));
            List<RegisterChange> changes =
                    refreshRegister.takeOver(api, practices, answers.withoutNews(id), settings.icb());
            answers.remember(id);
            RegisterReport report =
                    report(reading, practices.size(), inScheme + answers.unchangedInScheme(id), changes);
            LOG.info(report.summary());
            report.refused().forEach(row -> LOG.warn(row.toString()));
            readings.end(id, outcome(reading, practices.size(), inScheme), text(report));
        }
    }

    private void refuseIfEmpty(Reading reading, long inScheme) {
        if (reading.practice() == null && inScheme == 0) {
            throw api.refused(
                    "no practice in it is in %s",
                    settings.icb() == null ? "England" : "the ICB “" + settings.icb() + "”");
        }
    }

    private RegisterReport report(Reading reading, long read, long inScheme, List<RegisterChange> changes) {
        long asked = answers.count(reading.id(), "READ", "UNCHANGED", "NOT_FOUND", "UNREADABLE");
        return new RegisterReport(
                reading.practice() == null ? api.toString() : api + " for " + reading.practice(),
                asked,
                read + answers.count(reading.id(), "UNCHANGED"),
                inScheme,
                changes,
                answers.unreadable(reading.id()),
                answers.count(reading.id(), "UNREADABLE"));
    }

    private Outcome outcome(Reading reading, long read, long inScheme) {
        if (reading.practice() == null || inScheme > 0) {
            return Outcome.APPLIED;
        }
        if (read > 0) {
            return Outcome.NOT_SERVED;
        }
        return answers.count(reading.id(), "UNREADABLE") > 0 ? Outcome.UNREADABLE : Outcome.NOT_FOUND;
    }

    private static String text(RegisterReport report) {
        return Stream.concat(
                        Stream.of(report.summary()), report.refused().stream().map(RefusedRow::toString))
                .collect(Collectors.joining("\n"));
    }
}
