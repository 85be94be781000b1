package org.rovingpm.account.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.account.log.SecurityEvent.Kind;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class SecurityLogTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2000, 1, 1);
    private static final String WRONG = "Not-the-password-1";

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private SecurityLog log;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger(SecurityLog.LINES);
    private String person;

    @BeforeEach
    void somebody() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
        person = people.with(Role.COORDINATOR);
    }

    @AfterEach
    void close() {
        logger.detachAppender(lines);
        logger.setLevel(null);
        clock.reset();
    }

    private List<SecurityEvent> found() {
        return log.find(person, null, LONG_AGO, 0, 50);
    }

    private String administrator() {
        return people.with(Role.ADMINISTRATOR);
    }

    @Test
    void signInsAndWrongPasswordsAreWrittenDown() {
        new Browser(port).signIn(person, WRONG);
        new Browser(port).signIn(person, TestPeople.PASSWORD);
        Api.as(person, Api.Door.PROGRAMS, port).get("/filter/count");
        assertThat(found())
                .extracting(SecurityEvent::kind)
                .containsSubsequence(Kind.PROGRAM_SIGNED_IN, Kind.SIGNED_IN, Kind.WRONG_PASSWORD, Kind.ACCOUNT_MADE);
    }

    private List<Kind> ends() {
        return found().stream()
                .map(SecurityEvent::kind)
                .filter(Set.of(Kind.SIGNED_OUT, Kind.SESSION_ENDED, Kind.SESSION_CUT, Kind.SESSION_OVER)::contains)
                .toList();
    }

    private Browser signedIn() {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        browser.get("/account");
        return browser;
    }

    @Test
    void signingOutIsWrittenDownFromOurPagesAndFromTasklist() {
        signedIn().post("/sign-out");
        assertThat(ends()).containsExactly(Kind.SIGNED_OUT);
        Browser tasklist = signedIn();
        tasklist.get("/camunda/api/engine/engine");
        tasklist.send("POST", "/camunda/api/admin/auth/user/default/logout", null);
        assertThat(ends()).containsExactly(Kind.SIGNED_OUT, Kind.SIGNED_OUT);
    }

    @Test
    void aSessionThatSomebodyElseOrItsTimeHasEndedIsWrittenDown() {
        Browser browser = signedIn();
        people.give(person, Role.SERVICE_MANAGER);
        browser.get("/account");
        assertThat(ends()).containsExactly(Kind.SESSION_CUT);

        browser = signedIn();
        clock.moveBy(Duration.ofHours(5));
        browser.get("/account");
        assertThat(ends()).containsExactly(Kind.SESSION_OVER, Kind.SESSION_CUT);

        signedIn();
        clock.moveBy(Duration.ofHours(13));
        signedIn();
        assertThat(ends()).as("also where nobody comes back").hasSize(3).first().isEqualTo(Kind.SESSION_OVER);
    }

    @Test
    void aSessionThatItsOwnerHasEndedIsWrittenDownOnce() {
        Browser other = signedIn();
        signedIn().post("/account/sessions/end-others");
        other.get("/account");
        assertThat(ends()).containsExactly(Kind.SESSION_ENDED);
    }

    @Test
    void soIsASingleOneOfTheList() {
        signedIn();
        long other = jdbc.sql("select max(id) from account_session where person = :person")
                .param("person", person)
                .query(Long.class)
                .single();
        signedIn().post("/account/sessions/%d/end".formatted(other));
        assertThat(ends()).containsExactly(Kind.SESSION_ENDED);
    }

    @Test
    void whatIsNoUserNameIsNotWrittenDown() {
        new Browser(port).signIn("my secret in the wrong field", WRONG);
        assertThat(log.find("", Kind.UNKNOWN_NAME, LONG_AGO, 0, 1))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.person()).isNull();
                    assertThat(event.detail()).isNull();
                });
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("secret"));
    }

    @Test
    void whoChangesAnAccountIsWrittenDownWithIt() {
        String administrator = administrator();
        Api api = Api.as(administrator, Api.Door.PROGRAMS, port);
        api.put("/group/service-manager/members/" + person, null);
        api.delete("/group/service-manager/members/" + person);
        api.put(
                "/user/" + person + "/profile",
                "{\"id\":\"" + person + "\",\"firstName\":\"Tess\",\"lastName\":\"Teasel\",\"email\":\"\"}");
        api.delete("/user/" + person);
        assertThat(found())
                .filteredOn(event -> administrator.equals(event.by()))
                .extracting(SecurityEvent::kind, SecurityEvent::detail)
                .contains(
                        tuple(Kind.ACCOUNT_DELETED, null),
                        tuple(Kind.NAME_CHANGED, "Tamsin Teasel → Tess Teasel"),
                        tuple(Kind.ROLE_TAKEN, "service-manager"),
                        tuple(Kind.ROLE_GIVEN, "service-manager"));
    }

    @Test
    void rightsThatPeopleGiveAreWrittenDown() {
        String administrator = administrator();
        String group = people.joinNewGroup(person);
        assertThat(Api.as(administrator, Api.Door.PROGRAMS, port)
                        .post(
                                "/authorization/create",
                                "{\"type\":1,\"permissions\":[\"READ\"],\"groupId\":\"" + group
                                        + "\",\"resourceType\":6,\"resourceId\":\"" + SupportCaseProcess.KEY + "\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(log.find(administrator, Kind.RIGHT_CHANGED, LONG_AGO, 0, 5))
                .singleElement()
                .satisfies(event -> assertThat(event.detail()).contains(group, SupportCaseProcess.KEY));
        people.deleteGroup(group);
    }

    @Test
    void whatIsRefusedIsWrittenDownAndNotWithoutEnd() {
        Api api = Api.as(person, Api.Door.PROGRAMS, port);
        for (int call = 0; call < 40; call++) {
            assertThat(api.delete("/user/somebody").statusCode()).isEqualTo(403);
        }
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        List<SecurityEvent> refused = log.find(person, Kind.REFUSED, LONG_AGO, 0, 100);
        assertThat(refused).hasSizeBetween(30, 35);
        assertThat(refused.get(0).detail()).isEqualTo("DELETE /engine-rest/user/somebody");
    }

    @Test
    void pagesThatAreRefusedAreToo() {
        Browser browser = new Browser(port);
        browser.signIn(person, TestPeople.PASSWORD);
        assertThat(browser.get("/security-log").statusCode()).isEqualTo(403);
        assertThat(log.find(person, Kind.REFUSED, LONG_AGO, 0, 5))
                .extracting(SecurityEvent::detail)
                .contains("GET /security-log");
    }

    @Test
    void administratorsSearchIt() {
        String administrator = administrator();
        people.withdraw(person, Role.COORDINATOR);
        Browser browser = new Browser(port);
        browser.signIn(administrator, TestPeople.PASSWORD);
        assertThat(browser.get("/security-log?person=" + person).body())
                .contains("Role or group taken away", "Tamsin Teasel", person);
        assertThat(browser.get("/security-log?person=" + person + "&kind=SIGNED_IN")
                        .body())
                .contains("There are none");
        assertThat(browser.get("/security-log?kind=nonsense").statusCode()).isEqualTo(400);
    }

    @Test
    void theLinesForMonitoringNameNobody() {
        new Browser(port).signIn(person, WRONG);
        people.setPassword(person, "the heron waits below");
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(line -> line.contains("\"event\":\"WRONG_PASSWORD\""))
                .anyMatch(line -> line.contains("\"event\":\"PASSWORD_CHANGED\""))
                .allMatch(line -> line.startsWith("{\"at\":\"") && line.endsWith("\"}"))
                .noneMatch(line -> line.contains(person) || line.contains("Tamsin"));
    }

    @Test
    void whatIsOldIsForgotten() {
        assertThat(found()).isNotEmpty();
        clock.moveTo(clock.instant().plus(Period.ofDays(360)));
        log.forget();
        assertThat(found()).isNotEmpty();
        clock.moveTo(clock.instant().plus(Period.ofDays(10)));
        log.forget();
        assertThat(found()).isEmpty();
    }

    @Test
    void nothingIsRewritten() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> jdbc.sql("update security_event set person = 'somebody else'")
                                .update())
                .hasMessageContaining("not rewritten");
    }
}
