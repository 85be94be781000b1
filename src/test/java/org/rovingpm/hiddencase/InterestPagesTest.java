package org.rovingpm.hiddencase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
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
class InterestPagesTest {

    private static final OdsCode PRACTICE = new OdsCode("Z97810");

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private DeclaredInterests interests;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private String person;
    private String manager;

    @BeforeEach
    void aPracticeAndTwoPeople() {
        scheme.practice(PRACTICE.value());
        person = people.with(Role.LIAISON);
        manager = people.with(Role.SERVICE_MANAGER);
    }

    private static UserRequestPostProcessor as(String person, Role role) {
        return user(person).authorities(AuthorityUtils.createAuthorityList(role.group()));
    }

    private MockHttpServletRequestBuilder declaration(String address, String who, Role role) {
        return post(address)
                .with(csrf())
                .with(as(who, role))
                .param("practice", PRACTICE.value())
                .param("kind", "EMPLOYMENT")
                .param("reason", "I worked there.")
                .param("since", "2020-01-31");
    }

    private DeclaredInterest declared() {
        declareInterest.declare(person, PRACTICE, "My sister works there.");
        return interests.of(person).get(0);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER", "LIAISON", "ROVING_PM", "BUDGET_HOLDER", "PROCESS_MANAGER"})
    void whoeverMeetsCasesFindsThePracticeAndDeclaresAnInterest(Role role) throws Exception {
        web.perform(get("/interests").param("q", "z97810").with(as(person, role)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("/interests?practice=Z97810")));
        web.perform(get("/interests").param("practice", PRACTICE.value()).with(as(person, role)))
                .andExpect(content().string(containsString("name=\"since\"")));

        web.perform(declaration("/interests", person, role)).andExpect(redirectedUrl("/interests"));

        web.perform(get("/interests").with(as(person, role)))
                .andExpect(content().string(containsString("I worked there.")));
        assertThat(interests.of(person)).singleElement().satisfies(one -> assertThat(one.declaredBy())
                .isEqualTo(person));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COMMISSIONER", "ADMINISTRATOR"})
    void whoeverMeetsNoCaseHasNoSuchPage(Role role) throws Exception {
        web.perform(get("/interests").with(as(person, role))).andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"SERVICE_MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void nobodyButAServiceManagerSeesThoseOfAll(Role role) throws Exception {
        DeclaredInterest declared = declared();
        for (String address :
                List.of("/interests/all", "/interests/all/declare", "/interests/all/" + declared.id(), "/kept-out")) {
            web.perform(get(address).with(as("somebody", role))).andExpect(status().isForbidden());
        }
        web.perform(post("/interests/all/%d/end".formatted(declared.id()))
                        .with(csrf())
                        .with(as("somebody", role))
                        .param("endReason", "Not theirs to say."))
                .andExpect(status().isForbidden());
        assertThat(interests.find(declared.id()).orElseThrow().endedOn()).isNull();
    }

    @Test
    void whatIsWrongIsSaidBesideWhatWasTyped() throws Exception {
        web.perform(post("/interests")
                        .with(csrf())
                        .with(as(person, Role.LIAISON))
                        .param("practice", PRACTICE.value())
                        .param("reason", "My sister works there."))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("href=\"#kind\"")))
                .andExpect(content().string(containsString("href=\"#since\"")))
                .andExpect(content().string(containsString("value=\"My sister works there.\"")));
        assertThat(interests.of(person)).isEmpty();
    }

    @Test
    void anInterestOfSomebodyElseLooksAsIfItDidNotExist() throws Exception {
        DeclaredInterest declared = declared();
        web.perform(get("/interests/" + declared.id()).with(as("somebody", Role.COORDINATOR)))
                .andExpect(status().isNotFound());
        for (String action : List.of("change", "end", "confirm")) {
            web.perform(post("/interests/%d/%s".formatted(declared.id(), action))
                            .with(csrf())
                            .with(as("somebody", Role.COORDINATOR))
                            .param("endReason", "Not mine."))
                    .andExpect(status().isNotFound());
        }
        assertThat(interests.find(declared.id()).orElseThrow().endedOn()).isNull();
    }

    @Test
    void onesOwnIsChangedAndEnded() throws Exception {
        DeclaredInterest declared = declared();
        web.perform(declaration("/interests/%d/change".formatted(declared.id()), person, Role.LIAISON))
                .andExpect(redirectedUrl("/interests"));
        DeclaredInterest changed = interests.of(person).get(0);
        assertThat(changed.reason()).isEqualTo("I worked there.");
        for (String action : List.of("change", "end")) {
            web.perform(get("/interests/" + changed.id()).with(as(person, Role.LIAISON)))
                    .andExpect(content()
                            .string(containsString("action=\"/interests/%d/%s\"".formatted(changed.id(), action))));
        }

        web.perform(post("/interests/%d/end".formatted(changed.id()))
                        .with(csrf())
                        .with(as(person, Role.LIAISON))
                        .param("endReason", "I no longer do."))
                .andExpect(redirectedUrl("/interests"));

        assertThat(interests.of(person)).allMatch(one -> one.endedOn() != null);
    }

    @Test
    void oneIsConfirmedWhenAYearHasPassed() throws Exception {
        DeclaredInterest declared = declared();
        web.perform(get("/interests").with(as(person, Role.LIAISON)))
                .andExpect(content().string(not(containsString("It is still so"))));
        clock.setTo("2027-11-24T09:00");
        web.perform(get("/interests").with(as(person, Role.LIAISON)))
                .andExpect(content().string(containsString("It is still so")));

        web.perform(post("/interests/%d/confirm".formatted(declared.id()))
                        .with(csrf())
                        .with(as(person, Role.LIAISON)))
                .andExpect(redirectedUrl("/interests"));

        web.perform(get("/interests").with(as(person, Role.LIAISON)))
                .andExpect(content().string(not(containsString("It is still so"))));
    }

    @Test
    void aServiceManagerFindsSetsChangesAndEndsThemForOthers() throws Exception {
        web.perform(declaration("/interests/all/declare", manager, Role.SERVICE_MANAGER)
                        .param("person", person))
                .andExpect(redirectedUrl("/interests/all"));
        DeclaredInterest declared = interests.of(person).get(0);
        assertThat(declared.declaredBy()).isEqualTo(manager);
        for (String search : List.of("practice z97810", "Z97810", "Tamsin Teasel")) {
            web.perform(get("/interests/all").param("search", search).with(as(manager, Role.SERVICE_MANAGER)))
                    .andExpect(content().string(containsString("/interests/all/" + declared.id())));
        }
        web.perform(get("/interests/all").param("search", "no such").with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("that match your search")));

        web.perform(post("/interests/all/%d/end".formatted(declared.id()))
                        .with(csrf())
                        .with(as(manager, Role.SERVICE_MANAGER))
                        .param("endReason", "It was another practice."))
                .andExpect(redirectedUrl("/interests/all"));

        assertThat(interests.find(declared.id()).orElseThrow().endedBy()).isEqualTo(manager);
        web.perform(get("/interests/all")
                        .param("search", "Z97810")
                        .param("ended", "true")
                        .with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("It was another practice.")));
    }

    @ParameterizedTest
    @EnumSource(DeclaredInterests.Order.class)
    void allAreListedInEachOrderAPageAtATime(DeclaredInterests.Order order) throws Exception {
        for (int n = 0; n < 26; n++) {
            String code = "Z978%02d".formatted(30 + n);
            scheme.practice(code);
            declareInterest.declare(person, new OdsCode(code), "My sister works there.");
        }
        web.perform(get("/interests/all")
                        .param("search", "z978")
                        .param("sort", order.name())
                        .with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("page=2")));
        web.perform(get("/interests/all")
                        .param("search", "z978")
                        .param("sort", order.name())
                        .param("page", "2")
                        .with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("Page 2")))
                .andExpect(content().string(not(containsString("page=3"))));
    }

    @Test
    void aServiceManagerKeepsSomebodyOutOfACaseAndLetsThemInAgain() throws Exception {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.SUPPORTED, Rag.AMBER);
        web.perform(post("/kept-out")
                        .with(csrf())
                        .with(as(manager, Role.SERVICE_MANAGER))
                        .param("caseReference", reference.value())
                        .param("person", person)
                        .param("reason", "A quarrel."))
                .andExpect(redirectedUrl("/kept-out"));
        assertThat(hiddenCases.hides(reference, person)).isTrue();
        long id = jdbc.sql("select id from kept_out where case_reference = ?")
                .param(reference.value())
                .query(Long.class)
                .single();
        web.perform(get("/kept-out").with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("/kept-out/" + id)));
        web.perform(get("/kept-out/" + id).with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(status().isOk());

        web.perform(post("/kept-out/%d/lift".formatted(id))
                        .with(csrf())
                        .with(as(manager, Role.SERVICE_MANAGER))
                        .param("reason", "They have made up."))
                .andExpect(redirectedUrl("/kept-out"));

        assertThat(hiddenCases.hides(reference, person)).isFalse();
    }
}
