package org.rovingpm.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.WorkingCalendar;
import org.rovingpm.engine.CaseProcesses;
import org.rovingpm.engine.due.TaskPriority;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class WatchDeadlinesTest {

    private static final String ASSESS = SupportCaseProcess.Elements.ASSESS_REQUEST;

    @Autowired
    private WatchDeadlines watchDeadlines;

    @Autowired
    private DueTasks dueTasks;

    @Autowired
    private CaseProcesses caseProcesses;

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private TaskService tasks;

    @Autowired
    private TestPeople people;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    private String coordinator;
    private String manager;
    private String reference;

    @BeforeEach
    void aRequestThatWaits() {
        coordinator = people.with(Role.COORDINATOR);
        manager = people.with(Role.SERVICE_MANAGER);
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97701")));
    }

    private Instant due() {
        return scheme.task(reference, ASSESS).getDueDate().toInstant();
    }

    /** @param hours working hours after the deadline */
    private void watchAfterDeadline(int hours) {
        clock.moveBy(Duration.between(clock.instant(), calendar.add(due(), Duration.ofHours(hours)))
                .plusMinutes(1));
        watch();
    }

    private void watch() {
        Optional<DueTasks.Place> place = Optional.of(DueTasks.Place.BEGINNING);
        while (place.isPresent()) {
            place = watchDeadlines.watch(place.get());
        }
    }

    private List<String> told(String template) {
        return jdbc.sql("select person from message where template = :template and case_reference = :reference")
                .param("template", template)
                .param("reference", reference)
                .query(String.class)
                .list();
    }

    @Test
    void nothingIsToldLongBefore() {
        watch();
        assertThat(told("deadline-near")).isEmpty();
    }

    @Test
    void whoeverMayTakeItIsWarnedOnce() {
        clock.moveBy(Duration.between(clock.instant(), due()).minusMinutes(90));
        watch();
        watch();
        assertThat(told("deadline-near"))
                .contains(coordinator)
                .doesNotContain(manager)
                .doesNotHaveDuplicates();
        assertThat(told("deadline-passed")).isEmpty();
    }

    @Test
    void whoeverHasItIsWarnedAlone() {
        tasks.setAssignee(scheme.task(reference, ASSESS).getId(), coordinator);
        clock.moveBy(Duration.between(clock.instant(), due()).minusMinutes(90));
        watch();
        assertThat(told("deadline-near")).containsExactly(coordinator);
    }

    @Test
    void pastTheDeadlineItGoesFromTheTeamToTheServiceManagers() {
        watchAfterDeadline(5);
        assertThat(told("deadline-passed")).contains(coordinator).doesNotContain(manager);
        watchAfterDeadline(17);
        watch();
        assertThat(told("deadline-passed"))
                .filteredOn(person -> person.equals(coordinator) || person.equals(manager))
                .containsExactlyInAnyOrder(coordinator, manager);
        assertThat(jdbc.sql("""
                select what from timeline_entry where case_reference = :reference and what like 'Deadline passed%'""")
                        .param("reference", reference)
                        .query(String.class)
                        .list())
                .containsExactly("Deadline passed: Assess request", "Deadline passed: Assess request");
    }

    @Test
    void whatWasMissedMeanwhileIsToldByItsHighestLevelAlone() {
        watchAfterDeadline(17);
        assertThat(told("deadline-near")).isEmpty();
        assertThat(told("deadline-passed")).contains(manager).doesNotContain(coordinator);
        watch();
        assertThat(told("deadline-near")).isEmpty();
    }

    @Test
    void ofSeveralThatAskAtOnceOneTells() {
        watchAfterDeadline(0);
        DueTask task = dueTasks.next(DueTasks.Place.BEGINNING, clock.instant(), 10_000).stream()
                .filter(one -> one.reference().value().equals(reference))
                .findFirst()
                .orElseThrow();
        assertThat(dueTasks.reach(task, DeadlineLevel.FIRST_ESCALATION, clock.instant()))
                .isTrue();
        assertThat(dueTasks.reach(task, DeadlineLevel.FIRST_ESCALATION, clock.instant()))
                .isFalse();
    }

    @Test
    void aCaseOnHoldHasNoDeadline() {
        Instant due = due();
        caseProcesses.suspend(reference);
        clock.moveBy(Duration.between(clock.instant(), calendar.add(due, Duration.ofHours(30))));
        watch();
        assertThat(told("deadline-near")).isEmpty();
        assertThat(told("deadline-passed")).isEmpty();
    }

    @Test
    void nobodyIsToldOfACaseThatIsHiddenFromThem() {
        jdbc.sql("""
                insert into declared_interest (person, ods_code, reason, since, declared_at, declared_by, confirmed_on)
                values (:person, 'Z97701', 'My sister is a partner.', :today, now(), :person, :today)""")
                .param("person", coordinator)
                .param("today", LocalDate.now(clock))
                .update();
        String another = people.with(Role.COORDINATOR);
        watchAfterDeadline(5);
        assertThat(told("deadline-passed")).contains(another).doesNotContain(coordinator);
    }

    @Test
    void whatWasToldIsForgottenWithTheTask() {
        watchAfterDeadline(5);
        assertThat(notices()).isOne();
        clock.moveBy(Duration.ofDays(2));
        watchDeadlines.tidy();
        assertThat(notices()).isOne();
        scheme.forget(reference);
        watchDeadlines.tidy();
        assertThat(notices()).isZero();
    }

    private long notices() {
        return jdbc.sql("select count(*) from deadline_notice where case_reference = :reference")
                .param("reference", reference)
                .query(Long.class)
                .single();
    }

    @Test
    void thePriorityFollowsRatingAndLateness() {
        String suggested = jdbc.sql("select rag from rag_suggestion where case_reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single();
        assertThat(scheme.task(reference, ASSESS).getPriority()).isEqualTo(TaskPriority.of(suggested, false));
        caseProcesses.rate(reference, suggested, "RED");
        assertThat(scheme.task(reference, ASSESS).getPriority()).isEqualTo(TaskPriority.of("RED", false));
        jdbc.sql("update support_case set rag = 'RED' where reference = :reference")
                .param("reference", reference)
                .update();
        watchAfterDeadline(1);
        for (int portion = 0; portion < 100 && watchDeadlines.raisePriorities(); portion++) {
            assertThat(portion).as("so many portions of late tasks").isLessThan(99);
        }
        assertThat(scheme.task(reference, ASSESS).getPriority()).isEqualTo(TaskPriority.of("RED", true));
        assertThat(TaskPriority.of("GREEN", true)).isGreaterThan(TaskPriority.of("RED", false));
    }

    @Test
    void theDeadlineOfTheFirstVisitFollowsTheAgreedDay() {
        String pm = scheme.pm("pm-deadline");
        String supported = scheme.offered("Z97702", pm);
        scheme.complete(
                supported,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));
        LocalDate visit = LocalDate.now(clock).plusDays(30);
        scheme.complete(
                supported,
                SupportCaseProcess.Elements.INTRODUCE_PM,
                "coordinator",
                Map.of(
                        "introducedOn",
                        LocalDate.now(clock).toString(),
                        "how",
                        "MEETING",
                        "firstVisitOn",
                        visit.toString()));
        Task report = scheme.task(supported, SupportCaseProcess.Elements.REPORT_FIRST_VISIT);
        Instant counted =
                calendar.add(visit.atTime(17, 0).atZone(clock.getZone()).toInstant(), Duration.ofHours(8));
        assertThat(report.getDueDate().toInstant()).isEqualTo(counted);
    }
}
