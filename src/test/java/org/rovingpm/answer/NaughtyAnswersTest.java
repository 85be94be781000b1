package org.rovingpm.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.rovingpm.badinput.NaughtyStrings;
import org.rovingpm.casechange.CaseChangeProcess;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.rovingpm.supportcase.CaseReference;
import org.rovingpm.supportcase.SupportCaseProcess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;

/** What people, programs and attackers type into each text field of the pages that links open. */
@ApplicationTest
class NaughtyAnswersTest {

    @Autowired
    private Scheme scheme;

    @Autowired
    private QuestionKinds kinds;

    @Autowired
    private MockMvc browser;

    private String reference;

    @BeforeEach
    void help() {
        reference = scheme.requestHelp("coordinator", scheme.request(scheme.practice("Z98061")));
    }

    @AfterEach
    void leaveNothingToOtherTests() {
        scheme.forget(reference);
    }

    @Test
    void isShownBackAsItWasTyped() throws Exception {
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.ASSESS_REQUEST,
                "coordinator",
                Map.of("decision", "ASK_FOR_INFORMATION", "informationAskedFor", "When did she leave?"));
        tryAll("information", "information", "answeredBy");
        scheme.complete(
                reference,
                SupportCaseProcess.Elements.RECORD_FURTHER_INFORMATION,
                "coordinator",
                Map.of("information", "On Friday.", "givenBy", "Dr Test"));
        accept();
        tryAll("rag", "comment");
        tryAll("stop", "reason");
        scheme.start(
                CaseChangeProcess.KEY,
                "service-manager",
                Map.of("caseReference", reference, "change", "PRACTICE_WITHDRAWS", "reason", "Settled"));
        tryAll("feedback", "hoursSaved", "whatChanged", "comments");
    }

    private void accept() {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "decision",
                "ACCEPT",
                "rag",
                "AMBER",
                "overrideReason",
                "Payroll is safe",
                "agreedWith",
                "Test Contact",
                "helpNeeded",
                "Somebody to run the practice",
                "sessionsAWeek",
                2,
                "expectedStart",
                "2026-12-07",
                "expectedWeeks",
                8));
        fields.put("helpKinds", List.of("CQC"));
        scheme.complete(reference, SupportCaseProcess.Elements.ASSESS_REQUEST, "coordinator", fields);
    }

    /** Something else is always missing, so that the page comes back with what was typed. The name is one field on all pages. */
    private void tryAll(String purpose, String... fields) {
        String address = "/answer/"
                + kinds.link(kinds.ask(purpose, new CaseReference(reference)).orElseThrow(), null);
        for (String field : fields) {
            assertThat(NaughtyStrings.all().parallelStream()
                            .flatMap(text -> faults(address, field, text))
                            .toList())
                    .as(purpose)
                    .isEmpty();
        }
    }

    private Stream<String> faults(String address, String field, String text) {
        MockHttpServletResponse answer = send(post(address).with(csrf()).param(field, text));
        String shown = shownIn(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8), field);
        return Stream.of(
                        answer.getStatus() == 422 ? "" : " answered " + answer.getStatus(),
                        shown.equals(asSent(text)) ? "" : " showed “" + shown + "”")
                .filter(fault -> !fault.isEmpty())
                .map(fault -> " %s “%s”%s".formatted(field, text, fault));
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            return browser.perform(request).andReturn().getResponse();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Half a character cannot be sent, and a line break is one character. */
    private static String asSent(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    /** What was typed in the field, as the browser shows it. */
    private static String shownIn(String page, String field) {
        Matcher shown = Pattern.compile(
                        "<textarea[^>]* id=\"%1$s\"[^>]*>(.*?)</textarea>|<input[^>]* id=\"%1$s\"[^>]* value=\"(.*?)\""
                                .formatted(field),
                        Pattern.DOTALL)
                .matcher(page);
        if (!shown.find()) {
            return "";
        }
        return HtmlUtils.htmlUnescape(shown.group(1) == null ? shown.group(2) : shown.group(1));
    }
}
