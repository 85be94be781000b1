package org.rovingpm.deputy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.StartsAt;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class DeputiesTest {

    private static final Set<String> MANAGERS = Set.of(Role.SERVICE_MANAGER.group());

    @Autowired
    private AppointDeputy appointDeputy;

    @Autowired
    private Deputies deputies;

    @Autowired
    private Members members;

    @Autowired
    private TestPeople people;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private String manager;
    private String deputy;
    private LocalDate today;

    @BeforeEach
    void aServiceManagerAndACoordinator() {
        manager = people.with(Role.SERVICE_MANAGER);
        deputy = people.with(Role.COORDINATOR);
        today = LocalDate.now(clock);
    }

    private void appoint(LocalDate from, LocalDate until) {
        appointDeputy.appoint(form(from, until), manager, MANAGERS);
    }

    private AppointDeputy.Form form(LocalDate from, LocalDate until) {
        return new AppointDeputy.Form(Role.SERVICE_MANAGER.group(), deputy, from, until, "On leave.");
    }

    private boolean hasTheRole() {
        return members.include(deputy, Role.SERVICE_MANAGER);
    }

    private void on(LocalDate day) {
        clock.setTo(day + "T00:01");
        appointDeputy.keep();
    }

    private static UserRequestPostProcessor as(String person, Role role) {
        return user(person).authorities(AuthorityUtils.createAuthorityList(role.group()));
    }

    private MockHttpServletRequestBuilder sent(Role role) {
        return post("/deputies")
                .with(csrf())
                .with(as(manager, role))
                .param("role", Role.SERVICE_MANAGER.group())
                .param("person", deputy)
                .param("from", today.toString())
                .param("until", today.plusDays(3).toString())
                .param("reason", "On leave.");
    }

    @Test
    void haveTheRoleFromTheFirstToTheLastDay() {
        appoint(today.plusDays(2), today.plusDays(3));
        assertThat(hasTheRole()).isFalse();

        on(today.plusDays(1));
        assertThat(hasTheRole()).isFalse();
        on(today.plusDays(2));
        assertThat(hasTheRole()).isTrue();
        on(today.plusDays(3));
        assertThat(hasTheRole()).isTrue();
        on(today.plusDays(4));
        assertThat(hasTheRole()).isFalse();
        assertThat(deputies.all(0, 1)).singleElement().satisfies(past -> {
            assertThat(past.endedAt()).isNotNull();
            assertThat(past.endedBy()).isEqualTo("system");
        });
    }

    @Test
    void haveTheRoleAtOnceWhereTheFirstDayIsTodayAndNoMoreWhenItIsEnded() {
        appoint(today, today.plusDays(3));
        assertThat(hasTheRole()).isTrue();

        appointDeputy.end(deputies.all(0, 1).get(0).id(), manager, MANAGERS);

        assertThat(hasTheRole()).isFalse();
        assertThat(members.include(deputy, Role.COORDINATOR)).isTrue();
    }

    @Test
    void areNotAppointedByThemselvesNorForARoleThatIsNotTheirsToGive() {
        AppointDeputy.Form form = form(today, today);
        assertThatThrownBy(() -> appointDeputy.appoint(form, deputy, MANAGERS))
                .hasMessageContaining("appoint yourself");
        assertThatThrownBy(() -> appointDeputy.appoint(form, manager, Set.of(Role.COORDINATOR.group())))
                .hasMessageContaining("yours to give");
        appointDeputy.appoint(form, manager, Set.of(Role.ADMINISTRATOR.group()));
        assertThat(hasTheRole()).isTrue();
    }

    @Test
    void areNotAppointedInPlaceOfAPmByAnybody() {
        AppointDeputy.Form form = new AppointDeputy.Form(Role.ROVING_PM.group(), deputy, today, today, "On leave.");
        for (Role role : Set.of(Role.ROVING_PM, Role.ADMINISTRATOR)) {
            assertThatThrownBy(() -> appointDeputy.appoint(form, manager, Set.of(role.group())))
                    .as(role.one())
                    .hasMessageContaining("yours to give");
        }
    }

    @Test
    void areAppointedOnceAndOnlyWhereTheyDoNotHaveTheRole() {
        appoint(today.plusDays(1), today.plusDays(2));
        assertThatThrownBy(() -> appoint(today.plusDays(1), today.plusDays(2)))
                .hasMessageContaining("deputy in this role already");
        on(today.plusDays(1));
        assertThatThrownBy(() -> appointDeputy.appoint(form(today.plusDays(1), today.plusDays(2)), manager, MANAGERS))
                .hasMessageContaining("have this role already");
    }

    @Test
    void keepARoleThatTheyWereGivenForGoodInTheMeantime() {
        appoint(today.plusDays(1), today.plusDays(2));
        members.add(deputy, Role.SERVICE_MANAGER);

        on(today.plusDays(1));
        on(today.plusDays(3));

        assertThat(hasTheRole()).isTrue();
    }

    @Test
    void areRefusedDaysThatCannotBe() {
        assertThatThrownBy(() -> appoint(today.minusDays(1), today)).hasMessageContaining("first day has passed");
        assertThatThrownBy(() -> appoint(today.plusDays(1), today)).hasMessageContaining("before the first");
        assertThatThrownBy(() -> appoint(today, today.plusDays(366))).hasMessageContaining("a year at most");
    }

    @Test
    void stayOnRecord() {
        appoint(today, today);
        assertThatThrownBy(() -> jdbc.sql("delete from deputy").update()).hasMessageContaining("stays on record");
    }

    @Test
    void areAppointedAndEndedOnTheirPage() throws Exception {
        web.perform(sent(Role.SERVICE_MANAGER)).andExpect(redirectedUrl("/deputies"));
        assertThat(hasTheRole()).isTrue();
        long id = deputies.all(0, 1).get(0).id();

        web.perform(get("/deputies").with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("/deputies/%d/end".formatted(id))));
        web.perform(get("/deputies").with(as(deputy, Role.COORDINATOR)))
                .andExpect(content().string(containsString("On leave.")))
                .andExpect(content().string(not(containsString("/deputies/%d/end".formatted(id)))));
        web.perform(post("/deputies/%d/end".formatted(id)).with(csrf()).with(as(deputy, Role.COORDINATOR)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("over already")));
        web.perform(post("/deputies/%d/end".formatted(id)).with(csrf()).with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(redirectedUrl("/deputies"));
        assertThat(hasTheRole()).isFalse();
    }

    @Test
    void areNoMatterOfPms() throws Exception {
        web.perform(get("/deputies").with(as("pm", Role.ROVING_PM))).andExpect(status().isForbidden());
        web.perform(sent(Role.ROVING_PM)).andExpect(status().isForbidden());
    }

    @Test
    void areRefusedWithTheFieldsAsTheyWereTyped() throws Exception {
        web.perform(post("/deputies")
                        .with(csrf())
                        .with(as(manager, Role.SERVICE_MANAGER))
                        .param("role", Role.SERVICE_MANAGER.group())
                        .param("reason", "On leave."))
                .andExpect(content().string(containsString("Choose the person.")))
                .andExpect(content().string(containsString("value=\"On leave.\"")));
        assertThat(deputies.all(0, 1)).isEmpty();
    }
}
