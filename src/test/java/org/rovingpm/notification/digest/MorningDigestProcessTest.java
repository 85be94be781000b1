package org.rovingpm.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.notification.MorningDigestProcess;
import org.rovingpm.practice.OdsCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class MorningDigestProcessTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private SendDigests sendDigests;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private IdentityService identities;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private JdbcClient jdbc;

    private String reference;

    @BeforeEach
    void aRequestToAssess() {
        coordinator("digest.one", "one@example.org");
        coordinator("digest.two", null);
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z99071")));
        clock.setTo("2026-12-10T08:00");
    }

    private void coordinator(String id, String email) {
        scheme.account(id, "coordinator");
        User user = identities.createUserQuery().userId(id).singleResult();
        user.setEmail(email);
        identities.saveUser(user);
    }

    private List<String> digests(String person) {
        return jdbc.sql("select body from message where template = 'morning-digest' and person = :person")
                .param("person", person)
                .query(String.class)
                .list();
    }

    @Test
    void eachPersonHasOneMessageADayHoweverOftenItRuns() {
        assertThat(sendDigests.next()).isTrue();
        assertThat(sendDigests.next()).isTrue();

        assertThat(digests("digest.one"))
                .singleElement()
                .asString()
                .contains("Assess request – Practice Z99071 (" + reference + ")", "LATE");
        assertThat(digests("digest.two")).hasSize(1);
        assertThat(jdbc.sql("select status from message where person = 'digest.two'")
                        .query(String.class)
                        .single())
                .isEqualTo("NOT_SENDABLE");

        clock.setTo("2026-12-11T08:00");
        sendDigests.next();
        assertThat(digests("digest.one")).hasSize(2);
    }

    @Test
    void managersAlsoHearHowMuchIsStuckInTheSameMessage() {
        scheme.account("digest.manager", "service-manager");
        scheme.account("digest.process", "process-manager");
        sendDigests.next();
        sendDigests.next();

        for (String manager : List.of("digest.manager", "digest.process")) {
            assertThat(digests(manager))
                    .singleElement()
                    .asString()
                    .contains("Stuck cases:", "- Overdue task: ", "in red cases", "/stuck")
                    .doesNotContain(reference, "Z99071");
        }
        assertThat(digests("digest.one")).singleElement().asString().doesNotContain("Stuck cases");
    }

    @Test
    void howMuchIsStuckDoesNotCountCasesThatAreHiddenFromWhoeverReadsIt() {
        scheme.account("digest.manager", "service-manager");
        scheme.account("digest.partial", "service-manager");
        declareInterest.declare("digest.partial", new OdsCode("Z99071"), "My brother works there.");
        sendDigests.next();

        assertThat(overdueTold("digest.partial")).isEqualTo(overdueTold("digest.manager") - 1);
    }

    private int overdueTold(String person) {
        return digests(person).stream()
                .flatMap(body -> Pattern.compile("- Overdue task: ([0-9]+)")
                        .matcher(body)
                        .results())
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .sum();
    }

    @Test
    void nobodyIsNotifiedOnAWeekendOrBankHoliday() {
        clock.setTo("2026-12-12T08:00");
        assertThat(sendDigests.next()).isTrue();
        clock.setTo("2026-12-25T08:00");
        assertThat(sendDigests.next()).isTrue();

        assertThat(digests("digest.one")).isEmpty();
    }

    @Test
    void somebodyWithADeclaredInterestHearsNothingOfTheCase() {
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until, agreement_valid_until,
                    joined_on, changed_at, changed_by)
                values ('digest.one', 'One', 'one@example.org', 'ACTIVE', 'NG1 1AA', 1, '2030-01-01', '2030-01-01', '2020-01-01', now(), 'x')""").update();
        declareInterest.declare("digest.one", new OdsCode("Z99071"), "My brother works there.");
        sendDigests.next();

        assertThat(digests("digest.one")).allSatisfy(body -> assertThat(body).doesNotContain(reference));
        assertThat(digests("digest.two")).singleElement().asString().contains(reference);
    }

    @Test
    void somebodyIsAskedOnceADayToConfirmWhatTheyDeclaredMoreThanAYearAgo() {
        declareInterest.declare("digest.two", new OdsCode("Z99071"), "My brother works there.");
        sendDigests.next();
        assertThat(digests("digest.two")).allSatisfy(body -> assertThat(body).doesNotContain("/interests"));

        clock.setTo("2027-12-10T08:00");
        sendDigests.next();
        assertThat(digests("digest.two"))
                .anySatisfy(body -> assertThat(body).contains("Please say whether they are still so", "/interests"));
    }

    @Test
    void somebodyWithAnInterestInAnyPracticeOfACaseHearsNothingOfIt() {
        scheme.join(reference, scheme.practice("Z99072"));
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until, agreement_valid_until,
                    joined_on, changed_at, changed_by)
                values ('digest.one', 'One', 'one@example.org', 'ACTIVE', 'NG1 1AA', 1, '2030-01-01', '2030-01-01', '2020-01-01', now(), 'x')""").update();
        declareInterest.declare("digest.one", new OdsCode("Z99072"), "My brother works there.");
        sendDigests.next();

        assertThat(digests("digest.one")).allSatisfy(body -> assertThat(body).doesNotContain(reference));
        assertThat(digests("digest.two")).singleElement().asString().contains(reference);
    }

    @Test
    void theProcessContinuesUntilEverybodyHasBeenNotified() {
        String instance =
                processes.startProcessInstanceByKey(MorningDigestProcess.KEY).getId();
        int rounds = 0;
        for (Job job = job(instance); job != null; job = job(instance)) {
            jobs.executeJob(job.getId());
            rounds++;
        }

        assertThat(rounds).isPositive();
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        assertThat(digests("digest.one")).hasSize(1);
    }

    private Job job(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).singleResult();
    }

    @Test
    void morningReachedsAtEightInLondonInSummerToo() {
        Job next = jobs.createJobQuery()
                .timers()
                .activityId(MorningDigestProcess.Timers.MORNING_REACHED)
                .singleResult();
        assertThat(next.getDuedate()
                        .toInstant()
                        .atZone(ZoneId.of("Europe/London"))
                        .getHour())
                .isEqualTo(8);

        jobs.recalculateJobDuedate(next.getId(), false);
        clock.setTo("2026-07-03T12:00");
        jobs.recalculateJobDuedate(next.getId(), false);
        assertThat(jobs.createJobQuery()
                        .jobId(next.getId())
                        .singleResult()
                        .getDuedate()
                        .toInstant())
                .isEqualTo("2026-07-06T07:00:00Z");
    }
}
