package org.rovingpm.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Api;
import org.rovingpm.access.Browser;
import org.rovingpm.access.Names;
import org.rovingpm.access.PersonDirectory;
import org.rovingpm.access.Role;
import org.rovingpm.access.StaffDirectory;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.roster.ChangeRoster;
import org.rovingpm.supportcase.RequestAnswers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Names and addresses: who may change them, and what is one. */
@ApplicationTest
class PersonalDetailsTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestPeople people;

    @Autowired
    private Passwords passwords;

    @Autowired
    private PersonDirectory directory;

    @Autowired
    private StaffDirectory staff;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    private static String profile(String person, String firstName, String lastName, String email) {
        return "{\"id\":\"%s\",\"firstName\":\"%s\",\"lastName\":\"%s\",\"email\":\"%s\"}"
                .formatted(person, firstName, lastName, email);
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void nobodyRenamesThemselves(Api.Door door) {
        String person = people.with(Role.ROVING_PM);
        Api own = Api.as(person, door, port);
        assertThat(own.put("/user/" + person + "/profile", profile(person, "Service", "Manager", "a@example.org"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(passwords.detailsOf(person).orElseThrow().fullName()).isEqualTo("Tamsin Teasel");
        assertThat(own.get("/user/" + person + "/profile").statusCode()).isEqualTo(200);
    }

    /** Whatever call the lists may allow one day. */
    @Test
    void theEngineItselfRefusesIt() {
        String person = people.with(Role.ROVING_PM);
        assertThat(people.rename(person, person, Role.ROVING_PM, "Service", "Manager"))
                .contains("changed by administrators");
        assertThat(people.rename(person, "an-administrator", Role.ADMINISTRATOR, "Tess", "Teasel"))
                .isEmpty();
        assertThat(passwords.detailsOf(person).orElseThrow().fullName()).isEqualTo("Tess Teasel");
    }

    @ParameterizedTest
    @EnumSource(Api.Door.class)
    void anAdministratorChangesThem(Api.Door door) {
        String person = people.with(Role.ROVING_PM);
        Api administrator = Api.as(people.with(Role.ADMINISTRATOR), door, port);
        assertThat(administrator
                        .put("/user/" + person + "/profile", profile(person, "Zoë", "O’Brien-Ng", "zoe@example.org"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(passwords.detailsOf(person)).contains(new PersonalDetails("Zoë", "O’Brien-Ng", "zoe@example.org"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tamsin\\r\\nBcc: all@example.org | Teasel           | t@example.org
        Tamsin                           | <b>Teasel</b>    | t@example.org
        Tamsin                           | Tea\\u202Esel    | t@example.org
        Tamsin                           | Teasel           | t@example.org\\nBcc: all@example.org
        Tamsin                           | Teasel           | t@example.org, all@example.org
        Tamsin                           | Teasel           | <t@example.org>
        Tamsin                           | Teasel           | somewhere""")
    void whatIsNoNameOrAddressIsRefused(String firstName, String lastName, String email) {
        String person = people.with(Role.ROVING_PM);
        HttpResponse<String> answer = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port)
                .put("/user/" + person + "/profile", profile(person, firstName, lastName, email));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Browser.json(answer).get("message").asText())
                .matches("The (first name|last name|e-mail address) .+");
        assertThat(passwords.detailsOf(person).orElseThrow().fullName()).isEqualTo("Tamsin Teasel");
    }

    @Test
    void whatIsNoNameOfAGroupIsRefusedToo() {
        assertThat(Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port)
                        .post("/group/create", "{\"id\":\"odd\",\"name\":\"Odd <script>\",\"type\":\"WORKFLOW\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void namesInFormsAreOnOneLine() {
        Validator validator = Validation.buildDefaultValidatorFactory().getValidator();
        assertThat(validator.validateValue(ChangeRoster.Form.class, "name", "Tamsin\nTeasel"))
                .extracting(ConstraintViolation::getMessage)
                .containsExactly("Name must be on one line: take the line breaks out.");
        assertThat(validator.validateValue(RequestAnswers.Contact.class, "contactName", "Tamsin\r\nTeasel"))
                .extracting(ConstraintViolation::getMessage)
                .singleElement()
                .asString()
                .contains("must be on one line");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mary-Jane", "D’Arcy", "O'Neil", "Siân", "Łukasz", "李", "Smith Jr.", "(née Wong)", ""})
    void namesOfAllKindsAreNames(String name) {
        new PersonalDetails(name, name, null).check();
    }

    @Test
    void theRecordKeepsTheNameOfItsDay() {
        String person = people.with(Role.ROVING_PM);
        Instant before = clock.instant();
        clock.moveBy(Duration.ofDays(1));
        people.rename(person, "an-administrator", Role.ADMINISTRATOR, "Tess", "Thistle");
        people.delete(person);
        Names names = directory.namesThen(List.of(person));
        assertThat(names.on(person, before)).isEqualTo("Tamsin Teasel");
        assertThat(names.on(person, clock.instant())).isEqualTo("Tess Thistle");
        assertThatThrownBy(() -> jdbc.sql("delete from account_name where person = :person")
                        .param("person", person)
                        .update())
                .hasMessageContaining("stays on record");
    }

    @Test
    void anAccountOfBeforeNamesWereNotedHasAlwaysBeenCalledSo() {
        String person = "before-names";
        jdbc.sql("insert into act_id_user (id_, rev_, first_, last_) values (:person, 1, 'Old', 'Hand')")
                .param("person", person)
                .update();
        people.rename(person, "an-administrator", Role.ADMINISTRATOR, "New", "Name");
        assertThat(directory.namesThen(List.of(person)).on(person, Instant.EPOCH.plusSeconds(1)))
                .isEqualTo("Old Hand");
        people.delete(person);
    }

    @Test
    void aPmsAddressIsTheRosters() {
        String pm = people.with(Role.ROVING_PM);
        String rosters = "roster-of-" + pm + "@example.org";
        jdbc.sql("""
                insert into roving_pm (user_id, name, email, status, home_postcode, sessions_a_week, dbs_valid_until,
                    agreement_valid_until, joined_on, changed_at, changed_by)
                values (:pm, 'Tamsin Teasel', :email, 'PAUSED', 'NG1 1AA', 1, current_date, current_date, current_date, now(), 'test')""").param("pm", pm).param("email", rosters).update();
        assertThat(passwords.addressOf(pm)).contains(rosters);
        Api administrator = Api.as(people.with(Role.ADMINISTRATOR), Api.Door.PROGRAMS, port);
        HttpResponse<String> other =
                administrator.put("/user/" + pm + "/profile", profile(pm, "Tamsin", "Teasel", "other@example.org"));
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(Browser.json(other).get("message").asText()).contains("on the roster");
        assertThat(administrator
                        .put("/user/" + pm + "/profile", profile(pm, "Tamsin", "Teasel", rosters))
                        .statusCode())
                .isEqualTo(204);
        assertThat(staff.find(pm).orElseThrow().email()).isEqualTo(rosters);
    }
}
