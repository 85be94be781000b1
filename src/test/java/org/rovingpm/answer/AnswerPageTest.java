package org.rovingpm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.MovableClock;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class AnswerPageTest {

    private static final String ASKED = "Are there < 5 partners & who pays the staff?";
    private static final String ANSWER = "There are < 4; the accountant “pays” them.";

    @Autowired
    private Scheme scheme;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private MovableClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc browser;

    private String reference;
    private String token;

    @BeforeEach
    void moreInformationIsNeeded() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98031")));
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", ASKED));
        token = kinds.link(question(), null);
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        clock.reset();
        scheme.forget(reference);
    }

    private long question() {
        return kinds.ask("information", new CaseReference(reference)).orElseThrow();
    }

    private ResultActions open(String token) throws Exception {
        return browser.perform(get("/answer/" + token));
    }

    private ResultActions answer(String token, String information, String by) throws Exception {
        return browser.perform(post("/answer/" + token)
                .with(csrf())
                .param("information", information)
                .param("answeredBy", by));
    }

    @Test
    void showsTheQuestionToWhoeverHasALink() throws Exception {
        open(token)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Are there &lt; 5 partners &amp; who pays the staff?")))
                .andExpect(content().string(containsString("Practice Z98031")));
    }

    @Test
    void tellsNobodyItsAddressAndStaysOutOfCaches() throws Exception {
        open(token)
                .andExpect(header().string("Referrer-Policy", "no-referrer"))
                .andExpect(header().string("Cache-Control", containsString("no-store")));
    }

    @Test
    void opensHoweverOftenWithoutBeingAnswered() throws Exception {
        open(token);
        open(token).andExpect(status().isOk());
        assertThat(scheme.openSteps(reference)).containsExactly(SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION);
    }

    @Test
    void takesNoAnswerWithoutTheTokenOfItsForm() throws Exception {
        browser.perform(post("/answer/" + token).param("information", ANSWER).param("answeredBy", "Dr Test"))
                .andExpect(status().isForbidden());
        open(token).andExpect(status().isOk());
    }

    @Test
    void saysWhatIsMissingAndShowsWhatWasTyped() throws Exception {
        answer(token, ANSWER, "")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(containsString("Give your name and your role at the practice.")))
                .andExpect(content().string(containsString("There are &lt; 4; the accountant “pays” them.")));
        open(token).andExpect(status().isOk());
    }

    @Test
    void takesNoUpload() throws Exception {
        browser.perform(multipart("/answer/" + token)
                        .file("information", "On 1 May".getBytes(StandardCharsets.UTF_8))
                        .param("answeredBy", "Dr Test")
                        .with(csrf()))
                .andExpect(status().isUnprocessableEntity());
        open(token).andExpect(status().isOk());
    }

    @Test
    void opensNothingWithATokenThatNobodyMade() throws Exception {
        String other = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[32]);
        open(other).andExpect(status().isNotFound()).andExpect(content().string(not(containsString("Z98031"))));
        open("nonsense").andExpect(status().isNotFound());
        answer(other, ANSWER, "Dr Test").andExpect(status().isNotFound());
    }

    @Test
    void storesNoTokenThatCouldBeUsed() {
        assertThat(jdbc.sql(
                                "select count(*) from question_link where encode(token_hash, 'escape') like '%' || :token || '%'")
                        .param("token", token)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void opensNothingAfterItsTime() throws Exception {
        clock.moveBy(Duration.ofDays(15));
        open(token).andExpect(status().isGone()).andExpect(content().string(containsString("This link has expired")));
        answer(token, ANSWER, "Dr Test").andExpect(status().isGone());
    }

    @Test
    void endsAtATimeOfItsOwnThoughALaterLinkIsOpen() throws Exception {
        clock.moveBy(Duration.ofDays(13));
        String later = kinds.link(question(), null);
        open(token).andExpect(status().isOk());
        clock.moveBy(Duration.ofDays(2));
        open(later).andExpect(status().isOk());
        open(token).andExpect(status().isGone());
        answer(token, ANSWER, "Dr Test").andExpect(status().isGone());
    }

    @Test
    void endsWhenTheRequestHasEnded() throws Exception {
        scheme.start(
                CaseChangeProcess.KEY,
                "service-manager",
                Map.of("caseReference", reference, "change", "PRACTICE_WITHDRAWS", "reason", "Settled"));
        open(token).andExpect(status().isGone()).andExpect(content().string(containsString("Your request has ended")));
        answer(token, ANSWER, "Dr Test").andExpect(status().isGone());
    }

    @Test
    void endsWhenACoordinatorHasRecordedTheAnswerAndSaysWhoGaveIt() throws Exception {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "On 1 May", "givenBy", "Dr Rung"));
        open(token)
                .andExpect(status().isGone())
                .andExpect(content().string(containsString("Dr Rung has answered this already")));
        answer(token, ANSWER, "Dr Test").andExpect(status().isGone());
    }

    @Test
    void sentTwiceItSaysTheSameAsWhenItIsOpenedAgain() throws Exception {
        answer(token, ANSWER, "Dr Test").andExpect(status().is3xxRedirection());
        String opened = open(token)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This has been answered already")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        answer(token, ANSWER, "Dr Test")
                .andExpect(status().isOk())
                .andExpect(content().string(opened));
        answer(token, "", "").andExpect(status().isOk()).andExpect(content().string(opened));
    }
}
