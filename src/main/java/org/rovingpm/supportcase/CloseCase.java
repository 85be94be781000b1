package org.rovingpm.supportcase;

import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.ZoneOffset;
import org.rovingpm.submission.PlainText;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings a case to its end: closure begins, the closing report is written, the case is closed. */
@Component
public class CloseCase {

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

    /** The closing report. */
    public record Report(
            @NotNull(message = "Say how far the objectives were met.") ObjectivesMet objectivesMet,

            @NotNull(message = "Say what has changed for the practice.") @PlainText(label = "What has changed")
            String whatChanged,

            @NotNull(message = "Say what remains to be done, and by whom.") @PlainText(label = "What remains")
            String whatRemains) {}

    private final SupportCases cases;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final Clock clock;

    CloseCase(SupportCases cases, Timeline timeline, ApplicationEventPublisher events, JdbcClient jdbc, Clock clock) {
        this.cases = cases;
        this.timeline = timeline;
        this.events = events;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Transactional
    public void begin(CaseReference reference, String who) {
        move(reference, CaseEvent.CLOSURE_BEGUN, who, "Closure begun");
        events.publishEvent(new ClosureBegun(reference, who));
    }

    @Transactional
    public void report(CaseReference reference, Report report, String who) {
        cases.get(reference).refuseUnlessRunning();
        jdbc.sql("""
                insert into closing_report (case_reference, objectives_met, what_changed, what_remains, written_at, written_by)
                values (:reference, :met, :changed, :remains, :at, :who)""")
                .param("reference", reference.value())
                .param("met", report.objectivesMet().name())
                .param("changed", report.whatChanged())
                .param("remains", report.whatRemains())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("who", who)
                .update();
        timeline.add(
                reference,
                who,
                "Closing report written",
                null,
                "Objectives met: " + report.objectivesMet().label(),
                report.whatChanged());
    }

    @Transactional
    public void close(CaseReference reference, String who) {
        move(reference, CaseEvent.CASE_CLOSED, who, "Case closed");
    }

    private void move(CaseReference reference, CaseEvent event, String who, String what) {
        SupportCase supportCase = cases.get(reference);
        CaseStage before = supportCase.stage();
        supportCase.apply(event, clock.instant());
        cases.save(supportCase);
        timeline.add(reference, who, what, before.label(), supportCase.stage().label(), null);
    }
}
