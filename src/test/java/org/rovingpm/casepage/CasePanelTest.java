package org.rovingpm.casepage;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Role;
import org.rovingpm.access.TestPeople;
import org.rovingpm.calendar.SchemeTime;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.hiddencase.DeclareInterest;
import org.rovingpm.matching.ManagerMatchingProcess;
import org.rovingpm.note.TeamNotes;
import org.rovingpm.note.WriteNote;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class CasePanelTest {

    private static final String PRACTICE = "Z99018";
    private static final List<String> OTHERS =
            List.of("commissioner", "liaison", "budget-holder", "process-manager", "camunda-admin", "roving-pm");

    @Autowired
    private Scheme scheme;

    @Autowired
    private DeclareInterest declareInterest;

    @Autowired
    private WriteNote writeNote;

    @Autowired
    private MockMvc web;

    @Autowired
    private TestPeople people;

    private String reference;

    @BeforeEach
    void aConfidentialCaseOfTwoPeople() {
        people.named("coordinator", Role.COORDINATOR);
        people.named("service-manager", Role.SERVICE_MANAGER);
        Map<String, Object> request = scheme.request(scheme.practice(PRACTICE));
        request.put("contactName", "Dr O'Brien & Sons");
        request.put("confidential", true);
        reference = scheme.requestHelp("coordinator", request);
        writeNote.write(
                new CaseReference(reference),
                new WriteNote.Form("The office alone reads this.", false),
                TeamNotes.Reader.OFFICE,
                "coordinator");
        writeNote.write(
                new CaseReference(reference),
                new WriteNote.Form("The PM reads this too.", true),
                TeamNotes.Reader.OFFICE,
                "coordinator");
    }

    private ResultActions look(String task, String person, String... groups) throws Exception {
        return web.perform(get("/api/cases/case-panel")
                .param("task", task)
                .with(user(person).authorities(AuthorityUtils.createAuthorityList(Arrays.asList(groups)))));
    }

    private String task(String step) {
        return scheme.task(reference, step).getId();
    }

    private void offerTo(String pm) {
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
        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.CHOOSE_PM,
                "service-manager",
                Map.of("decision", "CHOOSE", "pm", pm));
    }

    @Test
    void showsTheOfficeTheCaseOfAnyTask() throws Exception {
        for (String group : List.of("coordinator", "service-manager")) {
            look(task(SupportCaseProcess.Elements.ASSESS_REQUEST), group, group)
                    .andExpect(status().isOk())
                    .andExpect(content().string(containsString("Practice Z99018")))
                    .andExpect(content().string(containsString("Dr O&#39;Brien &amp; Sons")))
                    .andExpect(content().string(containsString("RAG not yet agreed")))
                    .andExpect(content().string(containsString("Help requested")))
                    .andExpect(content().string(containsString("The office alone reads this.")))
                    .andExpect(content().string(containsString("Confidential")))
                    .andExpect(header().string("Cache-Control", containsString("no-store")));
        }
    }

    @Test
    void saysToEverybodyElseThatThereIsNothing() throws Exception {
        for (String group : OTHERS) {
            look(task(SupportCaseProcess.Elements.ASSESS_REQUEST), "somebody", group)
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(not(containsString(PRACTICE))));
        }
        look(task(SupportCaseProcess.Elements.ASSESS_REQUEST), "another-coordinator", "coordinator")
                .andExpect(status().isNotFound());
        look("no-such-task", "coordinator", "coordinator").andExpect(status().isNotFound());
        web.perform(get("/api/cases/case-panel").param("task", task(SupportCaseProcess.Elements.ASSESS_REQUEST)))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void showsAPmWithAnOfferTheOutlineAndThePmOfTheCaseTheWholeButNotWhatIsForTheOfficeAlone() throws Exception {
        String pm = scheme.pm("pm-1");
        offerTo(pm);
        String offer = task(ManagerMatchingProcess.Elements.RESPOND_TO_OFFER);
        look(offer, pm, "roving-pm")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("RAG Amber")))
                .andExpect(content().string(containsString("Practice Z99018")))
                .andExpect(content().string(not(containsString("Help requested"))))
                .andExpect(content().string(not(containsString("Brien"))))
                .andExpect(content().string(not(containsString("The PM reads this too."))));
        look(offer, scheme.pm("pm-2"), "roving-pm").andExpect(status().isNotFound());

        scheme.complete(
                reference,
                ManagerMatchingProcess.Elements.RESPOND_TO_OFFER,
                pm,
                Map.of("answer", "ACCEPT", "noConflict", true));
        look(task(SupportCaseProcess.Elements.INTRODUCE_PM), pm, "roving-pm")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Brien")))
                .andExpect(content().string(containsString("The PM reads this too.")))
                .andExpect(content().string(not(containsString("The office alone reads this."))));
        look(task(SupportCaseProcess.Elements.INTRODUCE_PM), "pm-2", "roving-pm")
                .andExpect(status().isNotFound());
    }

    @Test
    void showsNothingToSomebodyWithADeclaredInterestWhateverTheirRoleOrTask() throws Exception {
        String pm = scheme.pm("pm-1");
        offerTo(pm);
        declareInterest.declare(pm, new OdsCode(PRACTICE), "My brother works there.");

        look(task(ManagerMatchingProcess.Elements.RESPOND_TO_OFFER), pm, "roving-pm")
                .andExpect(status().isNotFound());
        look(task(ManagerMatchingProcess.Elements.RESPOND_TO_OFFER), pm, "coordinator")
                .andExpect(status().isNotFound());
    }
}
