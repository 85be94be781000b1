package org.rovingpm.notification.digest;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.format.BritishFormat;
import org.rovingpm.notification.MessageSettings;
import org.rovingpm.notification.MorningNews;
import org.rovingpm.notification.digest.DueWork.Person;
import org.rovingpm.notification.digest.DueWork.Task;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.notification.template.MessageTemplate;
import org.rovingpm.notification.template.MessageTemplates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells each person, on working mornings, which of their tasks are due or late and, for some roles, what is stuck:
 * one message a day, however often it is called.
 */
@Component
public class SendDigests {

    static final int AT_A_TIME = 100;

    private static final String TEMPLATE = "morning-digest";

    private final DueWork work;
    private final MorningNews news;
    private final MessageTemplates templates;
    private final QueueMessage queueMessage;
    private final MessageSettings settings;
    private final WorkingCalendar calendar;
    private final Clock clock;

    SendDigests(
            DueWork work,
            MorningNews news,
            MessageTemplates templates,
            QueueMessage queueMessage,
            MessageSettings settings,
            WorkingCalendar calendar,
            Clock clock) {
        this.work = work;
        this.news = news;
        this.templates = templates;
        this.queueMessage = queueMessage;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Notifies the next hundred people. @return whether everybody has been notified */
    @Transactional
    public boolean next() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, clock.getZone());
        if (!calendar.isWorkingDay(today)) {
            return true;
        }
        String key = "digest:" + today + ":";
        MessageTemplate template = templates.get(TEMPLATE);
        List<MorningNews.Line> all = news.all();
        List<Person> people = work.of(today, key, all.isEmpty() ? Set.of() : news.groups(), AT_A_TIME);
        Map<String, List<MorningNews.Line>> lines = news.of(
                people.stream()
                        .filter(Person::getsNews)
                        .map(person -> person.recipient().person())
                        .toList(),
                all);
        people.forEach(person -> queueMessage.write(
                template,
                key + person.recipient().person(),
                null,
                "person",
                person.recipient(),
                null,
                fieldValues(person, lines.getOrDefault(person.recipient().person(), List.of()), now)));
        return people.size() < AT_A_TIME;
    }

    private Map<String, Object> fieldValues(Person person, List<MorningNews.Line> lines, Instant now) {
        Map<String, Object> values = new HashMap<>();
        values.put("taskListLink", settings.link("/camunda"));
        values.put(
                "lateTasks",
                rows(person.tasks().stream()
                        .filter(task -> task.due().isBefore(now))
                        .toList()));
        values.put(
                "tasksDueToday",
                rows(person.tasks().stream()
                        .filter(task -> !task.due().isBefore(now))
                        .toList()));
        values.put(
                "stuckCases",
                lines.stream()
                        .map(line -> Map.of(
                                "cause",
                                line.cause(),
                                "number",
                                Integer.toString(line.number()),
                                "red",
                                Integer.toString(line.red())))
                        .toList());
        values.put("interestsLink", person.confirms() ? settings.link("/interests") : null);
        values.put("stuckLink", lines.isEmpty() ? null : settings.link(news.path()));
        long more = person.all() - person.tasks().size();
        values.put("moreTasks", more > 0 ? Long.toString(more) : null);
        return values;
    }

    private List<Map<String, String>> rows(List<Task> tasks) {
        return tasks.stream()
                .map(task -> Map.of(
                        "task",
                        task.name(),
                        "case",
                        task.reference(),
                        "practice",
                        task.practice(),
                        "due",
                        BritishFormat.weekdayDateAndTime(task.due()),
                        "link",
                        settings.link("/cases/" + task.reference() + "/task")))
                .toList();
    }
}
