package org.rovingpm.demo.process;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.demo.DemoContext;
import org.rovingpm.demo.Step;
import org.rovingpm.demo.Story;
import org.rovingpm.demo.process.Progress.Chapter;
import org.rovingpm.demo.process.TasksToDo.OpenTask;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays all stories in the order of time, as they would have happened: somebody's step or a timer, whichever comes first, is
 * done next, at its own time. Each step is chosen from the state of the engine, so that it makes no difference whether the
 * application was killed in between.
 */
@Component
@Profile("demo")
class DemoRunner {

    private static final Logger LOG = LoggerFactory.getLogger(DemoRunner.class);
    private static final Duration BREATH = Duration.ofMinutes(5);
    private static final String SUPPORT_CASE = SupportCaseProcess.KEY;

    private final People people;
    private final TasksToDo openTasks;
    private final Timers timers;
    private final Progress progress;
    private final TimeTravel time;
    private final WorkingCalendar calendar;
    private final DemoContext.Sources sources;
    private final TransactionTemplate transaction;

    DemoRunner(
            People people,
            TasksToDo openTasks,
            Timers timers,
            Progress progress,
            TimeTravel time,
            WorkingCalendar calendar,
            DemoContext.Sources sources,
            TransactionTemplate transaction) {
        this.people = people;
        this.openTasks = openTasks;
        this.timers = timers;
        this.progress = progress;
        this.time = time;
        this.calendar = calendar;
        this.sources = sources;
        this.transaction = transaction;
    }

    /** A story and how far it has come; nothing is known of one that has not begun. */
    private record StoryInProgress(Story story, Chapter chapter) {

        boolean begun() {
            return chapter != null;
        }

        boolean ended() {
            return begun() && chapter.steps() == story.steps().size();
        }

        Step next() {
            return story.steps().get(chapter.steps());
        }
    }

    /** Something that somebody does at a time. */
    private record Turn(StoryInProgress inProgress, OpenTask task, Instant at) {}

    /**
     * Plays until the moment, or so many steps. A step that fails ends its story, not the start: the rest is worth having.
     *
     * @return what could not be done; fails if another application does the same at the same time
     */
    List<String> play(List<Story> stories, Instant until, int mostSteps) {
        List<String> problems = new ArrayList<>();
        List<StoryInProgress> all = new ArrayList<>(stories.stream()
                .map(story -> new StoryInProgress(story, progress.of(story).orElse(null)))
                .toList());
        time.to(all.stream()
                .filter(StoryInProgress::begun)
                .map(inProgress -> inProgress.chapter().at())
                .max(Comparator.naturalOrder())
                .orElse(stories.get(0).begins()));
        for (int steps = 0; steps < mostSteps; steps++) {
            timers.doWhatWaits();
            Optional<Turn> turn = nextTurn(all);
            Optional<Job> timer = timers.next();
            Instant turnAt = turn.map(Turn::at).orElse(Instant.MAX);
            Instant timerAt = timer.map(Timers::due).orElse(Instant.MAX);
            if (turnAt.isAfter(until) && timerAt.isAfter(until)) {
                break;
            }
            if (timerAt.isAfter(turnAt)) {
                take(turn.get(), all, problems);
            } else {
                time.to(later(timerAt, time.now()));
                timers.fire(timer.get());
            }
        }
        return problems;
    }

    private Optional<Turn> nextTurn(List<StoryInProgress> all) {
        List<OpenTask> open = openTasks.all();
        return all.stream()
                .filter(inProgress -> !inProgress.ended())
                .flatMap(inProgress -> turn(inProgress, open).stream())
                .min(Comparator.comparing(Turn::at));
    }

    private Optional<Turn> turn(StoryInProgress inProgress, List<OpenTask> open) {
        if (!inProgress.begun()) {
            return Optional.of(new Turn(inProgress, null, inProgress.story().begins()));
        }
        Step step = inProgress.next();
        Instant last = inProgress.chapter().at();
        if (step.kind() == Step.Kind.START) {
            return Optional.of(new Turn(inProgress, null, calendar.add(last, step.after())));
        }
        return open.stream()
                .filter(task -> task.reference().equals(inProgress.chapter().reference())
                        && task.step().equals(step.where()))
                .findFirst()
                .map(task -> new Turn(
                        inProgress,
                        task,
                        later(calendar.add(task.created(), step.after()), calendar.add(last, BREATH))));
    }

    private void take(Turn turn, List<StoryInProgress> all, List<String> problems) {
        time.to(later(turn.at(), time.now()));
        StoryInProgress inProgress = turn.inProgress();
        try {
            Chapter chapter = transaction.execute(status -> {
                Chapter written = inProgress.begun() ? continueStory(turn) : begin(inProgress.story());
                progress.note(inProgress.story(), written);
                return written;
            });
            all.set(all.indexOf(inProgress), new StoryInProgress(inProgress.story(), chapter));
            if (!inProgress.begun()) {
                logProgress(all);
            }
        } catch (OptimisticLockingException another) {
            throw another;
        } catch (RuntimeException failure) {
            all.remove(inProgress);
            problems.add("%s, %s: %s"
                    .formatted(
                            inProgress.story().practice(),
                            inProgress.begun() ? inProgress.next().where() : "request",
                            failure));
        }
    }

    private static void logProgress(List<StoryInProgress> all) {
        long begun = all.stream().filter(StoryInProgress::begun).count();
        if (begun % 8 == 0) {
            LOG.info("Making demonstration data: {} of {} cases…", begun, all.size());
        }
    }

    private Chapter begin(Story story) {
        LocalDate today = LocalDate.ofInstant(time.now(), SchemeTime.ZONE);
        return new Chapter(
                people.start(story.who(), SUPPORT_CASE, story.request().apply(today)), 0, time.now());
    }

    private Chapter continueStory(Turn turn) {
        Chapter chapter = turn.inProgress().chapter();
        Step step = turn.inProgress().next();
        DemoContext context = new DemoContext(
                new CaseReference(chapter.reference()), LocalDate.ofInstant(time.now(), SchemeTime.ZONE), sources);
        switch (step.kind()) {
            case START ->
                people.start(
                        Step.PM.equals(step.who()) ? context.pm() : step.who(),
                        step.where(),
                        step.form().apply(context));
            case CLAIM -> people.claim(step.who(), turn.task().id());
            case COMPLETE ->
                people.complete(
                        Step.PM.equals(step.who()) ? turn.task().assignee() : step.who(),
                        turn.task().id(),
                        step.form().apply(context));
        }
        return new Chapter(chapter.reference(), chapter.steps() + 1, time.now());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
