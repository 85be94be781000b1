package org.rovingpm.notification;

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

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.ApplicationTest;
import org.rovingpm.CasesOfATest;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStatus;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

@ApplicationTest
@Transactional
class WordingsTest {

    private static final String NAME = "request-received";

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Wordings wordings;

    @Autowired
    private KnownFacts known;

    @Autowired
    private ChangeWording changeWording;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private Messages messages;

    @Autowired
    private WordingsAtStart atStart;

    @Autowired
    private JdbcClient jdbc;

    private MockMvc web;

    @BeforeEach
    void pages() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(SecurityMockMvcConfigurers.springSecurity())
                .build();
    }

    private static UserRequestPostProcessor manager() {
        return user("manager").authorities(AuthorityUtils.createAuthorityList("service-manager"));
    }

    private static ChangeWording.Form form(String subject, String body, int after) {
        return new ChangeWording.Form(subject, body, after);
    }

    private String sentNow() {
        CaseReference reference = new CasesOfATest(jdbc).at(CaseStatus.REQUESTED, Rag.AMBER);
        queueMessage.queue(NAME, reference, new QueueMessage.Moment("event", "once"));
        return messages.of(reference, 1).get(0).subject();
    }

    @Test
    void everyPackagedWordingCanBeSentWhateverTheCaseAndReadsWell() {
        assertThat(wordings.all()).hasSizeGreaterThan(20).allSatisfy(wording -> {
            assertThat(known.problems(wording)).as(wording.name()).isEmpty();
            ChangeWording.Preview preview =
                    changeWording.preview(wording.name(), form(wording.subject(), wording.body(), 0));
            assertThat(preview.subject() + preview.body()).as(wording.name()).doesNotContain("{{", "null", "\n\n\n\n");
        });
    }

    @Test
    void aManagersWordingIsUsedFromTheNextMessageOnAndSurvivesARestart() {
        changeWording.change(NAME, form("Welcome, {{contactName}}", "{{caseReference}}", 0), "manager");
        atStart.afterSingletonsInstantiated();

        assertThat(sentNow()).isEqualTo("Welcome, Dr Ann Field");
        assertThat(wordings.get(NAME).changedBy()).isEqualTo("manager");

        changeWording.putBack(NAME, 1, "manager");
        assertThat(sentNow()).startsWith("We have your request");
        assertThat(wordings.versions(NAME)).hasSize(2);
        assertThatThrownBy(() -> changeWording.putBack(NAME, 2, "manager")).isInstanceOf(Refusal.class);
    }

    @Test
    void aWordingThatCouldFailIsRefusedWhenItIsChanged() {
        assertThatThrownBy(() -> changeWording.change(NAME, form("{{pmName}}", "{{planCost}}", 0), "manager"))
                .hasMessage("“pmName” is not a fact of this message. “planCost” is not a fact of this message.");
        assertThat(wordings.get(NAME).isPackaged()).isTrue();
    }

    @Test
    void aMessageThatAsksMustSayItsLinkAndNotInItsSubject() {
        assertThatThrownBy(
                        () -> changeWording.change("plan-to-approve", form("A plan", "Please answer.", 0), "manager"))
                .hasMessageContaining("say {{answerLink}}, outside of any section");
        assertThatThrownBy(() -> changeWording.change(
                        "plan-to-approve",
                        form("A plan", "{{#planChange}}{{answerLink}}{{/planChange}}", 0),
                        "manager"))
                .hasMessageContaining("outside of any section");
        assertThatThrownBy(() ->
                        changeWording.change("plan-to-approve", form("{{answerLink}}", "{{answerLink}}", 0), "manager"))
                .hasMessageContaining("“answerLink” is not a fact");
    }

    @Test
    void noMessageThatIsSentForItsLinkCanBeLeftWithoutIt() {
        List<Wording> sentForALink = wordings.all().stream()
                .filter(wording -> known.of(wording).stream().anyMatch(Fact::link))
                .toList();
        assertThat(sentForALink)
                .extracting(Wording::name)
                .contains("request-to-confirm", "fresh-link", "plan-to-approve", "feedback-reminder");
        for (Wording wording : sentForALink) {
            assertThatThrownBy(() -> changeWording.change(wording.name(), form("A subject", "Goodbye.", 0), "manager"))
                    .as(wording.name())
                    .hasMessageContaining("The message is sent for its link: say {{");
        }
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        changeWording.change(NAME, form("One", "One", 0), "manager");

        assertThatThrownBy(() -> changeWording.change(NAME, form("Other", "Other", 0), "other"))
                .hasMessageContaining("Somebody else has changed this wording meanwhile");
    }

    @Test
    void managersChangeWordingsOnAPageThatShowsThemFirst() throws Exception {
        web.perform(get("/wordings").with(manager()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Plan to approve")));
        web.perform(post("/wordings/" + NAME)
                        .with(manager())
                        .with(csrf())
                        .param("subject", "For {{practiceName}} & co")
                        .param("body", "Hello {{contactName}}")
                        .param("after", "0")
                        .param("preview", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("For Willow Lane Surgery &amp; co")));
        assertThat(wordings.get(NAME).isPackaged()).isTrue();

        web.perform(post("/wordings/" + NAME)
                        .with(manager())
                        .with(csrf())
                        .param("subject", "For {{practcieName}}")
                        .param("body", "My own words")
                        .param("after", "0")
                        .param("save", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("“practcieName” is not a fact of this message.")))
                .andExpect(content().string(containsString("My own words")));
        web.perform(post("/wordings/" + NAME)
                        .with(manager())
                        .with(csrf())
                        .param("subject", "For {{practiceName}}")
                        .param("body", "My own words")
                        .param("after", "0")
                        .param("save", "yes"))
                .andExpect(redirectedUrl("/wordings/" + NAME));
        assertThat(wordings.get(NAME).body()).isEqualTo("My own words");
        web.perform(get("/wordings/no-such").with(manager())).andExpect(status().isNotFound());
    }

    @Test
    void nobodyElseReachesTheWordings() throws Exception {
        for (String group : List.of("coordinator", "liaison", "roving-pm", "commissioner", "budget-holder")) {
            web.perform(get("/wordings").with(user("somebody").authorities(AuthorityUtils.createAuthorityList(group))))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/wordings").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
        web.perform(get("/demo/mailbox").accept(MediaType.TEXT_HTML))
                .andExpect(status().is3xxRedirection())
                .andExpect(content().string(not(containsString("Messages"))));
        web.perform(post("/wordings/" + NAME)
                        .with(manager())
                        .param("subject", "x")
                        .param("body", "x")
                        .param("after", "0"))
                .andExpect(status().isForbidden());
    }
}
