package org.rovingpm.supportcase.closure;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.ZoneOffset;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records what support came to, before the case is closed. */
@Component
public class WriteClosingReport {

    /** How far the objectives were met. */
    public enum ObjectivesMet {
        ALL("All of them"),
        SOME("Some of them"),
        NONE("None of them"),
        NOT_STARTED("Support did not start");

        private final String label;

        ObjectivesMet(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The service manager's answers. */
    public record Form(
            @NotNull(message = "Say how far the objectives were met.") ObjectivesMet objectivesMet,

            @NotNull(message = "Say what has changed for the practice.") @PlainText(label = "What has changed")
            String whatChanged,

            @NotNull(message = "Say what remains to be done, and by whom.") @PlainText(label = "What remains")
            String whatRemains) {}

    private final SupportCases cases;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    WriteClosingReport(SupportCases cases, Timeline timeline, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void write(CaseReference reference, Form form, String who) {
        cases.get(reference).refuseUnlessRunning();
        jdbc.sql("""
                insert into closing_report (case_reference, objectives_met, what_changed, what_remains, written_at, written_by)
                values (:reference, :met, :changed, :remains, :at, :who)""")
                .param("reference", reference.value())
                .param("met", form.objectivesMet().name())
                .param("changed", form.whatChanged())
                .param("remains", form.whatRemains())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        timeline.add(
                reference,
                who,
                "Closing report written",
                null,
                "Objectives met: " + form.objectivesMet().label(),
                form.whatChanged());
    }
}
