package org.rovingpm.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rovingpm.access.Api;
import org.rovingpm.access.Role;
import org.rovingpm.badinput.BadInputJourney.Stop;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.engine.FormListener;
import org.rovingpm.engine.FormTask;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Footprint;
import org.rovingpm.fixture.PlainAnswer;
import org.rovingpm.fixture.model.PackagedForm;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * A case on its way through every form, and at each form everything that somebody could send instead of a good answer:
 * see {@link BadInput}. Each is answered with sentences and 4xx, and nothing changes; then the good answer is taken. What the
 * form shows is provided, and nothing else.
 */
@ApplicationTest
@Tag("sweep")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    /** How many attempts are made before it is looked whether any has left a trace. */
    private static final int AT_ONCE = 25;

    @Autowired
    private ProcessEngineConfigurationImpl engine;

    @Autowired
    private List<FormListener<?>> listeners;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private TaskService tasks;

    private BadInputJourney journey;
    private BadInputOfChanges changes;
    private Footprint footprint;

    @BeforeAll
    void aSchemeOnAMonday() {
        journey = new BadInputJourney(context, port);
        changes = new BadInputOfChanges(context, journey);
        footprint = journey.footprint();
    }

    @AfterAll
    void leaveNothingRunning() {
        journey.cleanUp();
        changes.cleanUp();
    }

    @Test
    void noFormIsLeftOut() {
        assertThat(stops().filter(stop -> !stop.tried()).map(Stop::form))
                .containsExactlyInAnyOrderElementsOf(
                        PackagedForm.all().map(PackagedForm::name).toList());
    }

    @TestFactory
    Stream<DynamicTest> everyFormRefusesWhatIsBadAndTakesWhatIsGood() {
        return stops().map(stop -> DynamicTest.dynamicTest(stop.name(), () -> {
            stop.before().run();
            Map<String, Object> good = stop.good().get();
            List<String> faults = new ArrayList<>();
            PackagedForm form = PackagedForm.named(stop.form());
            List<BadInput.Attempt> attempts = stop.tried() ? List.of() : BadInput.of(form, good);
            faults.addAll(shownAndNotAsked(stop, form));
            faults.addAll(refusedWithoutTrace(stop, Api.Door.PROGRAMS, attempts));
            faults.addAll(refusedWithoutTrace(stop, Api.Door.WEB_APPLICATIONS, oneOfEachKind(attempts)));
            faults.addAll(refusedWithoutTrace(
                    stop,
                    Api.Door.PROGRAMS,
                    stop.senseless().entrySet().stream()
                            .map(odd ->
                                    new BadInput.Attempt(odd.getKey(), BadInput.body(changed(good, odd.getValue()))))
                            .toList()));
            faults.addAll(wrongPeople(stop, good));
            PlainAnswer taken = journey.send(stop, stop.person(), Api.Door.WEB_APPLICATIONS, BadInput.body(good));
            if (taken.status() >= 300) {
                faults.add("the good one: " + taken);
            }
            assertThat(faults).as(String.join("\n", faults)).isEmpty();
        }));
    }

    /** A value that a form asks for and nobody provides leaves a hole in it; one that it does not ask for is looked up for nothing. */
    private List<String> shownAndNotAsked(Stop stop, PackagedForm form) {
        Set<String> provided =
                new TreeSet<>(stop.task() == null ? Set.of() : shown(stop).keySet());
        Set<String> missing = new TreeSet<>(form.asked());
        missing.removeAll(provided);
        missing.removeAll(lists.keys());
        provided.removeAll(form.asked());
        form.fields().forEach(field -> provided.remove(field.name()));
        return Stream.concat(
                        missing.stream().map("the form asks for “%s”, which nobody provides"::formatted),
                        provided.stream().map("“%s” is provided, and the form does not ask for it"::formatted))
                .toList();
    }

    private Map<String, Object> shown(Stop stop) {
        String task = journey.taskOf(stop);
        FormTask form = new FormTask(task, stop.task(), journey.reference, tasks.getVariables(task));
        FormListener<?> listener = listeners.stream()
                .filter(one -> one.form().equals(stop.form()))
                .findFirst()
                .orElseThrow();
        // What is shown may depend on the reader, whom the engine knows within its commands only
        return engine.getCommandExecutorTxRequired().execute(command -> listener.shown(form));
    }

    private Stream<Stop> stops() {
        return Stream.concat(journey.stops(), changes.stops());
    }

    /** Both addresses lead to the same gate: what is tried at every field of one is tried at one field of the other. */
    private static List<BadInput.Attempt> oneOfEachKind(List<BadInput.Attempt> attempts) {
        Map<String, BadInput.Attempt> kinds = new LinkedHashMap<>();
        attempts.forEach(attempt -> kinds.putIfAbsent(attempt.kind().replaceFirst("^[^:]*: ", ""), attempt));
        return List.copyOf(kinds.values());
    }

    private List<String> refusedWithoutTrace(Stop stop, Api.Door door, List<BadInput.Attempt> attempts) {
        List<String> faults = new ArrayList<>();
        Map<String, String> before = footprint.now();
        for (int from = 0; from < attempts.size(); from += AT_ONCE) {
            List<BadInput.Attempt> some = attempts.subList(from, Math.min(from + AT_ONCE, attempts.size()));
            faults.addAll(some.parallelStream()
                    .flatMap(attempt -> refused(stop, door, attempt).stream())
                    .toList());
            Map<String, String> after = footprint.now();
            if (!after.equals(before)) {
                faults.add("%s at %s: one of %s: [changed]: %s"
                        .formatted(
                                stop.name(),
                                door,
                                some.stream().map(BadInput.Attempt::kind).toList(),
                                difference(before, after)));
                before = after;
            }
        }
        return faults;
    }

    private List<String> refused(Stop stop, Api.Door door, BadInput.Attempt attempt) {
        PlainAnswer answer = journey.send(stop, stop.person(), door, attempt.body());
        List<String> found = answer.faults();
        if (attempt.kind().equals("everything at once")) {
            PackagedForm.named(stop.form()).fields().stream()
                    .map(PackagedForm.Field::name)
                    .filter(name -> !answer.body().contains("\"" + name + "\""))
                    .forEach(name -> found.add("silent about " + name));
        }
        String shown = answer.body().length() > 300 ? answer.body().substring(0, 300) : answer.body();
        return found.isEmpty()
                ? List.of()
                : List.of("%s at %s, %s: %s: %s".formatted(stop.name(), door, attempt.kind(), found, shown));
    }

    /** Everybody but the person whose task it is, administrators included; at start forms those without the right. */
    private List<String> wrongPeople(Stop stop, Map<String, Object> good) {
        List<String> faults = new ArrayList<>();
        for (Role role : Role.values()) {
            journey.somebodyElse(role);
        }
        Map<String, String> before = footprint.now();
        for (Role role : Role.values()) {
            if (stop.mayToo().contains(role)) {
                continue;
            }
            String person = journey.somebodyElse(role);
            PlainAnswer answer = journey.send(stop, person, Api.Door.PROGRAMS, BadInput.body(good));
            List<String> found = answer.faults();
            if (!footprint.now().equals(before)) {
                found.add("changed");
            }
            if (!found.isEmpty()) {
                faults.add("%s sent by another %s: %s: %s".formatted(stop.name(), role, found, answer));
            }
        }
        return faults;
    }

    private static Map<String, Object> changed(Map<String, Object> good, Map<String, Object> changes) {
        Map<String, Object> all = new LinkedHashMap<>(good);
        all.putAll(changes);
        return all;
    }

    private static String difference(Map<String, String> before, Map<String, String> after) {
        return after.entrySet().stream()
                .filter(table -> !table.getValue().equals(before.get(table.getKey())))
                .map(table -> table.getKey() + " from " + before.get(table.getKey()) + " to " + table.getValue())
                .collect(Collectors.joining(", "));
    }
}
