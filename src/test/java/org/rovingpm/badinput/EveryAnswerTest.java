package org.rovingpm.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rovingpm.access.Api;
import org.rovingpm.badinput.BadInputJourney.Stop;
import org.rovingpm.badinput.OfferedAnswers.Attempt;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.checkin.WeeklyCheckInProcess;
import org.rovingpm.choice.Choice;
import org.rovingpm.choice.ChoiceLists;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.PlainAnswer;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.WrittenRows;
import org.rovingpm.fixture.model.PackagedForm;
import org.rovingpm.funding.FundChangeProcess;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.modelchange.ChangedModels;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.roster.RosterChangeProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case on its way through every form, and at each form every answer that it offers: see {@link OfferedAnswers}. Each is taken, and
 * what was given stands in the database; then all of it is undone, and the case goes on with a plain answer.
 */
@ApplicationTest
@Tag("sweep")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryAnswerTest {

    private static final String LAST_DAY = "2200-12-31";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private FormService forms;

    @Autowired
    private IdentityService identity;

    @Autowired
    private RepositoryService models;

    @Autowired
    private ChoiceLists lists;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PlatformTransactionManager manager;

    private BadInputJourney journey;
    private BadInputOfChanges changes;
    private WrittenRows written;
    private ReadWords words;
    private TransactionTemplate transactions;
    private Clock clock;

    @BeforeAll
    void aSchemeOnAMonday() {
        journey = new BadInputJourney(context, port);
        changes = new BadInputOfChanges(context, journey);
        written = new WrittenRows(jdbc);
        words = new ReadWords(context);
        transactions = new TransactionTemplate(manager);
        clock = context.getBean(MovableClock.class);
    }

    @AfterAll
    void leaveNothingRunning() {
        journey.cleanUp();
        changes.cleanUp();
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerThatAFormOffersIsTakenAndStored() {
        return Stream.of(
                        journey.stops().map(this::test),
                        Stream.of(DynamicTest.dynamicTest("who reads the words", this::hintsNameWhoReadsTheWords)),
                        changes.stops().map(this::test))
                .flatMap(tests -> tests);
    }

    private void hintsNameWhoReadsTheWords() {
        assertThat(words.faults(journey.reference)).isEmpty();
        assertThat(words.untrueHints())
                .as("hints that name readers whom the words never reach")
                .isEmpty();
    }

    private DynamicTest test(Stop stop) {
        return DynamicTest.dynamicTest(stop.name(), () -> {
            stop.before().run();
            Map<String, Object> plain =
                    words.marked(stop.form(), stop.good().get(), stop.person().equals(journey.pm));
            List<String> faults = stop.tried() ? List.of() : faultsOf(stop, plain);
            PlainAnswer taken = journey.send(stop, stop.person(), Api.Door.PROGRAMS, BadInput.body(plain));
            assertThat(taken.status()).as(taken.toString()).isLessThan(300);
            assertThat(faults).as(String.join("\n", faults)).isEmpty();
        });
    }

    private List<String> faultsOf(Stop stop, Map<String, Object> plain) {
        AnswerGuide guide = guide(stop, plain);
        OfferedAnswers offered =
                new OfferedAnswers(PackagedForm.named(stop.form()), plain, shown(stop), guide, this::choicesOf);
        List<String> faults = new ArrayList<>(offered.faults());
        Map<String, Map<String, Object>> records = new HashMap<>();
        for (Attempt attempt : offered.attempts()) {
            try {
                List<JsonNode> rows = written(stop, guide, attempt, faults);
                missing(stop.form(), attempt, rows)
                        .forEach(what -> faults.add(attempt.what() + ": not stored: " + what));
                if (attempt.field() != null) {
                    records.computeIfAbsent(attempt.field(), field -> new LinkedHashMap<>())
                            .merge(WrittenRows.content(rows), attempt.value(), (one, other) -> one + " and " + other);
                }
            } catch (RuntimeException | AssertionError refused) {
                faults.add("%s: %s, of %s".formatted(attempt.what(), messagesOf(refused), attempt.fields()));
            }
        }
        offered.choices().forEach(field -> records.getOrDefault(field.name(), Map.of()).values().stream()
                .filter(values -> String.valueOf(values).contains(" and "))
                .forEach(values -> faults.add("%s: nothing tells %s apart".formatted(field.name(), values))));
        return faults;
    }

    /** Gives the answer, and takes it back. */
    private List<JsonNode> written(Stop stop, AnswerGuide guide, Attempt attempt, List<String> faults) {
        return transactions.execute(status -> {
            status.setRollbackOnly();
            guide.prepare(attempt.fields(), attempt.field() == null);
            give(stop, attempt.fields());
            jdbc.sql("set constraints all immediate").update();
            List<JsonNode> rows = written.byThisTransaction();
            if (attempt.field() == null) {
                faults.addAll(words.faultsAfter(
                        caseOf(stop),
                        stop.form(),
                        attempt.fields(),
                        stop.person().equals(journey.pm)));
            }
            return rows;
        });
    }

    /** Requesting help has just opened another. */
    private String caseOf(Stop stop) {
        return stop.form().equals("request-help")
                ? jdbc.sql("select max(reference) from support_case")
                        .query(String.class)
                        .single()
                : journey.reference;
    }

    private void give(Stop stop, Map<String, Object> fields) {
        if (stop.task() == null) {
            start(stop.process(), stop.person(), fields);
        } else {
            String task = journey.taskOf(stop);
            as(stop.person(), () -> {
                forms.submitTaskForm(task, sent(fields));
                return null;
            });
        }
    }

    private void start(String process, String person, Map<String, Object> fields) {
        String definition = models.createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
        as(person, () -> forms.submitStartForm(definition, sent(fields)));
    }

    private Map<String, Object> shown(Stop stop) {
        Map<String, Object> shown = new HashMap<>();
        if (stop.task() != null) {
            String task = journey.taskOf(stop);
            as(stop.person(), () -> forms.getTaskFormVariables(task))
                    .forEach((name, value) -> shown.put(name, OfferedAnswers.read(value)));
        }
        return shown;
    }

    private List<String> choicesOf(String key) {
        return lists.named(key)
                .map(list -> list.offered().stream().map(Choice::code).toList())
                .orElse(null);
    }

    /** What of the answers stands in none of the rows. Of choices and ticks it is enough that they leave different rows. */
    private static List<Object> missing(String form, Attempt attempt, List<JsonNode> rows) {
        List<JsonNode> leaves = WrittenRows.leaves(rows);
        return PackagedForm.named(form).fields().stream()
                .filter(field -> !List.of("radio", "select", "checkbox").contains(field.type()))
                .flatMap(field -> texts(attempt.fields().get(field.name())))
                .filter(given -> leaves.stream().noneMatch(leaf -> holds(leaf, given)))
                .toList();
    }

    private static Stream<Object> texts(Object given) {
        if (given == null) {
            return Stream.empty();
        }
        if (given instanceof Map<?, ?> entry) {
            return entry.values().stream().flatMap(EveryAnswerTest::texts);
        }
        return given instanceof Collection<?> several
                ? several.stream().flatMap(EveryAnswerTest::texts)
                : Stream.of(given);
    }

    private static boolean holds(JsonNode leaf, Object given) {
        return given instanceof Number
                ? leaf.isNumber() && leaf.decimalValue().compareTo(new BigDecimal(given.toString())) == 0
                : leaf.isTextual() && leaf.asText().contains(given.toString());
    }

    private static String messagesOf(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            messages.add(cause.getClass().getSimpleName() + ": " + cause.getMessage());
        }
        return messages.get(messages.size() - 1);
    }

    private <T> T as(String person, Supplier<T> action) {
        List<String> groups = identity.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        identity.setAuthentication(person, groups);
        try {
            return action.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    private static Map<String, Object> sent(Map<String, Object> fields) {
        Map<String, Object> sent = Variables.createVariables();
        fields.forEach((name, value) -> sent.put(
                name,
                value instanceof Collection<?> || value instanceof Map<?, ?>
                        ? SpinValues.jsonValue(Spin.JSON(value).toString()).create()
                        : value));
        return sent;
    }

    private AnswerGuide guide(Stop stop, Map<String, Object> plain) {
        AnswerGuide guide = new AnswerGuide();
        return switch (stop.form()) {
            case "change-roster" -> ofTheRoster(guide, plain);
            case "change-fund" ->
                guide.values("code", plain.get("code"), "F" + "2".repeat(29))
                        .values("closesOn", day(0), before(LocalDate.now(clock).plusYears(10)))
                        .values("name", "N".repeat(100))
                        .with("name", "code", "ANOTHER")
                        .with("code=F" + "2".repeat(29), "name", "Another fund")
                        .with(AnswerGuide.TOGETHER, "code", "ANOTHER");
            case "request-help" ->
                guide.values("odsCode", plain.get("odsCode"))
                        .values("furtherPractices", furtherPractices())
                        .values("contactTelephone", "0".repeat(6), "+44 (0) " + "1".repeat(32))
                        .values("since", after(LocalDate.now(clock).minusYears(10)), day(0))
                        .values("atRiskBy", day(0), LAST_DAY)
                        .values("eventOn", day(0), LAST_DAY)
                        .values("consentOn", "1900-01-01", day(0));
            case "assess-request" ->
                guide.values(
                                "expectedStart",
                                day(0),
                                before(LocalDate.now(clock).plusYears(1)))
                        .values("informationPractice");
            case "give-advice" ->
                guide.values("givenBy", journey.coordinator, journey.manager)
                        .values("givenOn", day(-59), day(0))
                        .values(
                                "expectedStart",
                                day(0),
                                before(LocalDate.now(clock).plusYears(1)));
            case "answer-rag-question" -> guide.before("rag=" + ratingNow(), () -> changeRating(stop.person()));
            case "resolve-missing-pm" ->
                guide.values(
                        "expectedStart", day(0), before(LocalDate.now(clock).plusYears(2)));
            case "introduce-pm" ->
                guide.values("introducedOn", day(-59), day(0)).values("firstVisitOn", day(0), day(90));
            case "report-first-visit" -> guide.values("visitedOn", day(0));
            case "prepare-job-plan" -> ofThePlan(guide);
            // Only a case of several practices asks which of them
            case "record-practice-approval" ->
                guide.values("answeredOn", day(0)).values("practice");
            case "record-feedback" -> guide.values("practice");
            case "change-case" -> ofTheCase(guide, stop, plain);
            case "review-hold" ->
                guide.values("holdUntil", day(1), before(LocalDate.now(clock).plusYears(1)));
            case "merge-process-change" ->
                guide.before(
                        "decision=DEPLOYED_MERGED",
                        () -> as(stop.person(), () -> models.createDeployment()
                                .name("change-fund.form")
                                .source("Camunda Modeler")
                                .addString(
                                        "change-fund.form",
                                        ChangedModels.changed(
                                                "change-fund.form", "Code of the fund", "Which pot or budget?"))
                                .deploy()));
            default -> guide;
        };
    }

    private AnswerGuide ofTheRoster(AnswerGuide guide, Map<String, Object> plain) {
        String pm = (String) plain.get("pm");
        String practice =
                context.getBean(Scheme.class).practice("Y88001").code().value();
        Map<String, Object> blocked = new LinkedHashMap<>(plain);
        blocked.put("blockedPractice", practice);
        blocked.put("blockReason", "They are cousins.");
        return guide.values("pm", pm)
                .values("homePostcode", "M1 1AE", "SW1A 1AA")
                .values("dbsValidUntil", LocalDate.now(clock).minusYears(10).toString(), tenYearsOn())
                .values(
                        "agreementValidUntil",
                        LocalDate.now(clock).minusYears(10).toString(),
                        tenYearsOn())
                .values("blockedPractice", journey.practiceCode())
                .values("endedPractice", practice)
                .before(
                        "ended=PM_BLOCK",
                        () -> start(RosterChangeProcess.KEY, journey.coordinator, with(blocked, "blockSide", "PM")))
                .before(
                        "ended=PRACTICE_BLOCK",
                        () -> start(
                                RosterChangeProcess.KEY, journey.coordinator, with(blocked, "blockSide", "PRACTICE")))
                .before("ended=INTEREST", () -> {
                    start(RosterChangeProcess.KEY, journey.coordinator, plain);
                    declareInterest(pm, practice);
                });
    }

    private void declareInterest(String pm, String practice) {
        context.getBean(DeclareInterest.class).declare(pm, new OdsCode(practice), "They are cousins.");
    }

    private AnswerGuide ofThePlan(AnswerGuide guide) {
        LocalDate latest = LocalDate.now(clock).plusYears(1).minusDays(1);
        List<Map<String, String>> ten = IntStream.rangeClosed(1, 10)
                .mapToObj(number ->
                        Map.of("objective", number + " " + "o".repeat(490), "measure", number + " " + "m".repeat(490)))
                .toList();
        return guide.values("startOn", day(-28), latest.toString())
                .values("endOn", day(0), before(LocalDate.now(clock).plusYears(3)))
                .values("objectives", ten)
                // Those of other tests may be too small
                .values("fund", journey.fund())
                .with("startOn", "endOn", latest.plusDays(300).toString())
                .with("endOn=" + day(0), "hours", 4)
                .with("sessionsAWeek", "hours", 20)
                .with("hours=2000", "sessionsAWeek", 10, "endOn", day(700), "hourlyRate", 1)
                .with("hourlyRate=200", "hours", 10)
                .with("fund", "hours", 1, "hourlyRate", 1)
                .with(AnswerGuide.TOGETHER, "startOn", day(-28), "endOn", day(700), "sessionsAWeek", 10)
                .before(
                        AnswerGuide.TOGETHER,
                        () -> start(
                                FundChangeProcess.KEY,
                                journey.manager,
                                Map.of("code", journey.fund(), "amount", 1_000_000, "note", "For a large plan.")));
    }

    private AnswerGuide ofTheCase(AnswerGuide guide, Stop stop, Map<String, Object> plain) {
        String joining = context.getBean(Scheme.class).practice("Y88003").code().value();
        return guide.values("caseReference", journey.reference)
                .values("joiningPractice", joining)
                .values("contactTelephone", "0".repeat(6), "+44 (0) " + "1".repeat(32))
                .values("leavingPractice", journey.reference + " " + joining)
                .before("change=REMOVE_PRACTICE", () -> context.getBean(Scheme.class)
                        .join(journey.reference, context.getBean(Scheme.class).practice(joining)))
                .values("holdUntil", day(1), before(LocalDate.now(clock).plusYears(1)))
                .values("weekEnding", day(4))
                .before("change=CORRECT_HOURS", this::aWeekIsReported)
                .before("change=RESUME", () -> start(CaseChangeProcess.KEY, stop.person(), plain))
                .before("rag=" + ratingNow(), () -> changeRating(stop.person()));
    }

    /** As many as a request may name besides its own, everything of them at its longest. */
    private List<Map<String, Object>> furtherPractices() {
        return IntStream.rangeClosed(1, 5)
                .mapToObj(number -> Map.<String, Object>of(
                        "odsCode",
                        context.getBean(Scheme.class)
                                .practice("Y8802" + number)
                                .code()
                                .value(),
                        "contactName",
                        number + "n".repeat(199),
                        "contactRole",
                        number + "r".repeat(199),
                        "contactEmail",
                        number + "@" + "e".repeat(60) + ".example.org",
                        "contactTelephone",
                        "+44 (0) " + "1".repeat(32),
                        "agreedBy",
                        number + "a".repeat(199),
                        "agreedOn",
                        day(0)))
                .toList();
    }

    private String ratingNow() {
        return jdbc.sql("select rag from support_case where reference = :reference")
                .param("reference", journey.reference)
                .query(String.class)
                .single();
    }

    /** To another than the one at hand, so that this can be given again. */
    private void changeRating(String person) {
        start(
                CaseChangeProcess.KEY,
                person,
                Map.of(
                        "caseReference",
                        journey.reference,
                        "change",
                        "CHANGE_RAG",
                        "rag",
                        ratingNow().equals("GREEN") ? "AMBER" : "GREEN",
                        "agreedWith",
                        "Dr Test",
                        "reason",
                        "It is quieter there."));
    }

    private void aWeekIsReported() {
        Scheme scheme = context.getBean(Scheme.class);
        scheme.fire(journey.reference, WeeklyCheckInProcess.Timers.WEEK_OVER);
        String task = scheme.task(journey.reference, WeeklyCheckInProcess.Elements.REPORT_THE_WEEK)
                .getId();
        Map<String, Object> week = Map.of(
                "hours",
                7.5,
                "ragNow",
                "RED",
                "progress",
                List.of(Map.of("objective", "Pay the staff on time", "progress", "On the way")));
        as(journey.pm, () -> {
            forms.submitTaskForm(task, sent(week));
            return null;
        });
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private String tenYearsOn() {
        return LocalDate.now(clock).plusYears(10).toString();
    }

    private static String before(LocalDate day) {
        return day.minusDays(1).toString();
    }

    private static String after(LocalDate day) {
        return day.plusDays(1).toString();
    }

    private String day(int fromToday) {
        return LocalDate.now(clock).plusDays(fromToday).toString();
    }
}
