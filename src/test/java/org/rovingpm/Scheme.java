package org.rovingpm;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;
import org.rovingpm.funding.OpenFund;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.CqcRating;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.practice.Postcode;
import org.rovingpm.practice.Practice;
import org.rovingpm.practice.PracticeStatus;
import org.rovingpm.practice.Practices;
import org.rovingpm.roster.RosterChangeProcess;
import org.rovingpm.supportcase.HelpKind;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.boot.test.context.TestComponent;

/** The scheme at work, as tests drive it: people who start and complete steps through forms, and timers that fire. */
@TestComponent
public class Scheme {

    private final IdentityService identity;
    private final FormService forms;
    private final TaskService tasks;
    private final RuntimeService processes;
    private final RepositoryService models;
    private final ManagementService jobs;
    private final HistoryService history;
    private final Practices practices;
    private final OpenFund openFund;
    private final MovableClock clock;

    Scheme(
            IdentityService identity,
            FormService forms,
            TaskService tasks,
            RuntimeService processes,
            RepositoryService models,
            ManagementService jobs,
            HistoryService history,
            Practices practices,
            OpenFund openFund,
            MovableClock clock) {
        this.identity = identity;
        this.forms = forms;
        this.tasks = tasks;
        this.processes = processes;
        this.models = models;
        this.jobs = jobs;
        this.history = history;
        this.practices = practices;
        this.openFund = openFund;
        this.clock = clock;
    }

    /** Adds an open practice of the scheme, plainly made up. */
    public Practice practice(String code) {
        Practice practice = new Practice(
                new OdsCode(code),
                "Practice " + code,
                "1 Test Street, Testtown",
                new Postcode("NG1 1AA"),
                null,
                "QZZ",
                null,
                PracticeStatus.ACTIVE,
                LocalDate.of(1990, 1, 1),
                null,
                8_000,
                CqcRating.GOOD,
                true,
                null);
        practices.save(practice);
        return practice;
    }

    /** Adds an active PM of the roster with every skill and four sessions a week, who lives near the practices. */
    public String pm(String userId) {
        account(userId, "roving-pm");
        List<String> skills =
                java.util.Arrays.stream(HelpKind.values()).map(Enum::name).toList();
        LocalDate valid = LocalDate.now(clock).plusYears(2);
        Map<String, Object> fields = new HashMap<>(Map.of(
                "pm",
                userId,
                "name",
                "Test PM " + userId,
                "email",
                userId + "@example.org",
                "status",
                "ACTIVE",
                "homePostcode",
                "NG1 1AA",
                "sessionsAWeek",
                4,
                "dbsValidUntil",
                valid.toString(),
                "agreementValidUntil",
                valid.toString()));
        fields.put("skills", skills);
        start(RosterChangeProcess.KEY, "coordinator", fields);
        return userId;
    }

    /** The PM leaves the roster, so that no other test finds them suitable. */
    public void leave(String userId) {
        LocalDate today = LocalDate.now(clock);
        start(
                RosterChangeProcess.KEY,
                "coordinator",
                Map.of(
                        "pm",
                        userId,
                        "name",
                        "Test PM " + userId,
                        "email",
                        userId + "@example.org",
                        "status",
                        "LEFT",
                        "homePostcode",
                        "NG1 1AA",
                        "sessionsAWeek",
                        4,
                        "skills",
                        List.of("FINANCES"),
                        "dbsValidUntil",
                        today.plusYears(2).toString(),
                        "agreementValidUntil",
                        today.plusYears(2).toString()));
    }

    /** Deletes what the engine knows of a case, for tests that ask the engine about all cases. */
    public void forget(String reference) {
        processes
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .rootProcessInstances()
                .list()
                .forEach(running -> processes.deleteProcessInstance(running.getId(), "End of the test", true, true));
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()
                .forEach(ended -> history.deleteHistoricProcessInstance(ended.getId()));
    }

    /** Makes an account of this role, where there is none of this name yet. */
    public void account(String userId, String group) {
        if (identity.createUserQuery().userId(userId).count() == 0) {
            User user = identity.newUser(userId);
            user.setFirstName("Test");
            user.setLastName(userId);
            identity.saveUser(user);
            identity.createMembership(userId, group);
        }
    }

    /** Opens a fund with this much money. */
    public String fund(String code, String pounds) {
        openFund.open(
                code,
                "Fund " + code,
                LocalDate.now(clock).minusYears(1),
                null,
                new BigDecimal(pounds),
                "service-manager");
        return code;
    }

    /** The fields of a complete request; change what a test is about. */
    public Map<String, Object> request(Practice practice) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> fields = new HashMap<>();
        fields.put("odsCode", practice.code().value());
        fields.put("contactName", "Test Contact");
        fields.put("contactRole", "GP partner");
        fields.put("contactEmail", "contact@example.org");
        fields.put("helpKinds", List.of("CQC", "FINANCES"));
        fields.put("whatHappened", "The practice manager left at short notice (" + java.util.UUID.randomUUID() + ").");
        fields.put("since", today.minusDays(7).toString());
        fields.put("cqcRating", "GOOD");
        fields.put("pmPostVacant", true);
        return fields;
    }

    /** Starts a process by its form and gives the id of the instance. */
    public String start(String process, String person, Map<String, Object> fields) {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        return as(
                person, () -> forms.submitStartForm(definition, asSent(fields)).getId());
    }

    /** Requests help and gives the number of the case. */
    public String requestHelp(String person, Map<String, Object> fields) {
        String instance = start(SupportCaseProcess.KEY, person, fields);
        return processes
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getBusinessKey();
    }

    /** Requests help for a new practice, accepts it and offers it to the PM. Gives the number of the case. */
    public String offered(String practice, String pm) {
        String reference = requestHelp("coordinator", request(practice(practice)));
        complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of(
                        "decision",
                        "ACCEPT",
                        "rag",
                        "RED",
                        "overrideReason",
                        "Seen.",
                        "agreedWith",
                        "Dr Test",
                        "helpNeeded",
                        "Cover the post.",
                        "sessionsAWeek",
                        1,
                        "expectedStart",
                        LocalDate.now(clock).plusDays(7).toString(),
                        "expectedWeeks",
                        8,
                        "helpKinds",
                        List.of("CQC")));
        fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
        complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm));
        return reference;
    }

    /** The only open task of this kind in the case. */
    public Task task(String reference, String step) {
        return tasks.createTaskQuery()
                .processInstanceBusinessKey(reference)
                .taskDefinitionKey(step)
                .singleResult();
    }

    public List<String> openSteps(String reference) {
        return tasks.createTaskQuery().processInstanceBusinessKey(reference).list().stream()
                .map(Task::getTaskDefinitionKey)
                .sorted()
                .toList();
    }

    /** What the form of the task shows. */
    public Map<String, Object> shown(String reference, String step) {
        return forms.getTaskFormVariables(task(reference, step).getId());
    }

    public void complete(String reference, String step, String person, Map<String, Object> fields) {
        String task = task(reference, step).getId();
        as(person, () -> {
            forms.submitTaskForm(task, asSent(fields));
            return null;
        });
    }

    /** Fires the only waiting job of an activity in the case's processes. */
    public void fire(String reference, String activity) {
        List<String> instances =
                processes.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                        .map(org.camunda.bpm.engine.runtime.ProcessInstance::getId)
                        .toList();
        List<Job> waiting = instances.stream()
                .flatMap(instance ->
                        jobs.createJobQuery().processInstanceId(instance).activityId(activity).list().stream())
                .toList();
        if (waiting.size() != 1) {
            throw new AssertionError("%d jobs wait at %s of case %s".formatted(waiting.size(), activity, reference));
        }
        jobs.executeJob(waiting.get(0).getId());
    }

    /** The ids of all flow nodes that the case's processes of this key have passed or reached. */
    public List<String> passed(String reference, String process) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .processDefinitionKey(process)
                .list()
                .stream()
                .flatMap(instance ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .map(org.camunda.bpm.engine.history.HistoricActivityInstance::getActivityId)
                .distinct()
                .sorted()
                .toList();
    }

    /** Does something as a signed-in person of the groups their id stands for in tests: "coordinator", "pm-1" and so on. */
    public <T> T as(String person, java.util.function.Supplier<T> action) {
        identity.setAuthentication(person, List.of(person.startsWith("pm-") ? "roving-pm" : person));
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Map<String, Object> asSent(Map<String, Object> fields) {
        Map<String, Object> sent = Variables.createVariables();
        fields.forEach((name, value) -> sent.put(
                name,
                value instanceof List<?> || value instanceof Map<?, ?>
                        ? SpinValues.jsonValue(org.camunda.spin.Spin.JSON(value).toString())
                                .create()
                        : value));
        return sent;
    }
}
