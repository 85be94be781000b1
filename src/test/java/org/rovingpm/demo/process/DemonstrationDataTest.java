package org.rovingpm.demo.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.rovingpm.TestDatabase;
import org.rovingpm.demo.DemoClock;
import org.rovingpm.practice.Practices;
import org.rovingpm.supportcase.CaseStatus;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** The demonstration as it is found after a first start on a Wednesday morning that was killed twice on its way. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestDatabase.class)
@Import(DemonstrationDataTest.StartedByTheTest.class)
@ActiveProfiles({"demo", "test"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemonstrationDataTest {

    private static final Instant NOW = Instant.parse(System.getProperty("demo.now", "2026-11-18T11:00:00Z"));
    private static final String FOOTPRINT = """
        select (select count(*) from support_case) || ' ' || (select count(*) from timeline_entry) || ' '
            || (select count(*) from ledger_entry) || ' ' || (select count(*) from practice) || ' '
            || (select count(*) from roving_pm) || ' ' || (select count(*) from check_in) || ' '
            || (select count(*) from act_hi_actinst)""";

    @Autowired
    private DemoAtStart demonstration;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private RuntimeService processes;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private RepositoryService models;
    @Autowired
    private HistoryService history;
    @Autowired
    private Practices practices;

    private List<String> problems;

    /** The same clock, but not the one that a start recognises: so that the start leaves the making to the test. */
    @TestConfiguration
    static class StartedByTheTest {

        @Bean
        @Primary
        Clock clockOfTheTest(DemoClock clock) {
            return new Clock() {

                @Override
                public java.time.ZoneId getZone() {
                    return clock.getZone();
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return clock.withZone(zone);
                }

                @Override
                public Instant instant() {
                    return clock.instant();
                }
            };
        }
    }

    @BeforeAll
    void makeItWithTwoInterruptions() {
        demonstration.make(NOW, 60);
        demonstration.make(NOW, 333);
        problems = demonstration.make(NOW, Integer.MAX_VALUE);
    }

    @Test
    void everyStoryIsToldToItsEnd() {
        assertThat(problems).isEmpty();
    }

    @Test
    void thereAre124PracticesOfWhichOneIsDormantAndOneClosed() {
        assertThat(practices.count()).isEqualTo(124);
        assertThat(jdbc.sql("select status from practice where status <> 'ACTIVE'").query(String.class).list())
            .containsExactlyInAnyOrder("DORMANT", "CLOSED");
        assertThat(jdbc.sql("select min(list_size) || ' ' || max(list_size) from practice").query(String.class).single())
            .isEqualTo("900 44000");
    }

    @Test
    void casesStandAtEveryStage() {
        Map<String, Long> stages = new TreeMap<>(jdbc.sql("select status from support_case").query(String.class).list().stream()
            .collect(Collectors.groupingBy(status -> status, Collectors.counting())));
        System.out.println(stages);
        assertThat(stages.keySet()).containsAll(Stream.of(CaseStatus.values()).map(Enum::name).toList());
        assertThat(jdbc.sql("select count(*) from support_case where held_at is not null").query(Long.class).single()).isPositive();
    }

    @Test
    void everyUserTaskOfEveryProcessIsOpenOrHasBeenPassed() {
        Set<String> reached = history.createHistoricActivityInstanceQuery().activityType("userTask").list().stream()
            .map(activity -> activity.getProcessDefinitionKey() + " " + activity.getActivityId()).collect(Collectors.toSet());
        System.out.println(jdbc.sql("select task_def_key_ || ' ' || suspension_state_ || ' ' || count(*) || ' ' || count(assignee_) from act_ru_task group by task_def_key_, suspension_state_ order by 1").query(String.class).list());
        System.out.println(jdbc.sql("select c.ods_code || ' ' || v.text_ || ' ' || task_def_key_ || ' ' || to_char(create_time_,'Dy MM-DD HH24:MI') || ' due ' || to_char(due_date_,'Dy MM-DD HH24:MI') from act_ru_task t join act_ru_execution e on e.id_=t.proc_inst_id_ join support_case c on c.reference=e.business_key_ left join act_ru_variable v on v.execution_id_=e.id_ and v.name_='rag' order by due_date_").query(String.class).list().stream().collect(Collectors.joining("\n")));
        System.out.println(jdbc.sql("select case when due_date_ < '2026-11-18 11:00+00' then 'overdue' when due_date_ < '2026-11-19' then 'today' else 'later' end || ' ' || count(*) from act_ru_task group by case when due_date_ < '2026-11-18 11:00+00' then 'overdue' when due_date_ < '2026-11-19' then 'today' else 'later' end").query(String.class).list());
        assertThat(reached).containsAll(models.createProcessDefinitionQuery().latestVersion().list().stream()
            .flatMap(process -> models.getBpmnModelInstance(process.getId()).getModelElementsByType(UserTask.class).stream()
                .map(task -> process.getKey() + " " + task.getId())).toList());
    }

    @Test
    void nothingHasFailedAndNothingIsLate() {
        assertThat(processes.createIncidentQuery().count()).isZero();
        assertThat(jobs.createJobQuery().withException().count()).isZero();
        assertThat(jobs.createJobQuery().timers().active().duedateLowerThan(java.util.Date.from(NOW)).count()).isZero();
        assertThat(jobs.createJobQuery().messages().active().count()).isZero();
    }

    @Test
    void timelinesRunForwardsAndEndBeforeNow() {
        assertThat(jdbc.sql("""
            select count(*) from timeline_entry e join timeline_entry f on f.case_reference = e.case_reference and f.id > e.id
            where f.at < e.at""").query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select max(at) from timeline_entry").query(java.time.OffsetDateTime.class).single().toInstant())
            .isBeforeOrEqualTo(NOW);
        System.out.println(jdbc.sql("select reference || ' ' || ods_code || ' ' || status || ' ' || coalesce(rag, '-') || ' ' || requested_at from support_case order by reference").query(String.class).list().stream().collect(Collectors.joining("\n")));
        System.out.println(jdbc.sql("select case_reference || ' ' || at || ' ' || who || ': ' || what || ' | ' || coalesce(old_value,'') || ' > ' || coalesce(new_value,'') || ' | ' || coalesce(reason,'') from timeline_entry order by case_reference, id").query(String.class).list().stream().collect(Collectors.joining("\n")));
    }

    @Test
    void fundsPromiseNoMoreThanTheyHave() {
        List<String> funds = jdbc.sql("select code || ' ' || allocated || ' ' || committed || ' ' || spent from fund").query(String.class).list();
        System.out.println(funds);
        assertThat(jdbc.sql("select allocated - committed - spent from fund").query(java.math.BigDecimal.class).list()).hasSize(2)
            .allSatisfy(free -> assertThat(free).isPositive());
        assertThat(jdbc.sql("select allocated from fund where code = 'RESILIENCE'").query(java.math.BigDecimal.class).single())
            .isEqualByComparingTo("120000");
    }

    @Test
    void anotherStartAddsNothing() {
        String before = jdbc.sql(FOOTPRINT).query(String.class).single();
        System.out.println(before);
        demonstration.make(NOW, Integer.MAX_VALUE);
        demonstration.start();
        assertThat(jdbc.sql(FOOTPRINT).query(String.class).single()).isEqualTo(before);
    }
}
