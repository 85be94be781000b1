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

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class CasePageTest {

    private static final String PRACTICE = "Z99008";

    @Autowired
    private Scheme scheme;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private RuntimeService processes;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private String reference;

    @BeforeEach
    void aCase() {
        Map<String, Object> request = scheme.request(scheme.practice(PRACTICE));
        request.put("whatHappened", "5 < 6 & the manager's “notice” ran out");
        reference = scheme.requestHelp("coordinator", request);
    }

    private ResultActions open(String reference, String person, String... groups) throws Exception {
        return web.perform(get("/cases/" + reference)
                .with(user(person).authorities(AuthorityUtils.createAuthorityList(Arrays.asList(groups)))));
    }

    @Test
    void showsStaffTheCaseAndItsTimelineAsItWasWritten() throws Exception {
        open(reference, "coordinator", "coordinator")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("5 &lt; 6 &amp; the manager&#39;s “notice” ran out")))
                .andExpect(content().string(containsString("Help requested")))
                .andExpect(content().string(containsString("Nobody: a suggestion")));
        open(reference, "manager", "service-manager").andExpect(status().isOk());
    }

    @Test
    void saysToEverybodyElseThatThereIsNoSuchPage() throws Exception {
        for (String group :
                List.of("commissioner", "liaison", "budget-holder", "process-manager", "camunda-admin", "roving-pm")) {
            open(reference, "somebody", group)
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(not(containsString("Z99008"))));
        }
        open("RPM-1999-0001", "coordinator", "coordinator").andExpect(status().isNotFound());
        open("nonsense", "coordinator", "coordinator").andExpect(status().isNotFound());
    }

    @Test
    void saysSoToWhoeverHasATaskThatBelongsToNoCase() throws Exception {
        processes
                .createProcessInstanceByKey(SupportCaseProcess.KEY)
                .businessKey("RPM-1999-0002")
                .startBeforeActivity(SupportCaseProcess.Elements.ASSESS_REQUEST)
                .execute();
        assertThat(scheme.openSteps("RPM-1999-0002")).isNotEmpty();
        open("RPM-1999-0002", "coordinator", "coordinator").andExpect(status().isNotFound());
        open("RPM-1999-0002", "manager", "service-manager").andExpect(status().isNotFound());
    }

    @Test
    void isShownToThePmOfTheCaseWhileTheySupportItAndToNoOtherPm() throws Exception {
        String pm = scheme.pm("pm-1");
        accept();
        open(reference, pm, "roving-pm").andExpect(status().isNotFound());
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm));
        open(reference, pm, "roving-pm")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Practice Z99008")))
                .andExpect(content().string(not(containsString("contact@example.org"))))
                .andExpect(content().string(not(containsString("ran out"))));
        open(reference, "pm-2", "roving-pm").andExpect(status().isNotFound());
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));

        open(reference, pm, "roving-pm").andExpect(status().isOk());
        open(reference, scheme.pm("pm-2"), "roving-pm").andExpect(status().isNotFound());

        scheme.start(
                CaseChangeProcess.KEY,
                pm,
                Map.of("caseReference", reference, "change", "PM_WITHDRAWS", "reason", "Illness."));
        open(reference, pm, "roving-pm").andExpect(status().isNotFound());
    }

    @Test
    void listsTheMessagesAndLetsStaffSendAgainWhatMayNotHaveArrived() throws Exception {
        long message = jdbc.sql(
                        "update message set status = 'UNCONFIRMED' where case_reference = :reference returning id")
                .param("reference", reference)
                .query(Long.class)
                .single();
        String again = "/cases/%s/messages/%d/send-again".formatted(reference, message);
        open(reference, "coordinator", "coordinator")
                .andExpect(content().string(containsString("We have received your request (" + reference + ")")))
                .andExpect(content().string(containsString("Perhaps sent")))
                .andExpect(content().string(containsString(again)));

        for (String group : List.of("roving-pm", "liaison", "commissioner", "process-manager")) {
            web.perform(post(again)
                            .with(csrf())
                            .with(user("somebody").authorities(AuthorityUtils.createAuthorityList(group))))
                    .andExpect(status().isNotFound());
        }
        web.perform(post(again)
                        .with(user("coordinator").authorities(AuthorityUtils.createAuthorityList("coordinator"))))
                .andExpect(status().isForbidden());
        web.perform(post(again)
                        .with(csrf())
                        .with(user("coordinator").authorities(AuthorityUtils.createAuthorityList("coordinator"))))
                .andExpect(redirectedUrl("/cases/" + reference + "#messages"));
        assertThat(jdbc.sql("select status from message where id = :id")
                        .param("id", message)
                        .query(String.class)
                        .single())
                .isEqualTo("QUEUED");
        open(reference, "coordinator", "coordinator")
                .andExpect(content().string(not(containsString(again))))
                .andExpect(content().string(containsString("To be sent again, coordinator")));
    }

    @Test
    void isNeverShownToSomebodyWithADeclaredInterestInThePractice() throws Exception {
        scheme.pm("pm-1");
        declareInterest.declare("pm-1", new OdsCode(PRACTICE), "My brother works there.");

        open(reference, "pm-1", "coordinator").andExpect(status().isNotFound());
    }

    @Test
    void showsEveryPracticeOfTheCaseAndNothingToSomebodyWithAnInterestInAny() throws Exception {
        scheme.join(reference, scheme.practice("Z99018"));
        open(reference, "coordinator", "coordinator")
                .andExpect(content().string(containsString("Practice Z99008 and Practice Z99018")))
                .andExpect(content().string(containsString("Practice Z99018 (Z99018)")))
                .andExpect(content().string(containsString("joan@Z99018.example.org")));

        scheme.pm("pm-1");
        open(reference, "pm-1", "coordinator").andExpect(status().isOk());
        declareInterest.declare("pm-1", new OdsCode("Z99018"), "My brother works there.");
        open(reference, "pm-1", "coordinator").andExpect(status().isNotFound());
    }

    private void accept() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Seen.",
                "agreedWith",
                "Dr Test",
                "helpNeeded",
                "Cover the post.",
                "sessionsAWeek",
                1,
                "expectedStart",
                java.time.LocalDate.now(SchemeTime.ZONE).plusDays(7).toString(),
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
        scheme.fire(reference, ManagerMatchingProcess.Elements.DRAW_UP_SHORTLIST);
    }
}
