package org.rovingpm.processhistory.web;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rovingpm.access.Names;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.casepage.CaseAccess;
import org.rovingpm.hiddencase.CaseReader;
import org.rovingpm.notification.Messages;
import org.rovingpm.processhistory.ProcessHistory;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.Timeline;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The tabs of a process instance and the heat map of a process, for Cockpit. What people wrote about a case is shown only to those
 * who may see the case; a case of a practice in which somebody has declared an interest is not shown to them at all.
 */
@RestController
@RequestMapping("/api")
class ProcessHistoryApi {

    private static final int A_PAGE = 50;
    private static final int LAST_PAGE = 200;

    private final ProcessHistory history;
    private final CaseAccess access;
    private final Timeline timeline;
    private final Messages messages;
    private final PersonDirectory people;

    ProcessHistoryApi(
            ProcessHistory history, CaseAccess access, Timeline timeline, Messages messages, PersonDirectory people) {
        this.history = history;
        this.access = access;
        this.timeline = timeline;
        this.messages = messages;
        this.people = people;
    }

    /** @param why null also if it is not for the reader */
    record Entry(Instant at, String who, String what, String before, String after, String why) {}

    /** @param wholly whether what people wrote is shown too */
    record CaseTimeline(String caseReference, List<Entry> entries, boolean more, boolean wholly) {}

    record StepRow(String name, String kind, String who, Instant began, Instant ended, String outcome) {}

    /** @param what the kind of the message; what it says stands on the page of the case */
    record MessageRow(Instant at, String what, String outcome) {}

    record History(
            List<StepRow> steps,
            boolean more,
            List<ProcessHistory.Variable> variables,
            List<ProcessHistory.Failure> failures,
            List<MessageRow> messages) {}

    @GetMapping("/instances/{id}/timeline")
    CaseTimeline timeline(@PathVariable String id, @RequestParam(defaultValue = "0") int page, Authentication person) {
        ProcessHistory.Instance instance = visible(id, person);
        if (instance.reference() == null) {
            return new CaseTimeline(null, List.of(), false, false);
        }
        CaseReference reference = new CaseReference(instance.reference());
        boolean wholly = access.maySee(person.getName(), groups(person), reference);
        int shown = shown(page);
        List<Timeline.Entry> entries = timeline.of(reference, shown, A_PAGE);
        Names names = people.namesThen(
                entries.stream().flatMap(Timeline.Entry::people).distinct().toList());
        return new CaseTimeline(
                reference.value(),
                entries.stream()
                        .map(one -> new Entry(
                                one.at(),
                                names.on(one.who(), one.at()),
                                one.what(),
                                wholly ? names.on(one.oldValue(), one.at()) : null,
                                wholly ? names.on(one.newValue(), one.at()) : null,
                                wholly ? one.reason() : null))
                        .toList(),
                timeline.count(reference) > (shown + 1L) * A_PAGE,
                wholly);
    }

    @GetMapping("/instances/{id}/history")
    History history(@PathVariable String id, @RequestParam(defaultValue = "0") int page, Authentication person) {
        ProcessHistory.Instance instance = visible(id, person);
        List<ProcessHistory.Step> steps = history.steps(instance, shown(page) * A_PAGE, A_PAGE + 1);
        List<ProcessHistory.Variable> variables = history.variables(instance);
        Names names = people.namesThen(Stream.concat(
                        steps.stream().map(ProcessHistory.Step::who),
                        variables.stream().flatMap(one -> one.values().stream()).map(ProcessHistory.Value::who))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        List<MessageRow> sent = instance.reference() == null
                ? List.of()
                : messages.of(new CaseReference(instance.reference()), A_PAGE).stream()
                        .map(message -> new MessageRow(
                                message.queuedAt(),
                                message.template().replace('-', ' '),
                                message.status().label()))
                        .toList();
        return new History(
                steps.stream()
                        .limit(A_PAGE)
                        .map(one -> new StepRow(
                                one.name(),
                                one.kind(),
                                names.on(one.who(), one.began()),
                                one.began(),
                                one.ended(),
                                one.outcome()))
                        .toList(),
                steps.size() > A_PAGE,
                variables.stream().map(one -> named(one, names)).toList(),
                history.failures(instance),
                sent);
    }

    private static ProcessHistory.Variable named(ProcessHistory.Variable variable, Names names) {
        return new ProcessHistory.Variable(
                variable.name(),
                variable.values().stream()
                        .map(one -> new ProcessHistory.Value(
                                one.value(), one.since(), one.step(), names.on(one.who(), one.since())))
                        .toList());
    }

    @GetMapping("/definitions/{id}/heat")
    List<ProcessHistory.Heat> heat(@PathVariable String id, Authentication person) {
        return history.heat(id, CaseReader.of(person.getName(), groups(person)));
    }

    private ProcessHistory.Instance visible(String id, Authentication person) {
        return history.find(id)
                .filter(found -> found.reference() == null
                        || !access.isHiddenFrom(person.getName(), new CaseReference(found.reference())))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static int shown(int page) {
        return Math.min(Math.max(page, 0), LAST_PAGE);
    }

    private static List<String> groups(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .toList();
    }
}
