package org.rovingpm.supportcase.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rovingpm.access.Browser;
import org.rovingpm.badinput.NaughtyStrings;
import org.rovingpm.fixture.ApplicationTest;
import org.rovingpm.fixture.Scheme;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

/** Whatever is typed into a field of the request is saved and shown as it was typed, or refused in words. */
@ApplicationTest
@Tag("sweep")
class NaughtyRequestTest {

    private static final String PRACTICE = "W70001";
    private static final Map<String, List<String>> FIELDS = Map.of(
            "contact",
            List.of("contactName", "contactRole", "contactEmail", "contactTelephone"),
            "situation",
            List.of("whatHappened", "since-day", "since-month", "since-year"),
            "help",
            List.of("helpKinds", "pmPostVacant"),
            "risk",
            List.of("atRisk", "servicesAtRisk", "atRiskBy-year", "eventKind"),
            "about",
            List.of("listSize", "cqcRating"),
            "confidential",
            List.of("confidential"),
            "practice",
            List.of("odsCode", "q"));

    private static final List<String> FREE_TEXT = List.of("contactName", "contactRole", "whatHappened", "atRisk");

    @LocalServerPort
    private int port;

    @Autowired
    private Scheme scheme;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void leaveNothing() {
        jdbc.sql("delete from help_request").update();
    }

    @Test
    void everyFieldTakesItAndShowsItAgainOrSaysWhatIsWrong() {
        scheme.practice(PRACTICE);
        assertThat(NaughtyStrings.all()).hasSizeGreaterThan(200);
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        // Each page by a visitor of its own
        FIELDS.entrySet().parallelStream().forEach(entry -> {
            String page = entry.getKey();
            List<String> fields = entry.getValue();
            Browser browser = new Browser(port);
            HelpRequester requester = new HelpRequester(browser, "/request-help", PRACTICE);
            requester.answer(page);
            browser.get("/request-help/" + page);
            fields.forEach(field -> stringsFor(field).forEach(text -> {
                HttpResponse<String> answer = browser.post("/request-help/" + page, requester.with(page, field, text));
                String fault = fault(browser, page, field, text, answer);
                if (fault != null) {
                    faults.add("%s, %s: %s"
                            .formatted(field, text.length() > 60 ? text.substring(0, 60) + "…" : text, fault));
                }
            }));
        });
        assertThat(faults).as(String.join("\n", faults)).isEmpty();
    }

    /** All for free text; for a choice, number or date, which refuses nearly all of them in the same place, every fourth. */
    private static List<String> stringsFor(String field) {
        List<String> all = NaughtyStrings.all();
        return FREE_TEXT.contains(field)
                ? all
                : IntStream.range(0, all.size())
                        .filter(number -> number % 4 == 0)
                        .mapToObj(all::get)
                        .toList();
    }

    private static String fault(Browser browser, String page, String field, String text, HttpResponse<String> answer) {
        if (text.indexOf('\0') >= 0) {
            return answer.statusCode() == 400 ? null : "a null character was let in";
        }
        if (answer.statusCode() == 422) {
            return answer.body().contains("There is a problem") ? null : "refused without a word";
        }
        if (answer.statusCode() != 302) {
            return "status " + answer.statusCode();
        }
        HttpResponse<String> again =
                browser.get(page.equals("practice") ? Browser.location(answer) : "/request-help/" + page);
        if (again.statusCode() != 200) {
            return "then status " + again.statusCode();
        }
        return FREE_TEXT.contains(field) && !arrived(text).equals(shown(field, again.body()))
                ? "shown as " + shown(field, again.body())
                : null;
    }

    /** As HTTP brings it: half a character becomes a question mark; and a line break counts as one. */
    private static String arrived(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\r\n", "\n");
    }

    private static String shown(String field, String page) {
        Matcher box = Pattern.compile("<textarea[^>]* name=\"" + field + "\"[^>]*>(.*?)</textarea>", Pattern.DOTALL)
                .matcher(page);
        if (box.find()) {
            return HtmlUtils.htmlUnescape(box.group(1));
        }
        Matcher line = Pattern.compile("<input[^>]* name=\"" + field + "\"[^>]*? value=\"([^\"]*)\"", Pattern.DOTALL)
                .matcher(page);
        return line.find() ? HtmlUtils.htmlUnescape(line.group(1)) : "";
    }
}
