package org.rovingpm.stuck;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.queue.NotifyPerson;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.opentask.TasksOfCase;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reminds the person who has a task, once a day, or the practice, which gets a new link. */
@Component
public class Remind {

    private static final String TEMPLATE = "task-reminder";
    private static final String ASKED_AGAIN = "Practice asked again by link";
    private static final String QUESTION = "question-";

    private final StuckCases stuckCases;
    private final SupportCases cases;
    private final TasksOfCase tasks;
    private final OpenQuestions questions;
    private final PersonDirectory people;
    private final NotifyPerson tellPerson;
    private final QueueMessage queueMessage;
    private final Timeline timeline;
    private final JdbcClient jdbc;
    private final Clock clock;

    Remind(
            StuckCases stuckCases,
            SupportCases cases,
            TasksOfCase tasks,
            OpenQuestions questions,
            PersonDirectory people,
            NotifyPerson tellPerson,
            QueueMessage queueMessage,
            Timeline timeline,
            JdbcClient jdbc,
            Clock clock) {
        this.stuckCases = stuckCases;
        this.cases = cases;
        this.tasks = tasks;
        this.questions = questions;
        this.people = people;
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
        CaseReference reference = new CaseReference(found.reference());
        if (cause == Cause.LINK_UNANSWERED) {
            return remindPractice(viewer, reference, Long.parseLong(found.id()), found.step());
        }
        if (found.person() == null) {
            throw new Refusal("Nobody has this task yet: give it to somebody, or claim it.");
        }
        return remindPerson(viewer, reference, found.task(), found.step(), found.person(), found.since());
    }

    /**
     * As {@link #remind(Viewer, Cause, String)}, of a task that need not be late: whoever has it, or somebody who asks the practice by
     * a link.
     *
     * @param id that of one of {@link #possible}
     */
    @Transactional
    public String remind(Viewer viewer, CaseReference reference, String id) {
        Reminder found = possible(viewer, reference).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "There is nothing to remind anybody of any more: it has been done, or the case is on hold."));
        return found.person() == null
                ? remindPractice(viewer, reference, found.questionId(), found.what())
                : remindPerson(viewer, reference, found.id(), found.what(), found.person(), found.dueAt());
    }

    /**
     * Something that somebody can be reminded of.
     *
     * @param id     unique in the case
     * @param what   the task, or what the practice was asked
     * @param person user id; null for the practice
     * @param dueAt  null for the practice
     */
    public record Reminder(String id, String what, String person, Instant dueAt) {

        public static String idOf(OpenQuestions.OpenQuestion question) {
            return QUESTION + question.id();
        }

        private long questionId() {
            return Long.parseLong(id.substring(QUESTION.length()));
        }
    }

    /** @return what of the case this person can remind others of now; nobody is asked to remind themselves */
    public List<Reminder> possible(Viewer viewer, CaseReference reference) {
        if (!viewer.mayRemind()) {
            return List.of();
        }
        if (cases.get(reference).onHold()) {
            return List.of();
        }
        return Stream.concat(
                        tasks.of(reference).stream()
                                .filter(task -> !task.suspended() && task.dueAt() != null)
                                .filter(task -> task.assignee() != null
                                        && !task.assignee().equals(viewer.user()))
                                .map(task -> new Reminder(task.id(), task.name(), task.assignee(), task.dueAt())),
                        questions.of(reference).stream()
                                .map(question -> new Reminder(Reminder.idOf(question), question.what(), null, null)))
                .toList();
    }

    private String remindPerson(
            Viewer viewer, CaseReference reference, String task, String step, String person, Instant due) {
        String name = people.nameOf(person);
        boolean notified = tellPerson.tell(
                TEMPLATE,
                reference,
                person,
                "reminder:%s:%s".formatted(task, today()),
                Map.of("task", step, "due", BritishFormat.weekdayDateAndTime(due)));
        if (!notified) {
            throw new Refusal("%s has already been reminded of this today.".formatted(name));
        }
        timeline.add(reference, viewer.user(), "Reminder sent: " + step, null, person, null);
        return "%s has been reminded of “%s” in case %s.".formatted(name, step, reference);
    }

    private String remindPractice(Viewer viewer, CaseReference reference, long question, String step) {
        String template = jdbc.sql("""
                select template from published_message where case_reference = :reference and question_id = :question order by id desc limit 1""")
                .param("reference", reference.value())
                .param("question", question)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new Refusal("The practice was never asked this by e-mail: ring them."));
        if (timeline.latest(reference, ASKED_AGAIN).filter(this::isOfToday).isPresent()) {
            throw new Refusal("The practice has already been asked again today: ring them.");
        }
        queueMessage.queue(
                template, reference, new QueueMessage.Moment("asked again " + today(), Long.toString(question)));
        timeline.add(reference, viewer.user(), ASKED_AGAIN, null, step, null);
        return "The practice has been asked again in case %s, with a new link.".formatted(reference);
    }

    private boolean isOfToday(Timeline.Entry entry) {
        return LocalDate.ofInstant(entry.at(), SchemeTime.ZONE).equals(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SchemeTime.ZONE);
    }
}
