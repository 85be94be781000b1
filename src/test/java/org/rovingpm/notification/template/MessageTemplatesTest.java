package org.rovingpm.notification.template;

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
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.CaseFixture;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.queue.QueueMessage;
import org.rovingpm.submission.Refusal;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.rovingpm.supportcase.Rag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@ApplicationTest
@Transactional
class MessageTemplatesTest {

    private static final String NAME = "request-received";

    @Autowired
    private MessageTemplates templates;

    @Autowired
    private TemplateFields templateFields;

    @Autowired
    private ChangeTemplate changeTemplate;

    @Autowired
    private TryTemplate tryTemplate;

    @Autowired
    private QueueMessage queueMessage;

    @Autowired
    private Messages messages;

    @Autowired
    private CheckTemplatesAtStart atStart;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc web;

    private static UserRequestPostProcessor manager() {
        return user("manager").authorities(AuthorityUtils.createAuthorityList("service-manager"));
    }

    private static ChangeTemplate.Form form(String subject, String body, int after) {
        return new ChangeTemplate.Form(subject, body, after);
    }

    private String sentNow() {
        CaseReference reference = new CaseFixture(jdbc).at(CaseStage.REQUESTED, Rag.AMBER);
        queueMessage.queue(NAME, reference, new QueueMessage.Moment("event", "once"));
        return messages.of(reference, 1).get(0).subject();
    }

    @Test
    void everyPackagedTemplateCanBeSentWhateverTheCaseAndReadsWell() {
        assertThat(templates.all()).hasSizeGreaterThan(20).allSatisfy(template -> {
            assertThat(templateFields.problems(template)).as(template.name()).isEmpty();
            TryTemplate.Preview preview = tryTemplate.preview(
                    template.name(),
                    form(template.subject(), template.body(), 0),
                    "",
                    new TryTemplate.Writer("manager", List.of("service-manager")));
            assertThat(preview.subject() + preview.body()).as(template.name()).doesNotContain("{{", "null", "\n\n\n\n");
        });
    }

    @Test
    void aManagersTemplateIsUsedFromTheNextMessageOnAndSurvivesARestart() {
        changeTemplate.change(NAME, form("Welcome, {{contactName}}", "{{caseReference}}", 0), "manager");
        atStart.afterSingletonsInstantiated();

        assertThat(sentNow()).isEqualTo("Welcome, Dr Ann Field");
        assertThat(templates.get(NAME).changedBy()).isEqualTo("manager");

        changeTemplate.putBack(NAME, 1, "manager");
        assertThat(sentNow()).startsWith("We have received your request");
        assertThat(templates.versions(NAME)).hasSize(2);
        assertThatThrownBy(() -> changeTemplate.putBack(NAME, 2, "manager")).isInstanceOf(Refusal.class);
    }

    @Test
    void aTemplateThatCouldFailIsRefusedWhenItIsChanged() {
        assertThatThrownBy(() -> changeTemplate.change(NAME, form("{{pmName}}", "{{planCost}}", 0), "manager"))
                .hasMessage("“pmName” is not a field of this message. “planCost” is not a field of this message.");
        assertThat(templates.get(NAME).isPackaged()).isTrue();
    }

    @Test
    void aMessageThatAsksMustSayItsLinkAndNotInItsSubject() {
        assertThatThrownBy(
                        () -> changeTemplate.change("plan-to-approve", form("A plan", "Please answer.", 0), "manager"))
                .hasMessageContaining("write {{answerLink}} outside any section");
        assertThatThrownBy(() -> changeTemplate.change(
                        "plan-to-approve",
                        form("A plan", "{{#planChange}}{{answerLink}}{{/planChange}}", 0),
                        "manager"))
                .hasMessageContaining("outside any section");
        assertThatThrownBy(() -> changeTemplate.change(
                        "plan-to-approve", form("{{answerLink}}", "{{answerLink}}", 0), "manager"))
                .hasMessageContaining("“answerLink” is not a field");
    }

    @Test
    void noMessageThatIsSentForItsLinkCanBeLeftWithoutIt() {
        List<MessageTemplate> sentForALink = templates.all().stream()
                .filter(template ->
                        templateFields.of(template).stream().anyMatch(field -> field.link() && !field.optional()))
                .toList();
        assertThat(sentForALink)
                .extracting(MessageTemplate::name)
                .contains(
                        "request-to-confirm", "renewed-link", "plan-to-approve", "feedback-reminder", "practice-page");
        for (MessageTemplate template : sentForALink) {
            assertThatThrownBy(
                            () -> changeTemplate.change(template.name(), form("A subject", "Goodbye.", 0), "manager"))
                    .as(template.name())
                    .hasMessageContaining("The message is about its link: write {{");
        }
    }

    @Test
    void whatSomebodyElseHasChangedMeanwhileIsNotOverwritten() {
        changeTemplate.change(NAME, form("One", "One", 0), "manager");

        assertThatThrownBy(() -> changeTemplate.change(NAME, form("Other", "Other", 0), "other"))
                .hasMessageContaining("Somebody else has changed this template in the meantime");
    }

    @Test
    void managersChangeWordingsOnAPageThatShowsThemFirst() throws Exception {
        web.perform(get("/templates").with(manager()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Plan to approve")));
        web.perform(post("/templates/" + NAME)
                        .with(manager())
                        .with(csrf())
                        .param("subject", "For {{practiceName}} & co")
                        .param("body", "Hello {{contactName}}")
                        .param("after", "0")
                        .param("preview", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("For Willow Lane Surgery &amp; co")));
        assertThat(templates.get(NAME).isPackaged()).isTrue();

        web.perform(post("/templates/" + NAME)
                        .with(manager())
                        .with(csrf())
                        .param("subject", "For {{practcieName}}")
                        .param("body", "My own words")
                        .param("after", "0")
                        .param("save", "yes"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("“practcieName” is not a field of this message.")))
                .andExpect(content().string(containsString("My own words")));
        web.perform(post("/templates/" + NAME)
                        .with(manager())
                        .with(csrf())
                        .param("subject", "For {{practiceName}}")
                        .param("body", "My own words")
                        .param("after", "0")
                        .param("save", "yes"))
                .andExpect(redirectedUrl("/templates/" + NAME));
        assertThat(templates.get(NAME).body()).isEqualTo("My own words");
        web.perform(get("/templates/no-such").with(manager())).andExpect(status().isNotFound());
    }

    @Test
    void nobodyElseReachesTheTemplates() throws Exception {
        for (String group : List.of("coordinator", "liaison", "roving-pm", "commissioner", "budget-holder")) {
            web.perform(get("/templates").with(user("somebody").authorities(AuthorityUtils.createAuthorityList(group))))
                    .andExpect(status().isForbidden());
        }
        web.perform(get("/templates").accept(MediaType.TEXT_HTML)).andExpect(status().is3xxRedirection());
        web.perform(get("/demo/mailbox").accept(MediaType.TEXT_HTML))
                .andExpect(status().is3xxRedirection())
                .andExpect(content().string(not(containsString("Messages"))));
        web.perform(post("/templates/" + NAME)
                        .with(manager())
                        .param("subject", "x")
                        .param("body", "x")
                        .param("after", "0"))
                .andExpect(status().isForbidden());
    }
}
