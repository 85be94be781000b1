package org.rovingpm.casepage;

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

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.fixture.StartsAt;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.SupportCases;
import org.rovingpm.supportcase.Timeline;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

/** Another practice joins a case from its page. */
@ApplicationTest
@StartsAt
@Transactional
class AddPracticePageTest {

    private static final String PM = "pm-1";
    private static final String JOINING = "Z96044";

    @Autowired
    private Scheme scheme;

    @Autowired
    private SupportCases cases;

    @Autowired
    private Messages messages;

    @Autowired
    private Timeline timeline;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MockMvc web;

    private CaseReference reference;

    @BeforeEach
    void aPmAtAPracticeAndAnotherPractice() {
        scheme.pm(PM);
        scheme.practice(JOINING);
        reference = new CaseReference(scheme.offered("Z96043", PM));
        scheme.complete(
                reference.value(),
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                PM,
                Map.of("answer", "ACCEPT", "noConflict", true));
    }

    private static UserRequestPostProcessor coordinator() {
        return user("coordinator").authorities(AuthorityUtils.createAuthorityList("coordinator"));
    }

    private ResultActions ask(String query) throws Exception {
        return web.perform(
                get("/cases/%s/practice%s".formatted(reference, query)).with(coordinator()));
    }

    private ResultActions add(String telephone) throws Exception {
        return web.perform(post("/cases/%s/practice".formatted(reference))
                .with(csrf())
                .with(coordinator())
                .param("odsCode", JOINING)
                .param("contactName", "Joan Joiner")
                .param("contactRole", "GP partner")
                .param("contactEmail", "joan@example.org")
                .param("contactTelephone", telephone)
                .param("agreedWith", "Dr Patel and Joan Joiner"));
    }

    @Test
    void thePracticeIsFoundByNameAndThePageSaysWhatWillHappen() throws Exception {
        ask("").andExpect(content().string(containsString("Which practice joins?")));
        ask("?q=practice z96044")
                .andExpect(content().string(containsString("odsCode=" + JOINING)))
                .andExpect(content().string(not(containsString("odsCode=Z96043"))));
        ask("?odsCode=" + JOINING)
                .andExpect(content().string(containsString("joins the case of Practice Z96043")))
                .andExpect(content().string(not(containsString("another PM is sought"))));
    }

    @Test
    void allPracticesOfTheCaseAreToldOnce() throws Exception {
        add("").andExpect(redirectedUrl("/cases/" + reference));

        assertThat(cases.get(reference).practices()).containsExactly(new OdsCode("Z96043"), new OdsCode(JOINING));
        assertThat(messages.of(reference, 50))
                .filteredOn(message -> message.template().equals("practice-added"))
                .allSatisfy(message -> assertThat(message.body()).contains("Practice Z96043 and Practice Z96044"))
                .extracting(Message::person)
                .containsExactlyInAnyOrder("Z96043", JOINING);
        add("").andExpect(status().isOk())
                .andExpect(content().string(containsString("is one of the practices of this case already")));
    }

    @Test
    void whatIsWrongIsSaidAndWhatWasTypedStays() throws Exception {
        add("ring me")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("may have only digits and spaces")))
                .andExpect(content().string(containsString("value=\"Joan Joiner\"")));
        assertThat(cases.get(reference).practices()).hasSize(1);
    }

    @Test
    void aPmWithAnInterestInItLeavesTheCaseAndThePageSaysSoBefore() throws Exception {
        declareInterest.declare(PM, new OdsCode(JOINING), "My brother works there.");
        ask("?odsCode=" + JOINING).andExpect(content().string(containsString("another PM is sought")));

        add("").andExpect(redirectedUrl("/cases/" + reference));

        assertThat(cases.get(reference).stage()).isEqualTo(CaseStage.MATCHING);
        assertThat(timeline.latest(reference, "Work taken back")).hasValueSatisfying(entry -> assertThat(entry.reason())
                .isEqualTo("They have an interest in a practice that has joined the case"));
        web.perform(get("/cases/" + reference)
                        .with(user(PM).authorities(AuthorityUtils.createAuthorityList("roving-pm"))))
                .andExpect(status().isNotFound());
    }
}
