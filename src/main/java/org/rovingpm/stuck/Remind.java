package org.rovingpm.stuck;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.queue.NotifyPerson;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the person whose task is late, once a day, or the practice, which gets a new link. */
@Component
public class Remind {

    private static final String TEMPLATE = "task-reminder";

    private final StuckCases stuckCases;
    private final NotifyPerson tellPerson;
    private final QueueMessage queueMessage;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    Remind(
            StuckCases stuckCases,
            NotifyPerson tellPerson,
            QueueMessage queueMessage,
            Timeline timeline,
            JdbcClient jdbc,
            Clock clock) {
        this.stuckCases = stuckCases;
        this.tellPerson = tellPerson;
        this.queueMessage = queueMessage;
        this.timeline = timeline;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Refuses a case that is no longer stuck, a task that nobody has, and a second reminder on the same day.
     * @return a sentence about the result
     */
    @Transactional
    public String remind(Viewer viewer, Cause cause, String id) {
        TryAgain.refuseUnless(viewer.mayRemind());
        StuckCase found = stuckCases.find(viewer, cause, id).orElseThrow(TryAgain::noLongerStuck);
        return cause == Cause.LINK_UNANSWERED ? remindPractice(viewer, found) : remindPerson(viewer, found);
    }

    private String remindPerson(Viewer viewer, StuckCase found) {
        if (found.person() == null) {
            throw new Refusal("Nobody has this task yet: give it to somebody, or claim it.");
        }
        CaseReference reference = new CaseReference(found.reference());
        boolean notified = tellPerson.tell(
                TEMPLATE,
                reference,
                found.person(),
                "reminder:%s:%s".formatted(found.task(), today()),
                Map.of(
                        "task",
                        found.step(),
                        "due",
                        BritishFormat.weekdayDateAndTime(found.since()),
                        "holder",
                        found.personName()));
        if (!notified) {
            throw new Refusal("%s has already been reminded of this today.".formatted(found.personName()));
        }
        timeline.add(reference, viewer.user(), "Reminder sent: " + found.step(), null, found.person(), null);
        return "%s has been reminded of “%s” in case %s."
                .formatted(found.personName(), found.step(), found.reference());
    }

    private String remindPractice(Viewer viewer, StuckCase found) {
        CaseReference reference = new CaseReference(found.reference());
        String template = jdbc.sql("""
                select template from published_message where case_reference = :reference and question_id = :question order by id desc limit 1""")
                .param("reference", reference.value())
                .param("question", Long.parseLong(found.id()))
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal("The practice was never asked this by e-mail: ring them."));
        queueMessage.queue(template, reference, new QueueMessage.Moment("asked again " + today(), found.id()));
        timeline.add(reference, viewer.user(), "Practice asked again by link", null, found.step(), null);
        return "The practice has been asked again in case %s, with a new link.".formatted(found.reference());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchemeTime.ZONE);
    }
}
