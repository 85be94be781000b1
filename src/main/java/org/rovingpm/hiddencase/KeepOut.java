package org.rovingpm.hiddencase;

import jakarta.validation.constraints.NotNull;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCase;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps people out of single cases, and lifts that again. Who did so, and why, stays on record. */
@Component
public class KeepOut {

    private static final int MOST = 200;
    private static final String NO_SUCH_CASE = "There is no such case: check the number.";

    /** Whom to keep out of what, and why. */
    public record Form(
            @NotNull(message = "Give the number of the case, such as RPM-2026-0042.") @PlainText(label = "The number of the case", max = 20)
            String caseReference,

            @NotNull(message = "Choose the person.") @PlainText(label = "The person", max = 64)
            String person,

            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String reason) {}

    /** Why they may see it again. */
    public record Lift(
            @NotNull(message = "Say why.") @PlainText(label = "Why", max = 500)
            String reason) {}

    private final JdbcClient jdbc;
    private final SupportCases cases;
    private final HiddenCases hidden;
    private final StaffDirectory staff;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeepOut(
            JdbcClient jdbc,
            SupportCases cases,
            HiddenCases hidden,
            StaffDirectory staff,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.hidden = hidden;
        this.staff = staff;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps the person out from now on. Refuses an unknown case or person, a closed case, and somebody who is kept out already. */
    @Transactional
    public void keepOut(Form form, String who) {
        SupportCase supportCase = CaseReference.read(form.caseReference())
                .filter(reference -> !hidden.hides(reference, who))
                .flatMap(cases::find)
                .orElseThrow(() -> new Refusal("caseReference", NO_SUCH_CASE));
        if (staff.find(form.person()).isEmpty()) {
            throw new Refusal("person", "There is nobody with this user name: choose somebody else.");
        }
        CaseReference reference = supportCase.reference();
        int added = jdbc.sql("""
                insert into kept_out (case_reference, person, reason, kept_out_at, kept_out_by)
                values (:reference, :person, :reason, :at, :who)
                on conflict (case_reference, person) where lifted_at is null do nothing""")
                .param("reference", reference.value())
                .param("person", form.person())
                .param("reason", form.reason())
                .param("at", now())
                .param("who", who)
                .update();
        if (added == 0) {
            throw new Refusal("person", "They are kept out of this case already.");
        }
        timeline.add(reference, who, "Person kept out of the case", null, form.person(), form.reason());
        if (supportCase.closedAt() == null) {
            events.publishEvent(
                    new CasesHidden(form.person(), List.of(reference), "They are kept out of the case", null, who));
        }
    }

    /** Lets the person see the case again. Refuses where that has been done, and somebody who would let themselves in. */
    @Transactional
    public void lift(KeptOut before, Lift form, String who) {
        if (before.person().equals(who)) {
            throw new Refusal("You cannot lift what keeps you out yourself: ask a colleague to do it.");
        }
        int lifted = jdbc.sql("""
                update kept_out set lifted_at = :at, lifted_by = :who, lift_reason = :reason
                where id = :id and lifted_at is null""")
                .param("at", now())
                .param("who", who)
                .param("reason", form.reason())
                .param("id", before.id())
                .update();
        if (lifted == 0) {
            throw new Refusal("This has been lifted already: open the page again.");
        }
        timeline.add(
                new CaseReference(before.reference()),
                who,
                "Person no longer kept out of the case",
                before.person(),
                null,
                form.reason());
    }

    /** @return who is or was kept out of which case, those who still are first, without cases that are hidden from the reader */
    public List<KeptOut> all(String reader, int first, int most) {
        return jdbc.sql("""
                select * from kept_out
                where case_reference <> all (array(select case_reference from published_hidden_cases(:reader, :today)))
                order by lifted_at is not null, kept_out_at desc, id desc limit :most offset :first""")
                .param("reader", reader)
                .param("today", LocalDate.now(clock))
                .param("most", Math.min(Math.max(most, 1), MOST))
                .param("first", Math.max(first, 0))
                .query(KeepOut::keptOut)
                .list();
    }

    /** @return empty also where the case is hidden from the reader */
    public Optional<KeptOut> find(long id, String reader) {
        return jdbc.sql("select * from kept_out where id = :id")
                .param("id", id)
                .query(KeepOut::keptOut)
                .optional()
                .filter(found -> !hidden.hides(new CaseReference(found.reference()), reader));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static KeptOut keptOut(ResultSet row, int number) throws SQLException {
        return new KeptOut(
                row.getLong("id"),
                row.getString("case_reference"),
                row.getString("person"),
                row.getString("reason"),
                instant(row, "kept_out_at"),
                row.getString("kept_out_by"),
                instant(row, "lifted_at"),
                row.getString("lifted_by"),
                row.getString("lift_reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
