package org.rovingpm.supportcase;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.Practices;
import org.rovingpm.submission.Problems;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseStage.CaseEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records cases that were begun before the scheme used the application. Nobody is told of them, and no process is started. */
@Component
public class ImportCase {

    /** The timeline entry of every case that was imported. */
    public static final String IMPORTED = "Case imported";

    private static final LocalTime END_OF_DAY = LocalTime.of(17, 0);

    private final Practices practices;
    private final SupportCases cases;
    private final CasePractices casePractices;
    private final Triage triage;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportCase(
            Practices practices,
            SupportCases cases,
            CasePractices casePractices,
            Triage triage,
            Timeline timeline,
            ApplicationEventPublisher events,
            Clock clock) {
        this.practices = practices;
        this.cases = cases;
        this.casePractices = casePractices;
        this.triage = triage;
        this.timeline = timeline;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the case of a request that has been received before. Refuses an unknown practice, one that is closed or not of the
     * scheme unless the case has ended, dates in the future, and a request that is an open case word for word.
     *
     * @param ended        whether the case will be closed in the same transaction
     * @param ownReference what the scheme called the case so far
     * @param who          user id of the person who imports it
     */
    @Transactional
    public RequestHelp.Opened open(
            RequestHelp.Form form, LocalDate requestedOn, boolean ended, String ownReference, String who) {
        Practice practice = OdsCode.of(form.odsCode()).flatMap(practices::find).orElse(null);
        check(form, practice, requestedOn, ended).refuseIfAny();
        casePractices.lock(practice.code());
        cases.findSame(practice.code(), form.situation().whatHappened()).ifPresent(same -> {
            throw new Refusal(
                    "whatHappened",
                    "The same request of this practice is already case %s, which is open.".formatted(same));
        });
        CaseReference reference = cases.nextReference(requestedOn.getYear());
        cases.add(SupportCase.requested(
                reference,
                practice.code(),
                new SupportCase.Request(
                        at(requestedOn),
                        who,
                        form.contact(),
                        form.situation().withListSizeOr(practice.listSize()),
                        form.risk(),
                        form.referral())));
        timeline.add(
                reference,
                who,
                IMPORTED,
                null,
                practice.name(),
                "Requested on %s; “%s” in the scheme's own records"
                        .formatted(BritishFormat.date(requestedOn), ownReference));
        Rag suggested = triage.suggest(cases.get(reference));
        events.publishEvent(new CaseOpened(
                reference, who, Boolean.TRUE.equals(form.referral().confidential()), List.of(), List.of()));
        return new RequestHelp.Opened(reference, suggested);
    }

    /** Takes the case to the next stage without doing what usually goes with it. */
    @Transactional
    public void apply(CaseReference reference, CaseEvent event) {
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(event, clock.instant());
        cases.save(supportCase);
    }

    /** Closes a case that ended on this day. */
    @Transactional
    public void close(CaseReference reference, LocalDate closedOn) {
        SupportCase supportCase = cases.get(reference);
        supportCase.apply(CaseEvent.CLOSURE_BEGUN, at(closedOn));
        supportCase.apply(CaseEvent.CASE_CLOSED, at(closedOn));
        cases.save(supportCase);
    }

    private Problems check(RequestHelp.Form form, Practice practice, LocalDate requestedOn, boolean ended) {
        LocalDate since = form.situation().since();
        return new Problems()
                .require(
                        practice != null,
                        "odsCode",
                        "No practice of the register has the ODS code “%s”: check it.".formatted(form.odsCode()))
                .require(
                        practice == null || ended || practice.open() && practice.inScheme(),
                        "odsCode",
                        "This practice is closed, or not one of those that the scheme serves: only its closed cases can be imported.")
                .require(
                        !requestedOn.isAfter(LocalDate.now(clock)),
                        "requestedOn",
                        "The request is in the future: check the date.")
                .require(
                        !since.isAfter(requestedOn),
                        "since",
                        "The difficulty began after help was requested: check the dates.");
    }

    private Instant at(LocalDate day) {
        Instant end = day.atTime(END_OF_DAY).atZone(SchemeTime.ZONE).toInstant();
        Instant now = clock.instant();
        return end.isAfter(now) ? now : end;
    }
}
