package org.rovingpm.schemestart.row;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.rovingpm.assessment.AgreeRag;
import org.rovingpm.assessment.Need;
import org.rovingpm.assessment.Needs;
import org.rovingpm.placement.ImportPlacement;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practices;
import org.rovingpm.schemestart.sheet.Sheet;
import org.rovingpm.schemestart.sheet.SheetRow;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Submissions;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.rovingpm.supportcase.ImportCase;
import org.rovingpm.supportcase.Rag;
import org.rovingpm.supportcase.RequestHelp;
import org.rovingpm.supportcase.Timeline;
import org.springframework.stereotype.Component;

/** Records cases that ended before the import. No process is started for them. */
@Component
class ClosedCaseRows implements RowImport {

    private static final int MOST_WEEKS = 104;

    /** What is known of a closed case beside its request. */
    record Past(
            @NotNull(message = "Give your reference of the case.") @PlainText(label = "Your reference", max = 60, oneLine = true)
            String ownReference,

            @NotNull(message = "Give the date of the request.") LocalDate requestedOn,

            Rag rag,

            @PlainText(label = "The PM", max = 64) String pm,

            LocalDate pmSince,

            @DecimalMin(value = "0.5", message = "Sessions a week must be at least 0.5 (a session is half a day).")
            @DecimalMax(value = "10", message = "Sessions a week must be 10 or fewer: a week has ten half days.") BigDecimal sessionsAWeek,

            @NotNull(message = "Give the day on which the case was closed.") LocalDate closedOn,

            @PlainText(label = "The result") String result) {}

    private final Submissions submissions;
    private final ImportedCases imported;
    private final Practices practices;
    private final ImportCase importCase;
    private final Needs needs;
    private final AgreeRag agreeRag;
    private final ImportPlacement importPlacement;
    private final Timeline timeline;
    private final Clock clock;

    ClosedCaseRows(
            Submissions submissions,
            ImportedCases imported,
            Practices practices,
            ImportCase importCase,
            Needs needs,
            AgreeRag agreeRag,
            ImportPlacement importPlacement,
            Timeline timeline,
            Clock clock) {
        this.submissions = submissions;
        this.imported = imported;
        this.practices = practices;
        this.importCase = importCase;
        this.needs = needs;
        this.agreeRag = agreeRag;
        this.importPlacement = importPlacement;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public Sheet sheet() {
        return Sheet.CLOSED_CASES;
    }

    @Override
    public String key(SheetRow row) {
        return Fields.key("case", ImportedCases.ownReference(row));
    }

    @Override
    public Imported take(SheetRow row, long file, String who) {
        CaseReference before = imported.find(row).orElse(null);
        if (before != null) {
            return new Imported(row, false, "Already imported: it is case %s".formatted(before));
        }
        Past past = submissions.read(Past.class, Fields.of(row, Past.class));
        Map<String, Object> asked = Fields.of(row, RequestHelp.Form.class);
        asked.put("since", past.requestedOn().toString());
        asked.put("cqcRating", CqcRating.UNKNOWN.name());
        RequestHelp.Form request = submissions.read(RequestHelp.Form.class, asked);
        check(past);
        CaseReference reference = importCase
                .open(request, past.requestedOn(), true, past.ownReference(), who)
                .reference();
        importCase.apply(reference, CaseEvent.REQUEST_ACCEPTED);
        if (past.rag() != null) {
            agreeRag.agreedBefore(reference, past.rag(), "Not recorded", who);
        }
        if (past.pm() != null) {
            support(reference, past, request, who);
        }
        importCase.close(reference, past.closedOn());
        timeline.add(reference, who, "Case closed", null, null, past.result());
        imported.add(row, reference, file, who);
        return new Imported(
                row, true, "%s, %s, closed".formatted(reference, practices.nameOf(new OdsCode(request.odsCode()))));
    }

    private void check(Past past) {
        new Problems()
                .require(
                        !past.closedOn().isBefore(past.requestedOn()),
                        "closedOn",
                        "The case was closed before help was requested: check the dates.")
                .require(
                        !past.closedOn().isAfter(LocalDate.now(clock)),
                        "closedOn",
                        "The case closes in the future: put it on the sheet of open cases.")
                .require(past.pm() == null || past.pmSince() != null, "pmSince", "Say since when the PM had the case.")
                .require(
                        past.pm() == null || past.sessionsAWeek() != null,
                        "sessionsAWeek",
                        "Give the sessions a week, such as 2.")
                .refuseIfAny();
    }

    private void support(CaseReference reference, Past past, RequestHelp.Form request, String who) {
        long weeks = ChronoUnit.DAYS.between(past.pmSince(), past.closedOn()) / 7 + 1;
        Need need = new Need(
                request.situation().whatHappened(),
                request.situation().helpKinds(),
                past.sessionsAWeek(),
                past.pmSince(),
                (int) Math.min(Math.max(weeks, 1), MOST_WEEKS));
        needs.add(reference, need, who);
        importPlacement.past(reference, past.pm(), past.pmSince(), past.closedOn(), need);
    }
}
