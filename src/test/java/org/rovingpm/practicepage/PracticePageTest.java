package org.rovingpm.practicepage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.request;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rovingpm.access.Role;
import org.rovingpm.caselist.ListedCases;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.notification.Message;
import org.rovingpm.notification.Messages;
import org.rovingpm.notification.delivery.MessageLinks;
import org.rovingpm.practice.OdsCode;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.CaseStage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApplicationTest
class PracticePageTest {

    private static final OdsCode PRACTICE = new OdsCode("Z98131");
    private static final String MAILBOX = "contact@example.org";
    private static final String PM = "pm-practicepage";
    private static final String QUESTION = "May she start at < 9 o'clock?";

    @Autowired
    private PageLinks links;

    @Autowired
    private MessageLinks messageLinks;

    @Autowired
    private Messages messages;

    @Autowired
    private Scheme scheme;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc browser;

    private CaseReference reference;
    private String token;

    @BeforeEach
    void aCaseAndALinkToItsPage() {
        reference =
                new CaseReference(scheme.requestHelp("coordinator", scheme.request(scheme.practice(PRACTICE.value()))));
        token = links.make(reference, PRACTICE, MAILBOX);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        clock.reset();
        set("closed_at = coalesce(closed_at, now()), stage = 'CLOSED'");
        scheme.forget(reference.value());
    }

    private void set(String columns) {
        jdbc.sql("update support_case set %s where reference = :reference".formatted(columns))
                .param("reference", reference.value())
                .update();
    }

    private ResultActions open(String link) throws Exception {
        return browser.perform(get("/your-support/" + link));
    }

    private ResultActions ask(String question) throws Exception {
        return browser.perform(post("/your-support/" + token)
                .with(csrf())
                .param("question", question)
                .param("askedBy", "Dr Test, partner"));
    }

    private ResultActions askForContact(String email) throws Exception {
        return browser.perform(post("/your-support/" + token + "/contact")
                .with(csrf())
                .param("contactName", "Nina New")
                .param("contactRole", "Deputy")
                .param("contactEmail", email));
    }

    private ResultActions as(String person, Role role, MockHttpServletRequestBuilder request) throws Exception {
        return browser.perform(
                request.with(csrf()).with(user(person).authorities(AuthorityUtils.createAuthorityList(role.group()))));
    }

    private long change() {
        return jdbc.sql("select max(id) from contact_change where case_reference = :reference")
                .param("reference", reference.value())
                .query(Long.class)
                .single();
    }

    private void decide(String decision) throws Exception {
        as("coordinator", Role.COORDINATOR, post("/contact-changes/" + change()).param("decision", decision))
                .andExpect(redirectedUrl("/contact-changes"));
    }

    private List<Long> sent(String template) {
        return jdbc.sql("select id from message where case_reference = :reference and template = :template order by id")
                .param("reference", reference.value())
                .param("template", template)
                .query(Long.class)
                .list();
    }

    private List<String> notes() {
        return jdbc.sql("select text from team_note where case_reference = :reference and not for_pm order by id")
                .param("reference", reference.value())
                .query(String.class)
                .list();
    }

    @Test
    void thePageSaysWhereTheCaseStandsAndNothingThatAnybodyWrote() throws Exception {
        open(token)
                .andExpect(status().isOk())
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", containsString("no-store")))
                .andExpect(request().sessionAttributeDoesNotExist("SPRING_SECURITY_CONTEXT"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Support for Practice Z98131"),
                                containsString("a coordinator is reading it"),
                                containsString("Test Contact"),
                                not(containsString("left at short notice")),
                                not(containsString(MAILBOX)))));
    }

    @ParameterizedTest
    @EnumSource(CaseStage.class)
    void everyStageIsToldInPlainWords(CaseStage stage) {
        OwnPage page = new OwnPage(
                reference.value(), "Practice", stage, null, !stage.open(), null, null, List.of(), "Test Contact");
        assertThat(page.whereItStands()).endsWith(".").doesNotContain("RAG", "PM ");
    }

    @Test
    void whoeverComesIsNamedWithTheDaysAndTheWeeks() throws Exception {
        scheme.pm(PM);
        try {
            new ListedCases(jdbc).place(reference, PM, LocalDate.of(2026, 11, 23));
            open(token)
                    .andExpect(content()
                            .string(allOf(
                                    containsString("Test PM " + PM),
                                    containsString(PM + "@example.org"),
                                    containsString("23 November 2026"),
                                    containsString("No week has been reported yet."))));
        } finally {
            new ListedCases(jdbc).endPlacements(reference, LocalDate.of(2026, 11, 23));
            scheme.leave(PM);
        }
    }

    @Test
    void anotherPracticeOfTheCaseIsNotNamed() throws Exception {
        scheme.join(reference.value(), scheme.practice("Z98132"));
        open(token).andExpect(content().string(not(containsString("Z98132"))));
        String theirs = links.make(reference, new OdsCode("Z98132"), "joan@Z98132.example.org");
        open(theirs)
                .andExpect(content()
                        .string(allOf(
                                containsString("Support for Practice Z98132"),
                                containsString("Joan Joiner"),
                                not(containsString("Z98131")),
                                not(containsString("Test Contact")))));
    }

    @Test
    void onlyAHashOfTheLinkIsStored() {
        assertThat(jdbc.sql("select l::text from practice_page_link l where case_reference = :reference")
                        .param("reference", reference.value())
                        .query(String.class)
                        .list())
                .hasSize(1)
                .noneMatch(row -> row.contains(token));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "%00", "..%2f", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aLinkThatNobodyWasSentOpensNothing(String other) throws Exception {
        browser.perform(get(java.net.URI.create("/your-support/" + other))).andExpect(status().is4xxClientError());
        String random = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        open(random).andExpect(status().isNotFound());
    }

    @Test
    void aLinkExpiresAndIsRenewedToTheSameMailboxOnceADay() throws Exception {
        browser.perform(post("/your-support/" + token + "/renewed-link").with(csrf()))
                .andExpect(status().isOk());
        assertThat(sent("practice-page")).as("the link still works").isEmpty();
        clock.moveBy(Duration.ofDays(91));
        open(token).andExpect(status().isGone()).andExpect(content().string(containsString("Send a new link")));
        ask(QUESTION).andExpect(status().isGone());
        askForContact("nina@example.org").andExpect(status().isGone());
        for (int i = 0; i < 2; i++) {
            browser.perform(post("/your-support/" + token + "/renewed-link").with(csrf()))
                    .andExpect(status().isOk());
        }
        assertThat(sent("practice-page")).hasSize(1);
        Message message = messages.find(sent("practice-page").get(0)).orElseThrow();
        messages.sendTo(message.id(), MAILBOX);
        String path = messageLinks.make(message).orElseThrow();
        browser.perform(get(path)).andExpect(status().isOk());
        assertThat(notes()).isEmpty();
    }

    @Test
    void thePageEndsSomeTimeAfterTheCase() throws Exception {
        set("closed_at = '%s', stage = 'CLOSED'".formatted(clock.instant()));
        open(token)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("Your case is closed."), not(containsString("Send your question")))));
        ask(QUESTION).andExpect(status().isUnprocessableEntity());
        askForContact("nina@example.org").andExpect(status().isUnprocessableEntity());
        clock.moveBy(Duration.ofDays(31));
        open(token).andExpect(status().isGone()).andExpect(content().string(not(containsString("Z98131"))));
        assertThat(notes()).isEmpty();
    }

    @Test
    void aQuestionIsANoteForTheOfficeOnceAndTheCoordinatorsAreTold() throws Exception {
        ask(QUESTION).andExpect(redirectedUrl("/your-support/" + token + "?thanks"));
        ask(QUESTION);
        assertThat(notes()).containsExactly("Dr Test, partner asks: " + QUESTION);
        List<Long> told = sent("practice-question");
        assertThat(told).isNotEmpty();
        assertThat(messages.find(told.get(0)).orElseThrow().body()).doesNotContain(QUESTION);
        browser.perform(post("/your-support/" + token)
                        .param("question", QUESTION)
                        .param("askedBy", "X"))
                .andExpect(status().isForbidden());
        ask("").andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Write your question.")));
    }

    @Test
    void nobodyAsksMoreThanFiveTimesADay() throws Exception {
        for (int i = 1; i <= 5; i++) {
            ask("Question " + i + "?").andExpect(status().is3xxRedirection());
        }
        ask("Question 6?")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("ring us")));
        assertThat(notes()).hasSize(5);
    }

    @Test
    void anotherContactCountsOnceTheOfficeHasConfirmedItAndEndsTheOldLink() throws Exception {
        askForContact("nina@example.org").andExpect(status().is3xxRedirection());
        assertThat(sent("contact-change-asked")).isNotEmpty();
        open(token)
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(
                                containsString("We write to Test Contact."),
                                containsString("You have asked for another contact."))));
        as("coordinator", Role.COORDINATOR, get("/contact-changes"))
                .andExpect(content().string(containsString("nina@example.org")));

        decide("confirm");

        open(token).andExpect(status().isGone()).andExpect(content().string(containsString("another contact now")));
        browser.perform(post("/your-support/" + token + "/renewed-link").with(csrf()));
        assertThat(sent("practice-page")).as("an ended link is not renewed").isEmpty();
        Message toNew = messages.find(sent("contact-changed").get(0)).orElseThrow();
        Message toFormer = messages.find(sent("contact-changed-former").get(0)).orElseThrow();
        assertThat(toNew.name()).isEqualTo("Nina New");
        assertThat(toFormer.name()).isEqualTo("Test Contact");
        assertThat(toFormer.body()).doesNotContain("Nina", Message.LINK);
        messages.sendTo(toNew.id(), "nina@example.org");
        browser.perform(get(messageLinks.make(toNew).orElseThrow()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("We write to Nina New.")));
        as("coordinator", Role.COORDINATOR, post("/contact-changes/" + change()).param("decision", "refuse"));
        assertThat(jdbc.sql("select contact_email from case_practice where case_reference = :reference")
                        .param("reference", reference.value())
                        .query(String.class)
                        .single())
                .isEqualTo("nina@example.org");
    }

    @Test
    void anotherPersonOfTheSameMailboxEndsTheOldLinkToo() throws Exception {
        askForContact(MAILBOX);
        decide("confirm");
        open(token).andExpect(status().isGone());
    }

    @Test
    void aLinkToAMailboxThatIsNotTheContactsOpensNothing() throws Exception {
        open(links.make(reference, PRACTICE, "somebody@example.org")).andExpect(status().isGone());
        open(links.make(reference, PRACTICE, MAILBOX.toUpperCase(java.util.Locale.ROOT)))
                .andExpect(status().isOk());
    }

    @Test
    void aRefusedContactChangesNothing() throws Exception {
        askForContact("nina@example.org");
        decide("refuse");
        open(token).andExpect(content().string(containsString("We write to Test Contact.")));
        assertThat(sent("contact-changed")).isEmpty();
        askForContact("nina").andExpect(status().isUnprocessableEntity());
        askForContact("nina@example.org\r\nBcc: all@example.org").andExpect(status().isUnprocessableEntity());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"COORDINATOR", "SERVICE_MANAGER"},
            mode = EnumSource.Mode.EXCLUDE)
    void theOfficeAloneDecides(Role role) throws Exception {
        askForContact("nina@example.org");
        as("somebody", role, get("/contact-changes")).andExpect(status().isForbidden());
        as("somebody", role, post("/contact-changes/" + change()).param("decision", "confirm"))
                .andExpect(status().isForbidden());
    }

    @Test
    void whoeverMayNotSeeTheCaseDecidesNothing() throws Exception {
        askForContact("nina@example.org");
        new ListedCases(jdbc).makeConfidential(reference, "coordinator");
        as("service-manager", Role.SERVICE_MANAGER, get("/contact-changes"))
                .andExpect(content().string(not(containsString("nina@example.org"))));
        as(
                        "service-manager",
                        Role.SERVICE_MANAGER,
                        post("/contact-changes/" + change()).param("decision", "confirm"))
                .andExpect(status().isNotFound());
        decide("refuse");
    }

    @Test
    void theFirstMessageCarriesALink() throws Exception {
        Message received = messages.find(sent("request-received").get(0)).orElseThrow();
        messages.sendTo(received.id(), MAILBOX);
        browser.perform(get(messageLinks.make(received).orElseThrow())).andExpect(status().isOk());
    }
}
