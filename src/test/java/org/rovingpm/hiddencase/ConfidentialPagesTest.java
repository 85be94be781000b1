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

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.supportcase.CaseReference;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@StartsAt
@Transactional
class ConfidentialPagesTest {

    @Autowired
    private TestPeople people;

    @Autowired
    private HiddenCases hiddenCases;

    @Autowired
    private Scheme scheme;

    @Autowired
    private MockMvc web;

    private CaseReference reference;
    private String page;
    private String coordinator;
    private String manager;
    private String colleague;

    @BeforeEach
    void aCaseAndThreePeopleOfTheOffice() {
        reference = new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97820"))));
        page = "/confidential/" + reference;
        coordinator = people.with(Role.COORDINATOR);
        manager = people.with(Role.SERVICE_MANAGER);
        colleague = people.with(Role.COORDINATOR);
    }

    private static UserRequestPostProcessor as(String person, Role role) {
        return user(person).authorities(AuthorityUtils.createAuthorityList(role.group()));
    }

    private MockHttpServletRequestBuilder send(String address, String person) {
        return post(address).with(csrf()).with(as(person, Role.COORDINATOR));
    }

    private void makeConfidential() throws Exception {
        web.perform(send(page, coordinator)
                        .param("reason", "A partner is accused.")
                        .param("people", manager))
                .andExpect(redirectedUrl(page));
    }

    @Test
    void makesACaseConfidentialAndSaysWhoSeesIt() throws Exception {
        web.perform(get("/cases/" + reference).with(as(coordinator, Role.COORDINATOR)))
                .andExpect(content().string(containsString(page)))
                .andExpect(content().string(not(containsString("Confidential:"))));

        makeConfidential();

        web.perform(get(page).with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString("A partner is accused.")))
                .andExpect(content().string(containsString("Name another person")));
        web.perform(get("/cases/" + reference).with(as(coordinator, Role.COORDINATOR)))
                .andExpect(content().string(containsString("Confidential: seen by the people named on it only")));
        web.perform(get("/confidential").with(as(manager, Role.SERVICE_MANAGER)))
                .andExpect(content().string(containsString(reference.value())));
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        web.perform(send(page, coordinator).param("people", manager))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Say why the case is confidential.")))
                .andExpect(content().string(containsString("checked")));
        makeConfidential();
        web.perform(send(page + "/name", coordinator).param("person", "").param("reason", "Help."))
                .andExpect(content().string(containsString("Choose the person.")));
        web.perform(send(page + "/lift", coordinator)).andExpect(content().string(containsString("Say why.")));
        web.perform(send("/confidential/emergency", colleague))
                .andExpect(content().string(containsString("Say why it cannot wait.")));
    }

    @Test
    void doesNotExistForWhoeverIsNotNamed() throws Exception {
        makeConfidential();
        for (String address : new String[] {page, "/cases/" + reference, "/confidential/RPM-2026-9999999"}) {
            web.perform(get(address).with(as(colleague, Role.COORDINATOR))).andExpect(status().isNotFound());
        }
        for (String address : new String[] {page, page + "/name", page + "/remove", page + "/lift"}) {
            web.perform(send(address, colleague).param("person", colleague).param("reason", "For me."))
                    .andExpect(status().isNotFound());
        }
        assertThat(hiddenCases.hides(reference, colleague)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void isThePageOfTheOfficeAlone(Role role) throws Exception {
        web.perform(get(page).with(as("somebody", role))).andExpect(status().isForbidden());
        web.perform(get("/confidential").with(as("somebody", role))).andExpect(status().isForbidden());
        web.perform(post("/confidential/emergency").with(csrf()).with(as("somebody", role)))
                .andExpect(status().isForbidden());
    }

    @Test
    void namesRemovesAndLifts() throws Exception {
        makeConfidential();
        web.perform(send(page + "/name", coordinator).param("person", colleague).param("reason", "Stands in for me."))
                .andExpect(redirectedUrl(page));
        assertThat(hiddenCases.hides(reference, colleague)).isFalse();

        web.perform(send(page + "/remove", coordinator).param("person", colleague))
                .andExpect(redirectedUrl(page));
        assertThat(hiddenCases.hides(reference, colleague)).isTrue();

        web.perform(send(page + "/remove", coordinator).param("person", coordinator))
                .andExpect(redirectedUrl("/confidential"));
        web.perform(send(page + "/lift", manager).param("liftReason", "It is public now."))
                .andExpect(redirectedUrl(page));
        assertThat(hiddenCases.hides(reference, colleague)).isFalse();
    }

    @Test
    void opensOneInAnEmergency() throws Exception {
        makeConfidential();
        web.perform(send("/confidential/emergency", colleague)
                        .param("caseReference", reference.value())
                        .param("reason", "The practice cannot pay its staff today."))
                .andExpect(redirectedUrl(page));
        web.perform(get("/cases/" + reference).with(as(colleague, Role.COORDINATOR)))
                .andExpect(content().string(containsString("The practice cannot pay its staff today.")));
    }
}
