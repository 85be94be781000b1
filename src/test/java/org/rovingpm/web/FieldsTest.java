package org.rovingpm.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.submission.PlainText;
import org.rovingpm.submission.Refusal;
import org.rovingpm.submission.Submissions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.ViewResolver;

@ApplicationTest
class FieldsTest {

    enum Kind {
        ONE,
        TWO
    }

    record Fields(
            @NotNull(message = "Give your name.") @PlainText(label = "Your name", max = 20)
            String name,

            String story,
            LocalDate since,
            Boolean answer,
            List<Kind> kinds,
            Boolean quote,
            Kind rating) {}

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private Submissions submissions;

    @Test
    void readsWhatWasTypedAsAUseCaseTakesIt() {
        PageForm form = PageForm.sent(
                Fields.class,
                Map.of(
                        "name",
                        new String[] {"Ann"},
                        "story",
                        new String[] {"one\r\ntwo"},
                        "since-day",
                        new String[] {"7"},
                        "since-month",
                        new String[] {"March"},
                        "since-year",
                        new String[] {"2026"},
                        "kinds",
                        new String[] {"ONE", "TWO"},
                        "answer",
                        new String[] {"true"},
                        "_csrf",
                        new String[] {"x"}));
        assertThat(submissions.read(Fields.class, form.values()))
                .isEqualTo(new Fields(
                        "Ann", "one\ntwo", LocalDate.of(2026, 3, 7), true, List.of(Kind.ONE, Kind.TWO), null, null));
    }

    @Test
    void ofAFieldThatIsSentTwiceTheFirstValueCountsAndWhatIsNoFieldIsLeftOut() {
        PageForm form = PageForm.sent(
                Fields.class,
                Map.of(
                        "name",
                        new String[] {"Ann", "Mallory"},
                        "approved",
                        new String[] {"true"},
                        "kinds",
                        new String[] {"ONE", "TWO"}));
        assertThat(form.values())
                .containsExactlyInAnyOrderEntriesOf(Map.of("name", "Ann", "kinds", List.of("ONE", "TWO")));
    }

    @Test
    void showsAgainWhatWasTypedAndLinksEachProblemToItsField() throws Exception {
        PageForm form = PageForm.sent(
                Fields.class,
                Map.of(
                        "name",
                        new String[] {"<b>\"'&"},
                        "since-day",
                        new String[] {"31"},
                        "since-month",
                        new String[] {"2"},
                        "since-year",
                        new String[] {"2026"},
                        "kinds",
                        new String[] {"TWO"}));
        String page = page(refused(form));
        assertThat(page)
                .contains(
                        "<title>Error: Every field – Roving PM</title>",
                        "&lt;b&gt;&quot;&#39;&amp;",
                        "<a href=\"#name\">Your name contains HTML",
                        "<a href=\"#since\">Since must be a real date",
                        "id=\"since\"",
                        "name=\"since-day\"",
                        "value=\"31\"",
                        "id=\"name-error\"",
                        "aria-describedby=\"name-hint name-error\"");
        assertThat(page).contains("value=\"TWO\" checked=\"checked\"").doesNotContain("value=\"ONE\" checked");
    }

    @Test
    void anEmptyPageHasNoProblems() throws Exception {
        assertThat(page(PageForm.empty(Fields.class)))
                .contains("<title>Every field – Roving PM</title>", "href=\"/before\"")
                .doesNotContain("There is a problem", "govuk-form-group--error");
    }

    private PageForm refused(PageForm form) {
        try {
            submissions.read(Fields.class, form.values());
        } catch (Refusal refusal) {
            return form.with(refusal.problems());
        }
        throw new AssertionError("not refused");
    }

    private String page(PageForm form) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(context.getServletContext());
        request.setAttribute(
                org.springframework.web.servlet.DispatcherServlet.WEB_APPLICATION_CONTEXT_ATTRIBUTE, context);
        MockHttpServletResponse response = new MockHttpServletResponse();
        List<Option> kinds = Option.of(Kind.values(), Kind::name);
        context.getBean("thymeleafViewResolver", ViewResolver.class)
                .resolveViewName("test/every-field", Locale.UK)
                .render(Map.of("form", form, "kinds", kinds, "yesOrNo", Option.yesOrNo()), request, response);
        return response.getContentAsString();
    }
}
