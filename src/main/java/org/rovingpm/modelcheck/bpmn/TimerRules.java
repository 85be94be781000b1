package org.rovingpm.modelcheck.bpmn;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.modelcheck.file.BpmnFile;
import org.rovingpm.modelcheck.file.Findings;
import org.rovingpm.modelcheck.file.SubmittedFiles;
import org.rovingpm.modelcheck.known.Expressions;
import org.rovingpm.modelcheck.xml.XmlElement;
import org.springframework.scheduling.support.CronExpression;

/** A timer has a time. One that fires much more often than before is a warning. */
class TimerRules implements Rule {

    private static final ZonedDateTime FROM = LocalDateTime.of(2026, 1, 5, 0, 0).atZone(SchemeTime.ZONE);
    private static final int FIRINGS = 60;
    private static final int MUCH_OFTENER = 5;

    @Override
    public void check(BpmnFile file, SubmittedFiles all, Findings to) {
        file.processes()
                .flatMap(process -> process.all("timeCycle"))
                .filter(time -> !Expressions.isExpression(time.text()))
                .forEach(time -> oftener(time, all, to));
        file.processes()
                .flatMap(process -> process.all("timerEventDefinition"))
                .filter(timer -> timer.children("timeCycle", "timeDuration", "timeDate")
                        .allMatch(time -> time.text().isEmpty()))
                .forEach(timer ->
                        to.problem(timer, "has a timer without a time: set one, such as P7D or ${holdEndsAt}."));
    }

    private static void oftener(XmlElement time, SubmittedFiles all, Findings to) {
        XmlElement event = time.around(BpmnFile.EVENTS);
        String process = BpmnFile.processOf(time);
        if (event == null || event.id() == null || process == null) {
            return;
        }
        Optional<Duration> before = all.before(process)
                .flatMap(old -> old.find(event.id()))
                .flatMap(old -> old.all("timeCycle").findFirst())
                .flatMap(old -> interval(old.text()));
        Optional<Duration> now = interval(time.text());
        if (before.isPresent()
                && now.isPresent()
                && now.get().multipliedBy(MUCH_OFTENER).compareTo(before.get()) <= 0) {
            to.warning(
                    event,
                    "now fires every %s instead of every %s: check that this is intended."
                            .formatted(words(now.get()), words(before.get())));
        }
    }

    /** Mean time between two firings. */
    private static Optional<Duration> interval(String cycle) {
        try {
            if (cycle.startsWith("R")) {
                return length(cycle.substring(cycle.lastIndexOf('/') + 1));
            }
            CronExpression cron = CronExpression.parse(cycle);
            ZonedDateTime first = cron.next(FROM);
            ZonedDateTime last = first;
            int fired = 0;
            for (ZonedDateTime next = first; next != null && fired < FIRINGS; next = cron.next(next)) {
                last = next;
                fired++;
            }
            return fired < 2
                    ? Optional.empty()
                    : Optional.of(Duration.between(first, last).dividedBy(fired - 1L));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> length(String duration) {
        try {
            int time = duration.indexOf('T');
            Period days = time == 1 ? Period.ZERO : Period.parse(time < 0 ? duration : duration.substring(0, time));
            Duration rest = time < 0 ? Duration.ZERO : Duration.parse("P" + duration.substring(time));
            Duration length = Duration.between(FROM, FROM.plus(days)).plus(rest);
            return length.isZero() || length.isNegative() ? Optional.empty() : Optional.of(length);
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    private static String words(Duration interval) {
        return interval.toHours() >= 48
                ? BritishFormat.count(interval.plusHours(12).toDays(), "day")
                : interval.toMinutes() >= 120
                        ? BritishFormat.count(interval.plusMinutes(30).toHours(), "hour")
                        : BritishFormat.count(Math.max(1, interval.toMinutes()), "minute");
    }
}
