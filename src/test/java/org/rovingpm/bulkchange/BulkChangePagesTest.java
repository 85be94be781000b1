package org.rovingpm.bulkchange;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class BulkChangePagesTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private TestPeople people;

    @Autowired
    private TaskService tasks;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private MovableClock clock;

    @Autowired
    private MockMvc web;

    private String reference;
    private String absent;
    private String substitute;

    @BeforeEach
    void aTaskOfAnAbsentPerson() {
        absent = people.with(Role.COORDINATOR);
        substitute = people.with(Role.COORDINATOR);
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z97501")));
        tasks.setAssignee(
                scheme.task(reference, SupportCaseProcess.Elements.ASSESS_REQUEST)
                        .getId(),
                absent);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private static UserRequestPostProcessor as(String person, String group) {
        return user(person).authorities(AuthorityUtils.createAuthorityList(group));
    }

    private org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder ask(String group, String kind) {
        return post("/bulk")
                .with(csrf())
                .with(as("somebody", group))
                .param("key", UUID.randomUUID().toString())
                .param("kind", kind)
                .param("person", absent)
                .param("toPerson", substitute)
                .param("reason", "Ill.");
    }

    @Test
    void aServiceManagerAsksForAChangeAndSeesEachRow() throws Exception {
        web.perform(get("/bulk").with(as("somebody", "service-manager")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(substitute)));
        String address = web.perform(ask("service-manager", "REASSIGN"))
                .andExpect(redirectedUrlPattern("/bulk/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String id = address.substring("/bulk/".length());

        web.perform(get("/bulk/" + id).with(as("somebody", "service-manager")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(reference)))
                .andExpect(content().string(containsString("1 of 1 are left")));
        scheme.pm("pm-partial");
        declareInterest.declare("pm-partial", new OdsCode("Z97501"), "My brother works there.");
        web.perform(get("/bulk/" + id).with(as("pm-partial", "service-manager")))
                .andExpect(content().string(not(containsString(reference))))
                .andExpect(content().string(not(containsString("1 of 1"))));
        web.perform(get("/bulk/" + id).with(as("somebody", "process-manager"))).andExpect(status().isNotFound());
    }

    @Test
    void aServiceManagerSeesWhichCasesLoseTheirPmBeforeTheyAgreeToIt() throws Exception {
        absent = scheme.pm("pm-away");
        reference = scheme.offered("Z97502", absent);
        String task = scheme.task(reference, ManagerMatchingProcess.Elements.RESPOND_TO_OFFER)
                .getId();
        web.perform(get("/bulk").param("pm", absent).with(as("somebody", "service-manager")))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"" + absent + "\" selected")));
        web.perform(ask("service-manager", "FIND_ANOTHER_PM"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Practice Z97502")))
                .andExpect(content().string(containsString("(" + reference + "): Unanswered offer")))
                .andExpect(content().string(containsString("name=\"confirmed\" value=\"true\"")))
                .andExpect(content().string(containsString("Change nothing")))
                .andExpect(content().string(not(containsString("There is a problem"))));
        web.perform(ask("process-manager", "FIND_ANOTHER_PM"))
                .andExpect(content().string(containsString("role may not do this")))
                .andExpect(content().string(not(containsString(reference))));
        web.perform(ask("service-manager", "REASSIGN"))
                .andExpect(content().string(containsString("choose “Find another PM")));
        web.perform(ask("service-manager", "FIND_ANOTHER_PM").param("confirmed", "true"))
                .andExpect(redirectedUrlPattern("/bulk/*"));

        clock.moveBy(Duration.ofDays(14));
        web.perform(get("/stuck/one")
                        .param("cause", "offerUnanswered")
                        .param("id", task)
                        .with(as("somebody", "service-manager")))
                .andExpect(content().string(containsString("href=\"/bulk?pm=" + absent + "\"")));
    }

    @Test
    void nobodyElseDoes() throws Exception {
        for (String group :
                List.of("coordinator", "roving-pm", "liaison", "commissioner", "budget-holder", "camunda-admin")) {
            web.perform(get("/bulk").with(as("somebody", group))).andExpect(status().isForbidden());
            web.perform(ask(group, "REASSIGN")).andExpect(status().isForbidden());
        }
        web.perform(ask("process-manager", "REASSIGN"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("role may not do this")));
        web.perform(post("/bulk").with(as("somebody", "service-manager")).param("kind", "REASSIGN"))
                .andExpect(status().isForbidden());
    }

    @Test
    void saysWhatIsWrongAndShowsWhatWasTyped() throws Exception {
        web.perform(post("/bulk")
                        .with(csrf())
                        .with(as("somebody", "service-manager"))
                        .param("key", UUID.randomUUID().toString())
                        .param("kind", "MOVE_DEADLINES")
                        .param("person", absent)
                        .param("days", "many")
                        .param("reason", "My own words"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("There is a problem")))
                .andExpect(content().string(containsString("My own words")));
        web.perform(post("/bulk")
                        .with(csrf())
                        .with(as("somebody", "service-manager"))
                        .param("kind", "REASSIGN")
                        .param("reason", "x")
                        .param("person", absent)
                        .param("toPerson", substitute))
                .andExpect(content().string(containsString("open it again")));
    }
}
